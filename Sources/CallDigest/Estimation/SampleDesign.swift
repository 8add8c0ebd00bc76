/// How the counted calls of a scope were come by, and so what each stands for.
///
/// *Stratified* is design A: within a stratum every call alike, without replacement. *Poisson* is
/// design B: each call with a probability of its own, several streams at once.
struct SampleDesign {
    /// A part of the population that was drawn from on its own.
    struct Stratum {
        /// Calls in it, heard or not; at least as many as were counted.
        var population: Int
        /// Counted calls, outside the scope too.
        var counted: Int
        /// Counted calls in the scope.
        var inScope: Int
    }

    /// The parts that have counted calls in the scope; empty for Poisson designs.
    private let strata: [Stratum]
    /// For each counted call of the scope, its index in `strata`; empty for Poisson designs.
    private let stratumOfCall: [Int]
    /// How many calls each counted call of the scope stands for, >= 1.
    let weights: [Double]
    /// The sum of the weights, in call order.
    let weightSum: Double
    /// The largest weight.
    let largestWeight: Double
    /// Degrees of freedom: calls less strata, or less one.
    let df: Int
    /// Effective number of calls by the weights alone, with finite-population factor; infinite
    /// where every call was heard.
    let designEffective: Double
    /// Kish's effective number of calls.
    let kishEffective: Double
    /// For each call (1 - pi) w², and their sum.
    private let spreads: [Double]
    private let spreadSum: Double

    /// Counted calls of the scope.
    var count: Int { weights.count }
    /// Whether every call stands for as many.
    var hasEqualWeights: Bool { weights.allSatisfy { $0 == largestWeight } }
    /// Whether nothing is left to chance: every call was heard.
    var isCensus: Bool { count > 0 && designEffective == .infinity }

    /// Design A: for each counted call of the scope the index of its stratum.
    init(stratumOfCall: [Int], strata: [Stratum]) {
        let fractions = strata.map { Double($0.counted) / Double($0.population) }
        self.init(
            strata: strata, stratumOfCall: stratumOfCall,
            probabilities: stratumOfCall.map { fractions[$0] },
            df: stratumOfCall.count - strata.count { $0.inScope > 0 })
    }

    /// Design B: for each counted call of the scope its inclusion probability in (0, 1].
    init(probabilities: [Double]) {
        self.init(
            strata: [], stratumOfCall: [], probabilities: probabilities,
            df: probabilities.count - 1)
    }

    private init(strata: [Stratum], stratumOfCall: [Int], probabilities: [Double], df: Int) {
        self.strata = strata
        self.stratumOfCall = stratumOfCall
        self.df = df
        weights = probabilities.map { 1 / $0 }
        spreads = probabilities.map { (1 - $0) / ($0 * $0) }
        weightSum = weights.reduce(0, +)
        largestWeight = weights.max() ?? 0
        spreadSum = spreads.reduce(0, +)
        designEffective = weightSum * weightSum / spreadSum
        kishEffective = weightSum * weightSum / weights.reduce(0) { $0 + $1 * $1 }
    }

    /// The weighted mean of a value per call and the variance of that mean (Hájek's ratio with
    /// linearised residuals; for a scope that crosses strata, the calls outside it count as zero).
    func mean(of sparse: SparseValues) -> (mean: Double, variance: Double) {
        var weighted = 0.0
        for (call, value) in zip(sparse.calls, sparse.values) {
            weighted += weights[call] * value
        }
        let mean = weighted / weightSum
        let variance =
            strata.isEmpty
            ? poissonVariance(of: sparse, mean: mean)
            : stratifiedVariance(of: sparse, mean: mean)
        return (mean, variance)
    }

    private func poissonVariance(of sparse: SparseValues, mean: Double) -> Double {
        var untouched = spreadSum
        var sum = 0.0
        for (call, value) in zip(sparse.calls, sparse.values) {
            untouched -= spreads[call]
            sum += spreads[call] * (value - mean) * (value - mean)
        }
        if sparse.calls.count == count { untouched = 0 }
        sum += max(0, untouched) * mean * mean
        return sum / (weightSum * weightSum)
    }

    /// sum over strata of (1 - f) n/(n - 1) sum (u - ū)², with u = w (y - mean) / sum w in the scope
    /// and 0 outside. A stratum of one call is held against the mean of all strata, which is 0.
    private func stratifiedVariance(of sparse: SparseValues, mean: Double) -> Double {
        var touched = [Int](repeating: 0, count: strata.count)
        var sums = [Double](repeating: 0, count: strata.count)
        for (call, value) in zip(sparse.calls, sparse.values) {
            let h = stratumOfCall[call]
            touched[h] += 1
            sums[h] += weights[call] * (value - mean) / weightSum
        }
        var squares = [Double](repeating: 0, count: strata.count)
        var centres = squares
        for (h, stratum) in strata.enumerated() {
            let zero = -Double(stratum.population) / Double(stratum.counted) * mean / weightSum
            let zeros = Double(stratum.inScope - touched[h])
            let outside = Double(stratum.counted - stratum.inScope)
            let centre =
                stratum.counted == 1 ? 0 : (sums[h] + zeros * zero) / Double(stratum.counted)
            centres[h] = centre
            squares[h] = zeros * (zero - centre) * (zero - centre) + outside * centre * centre
        }
        for (call, value) in zip(sparse.calls, sparse.values) {
            let h = stratumOfCall[call]
            let away = weights[call] * (value - mean) / weightSum - centres[h]
            squares[h] += away * away
        }
        var variance = 0.0
        for (h, stratum) in strata.enumerated() {
            let n = Double(stratum.counted)
            let left = 1 - n / Double(stratum.population)
            variance += left * (stratum.counted == 1 ? 1 : n / (n - 1)) * squares[h]
        }
        return variance
    }
}
