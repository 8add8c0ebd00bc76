/// How far two listeners agree beyond chance, each with their own habits (Cohen 1960, 1968). Findings
/// use ``KrippendorffAlpha``; this holds kappas that other programs report against the same table.
struct CohenKappa {
    /// How much two categories that are apart still agree.
    enum Weighting {
        /// Not at all.
        case none
        /// The less, the further apart.
        case linear
        /// The less, the further apart, by the square.
        case quadratic

        func agreement(_ first: Int, _ second: Int, of categories: Int) -> Double {
            let apart = Double(abs(first - second)) / Double(max(1, categories - 1))
            return switch self {
            case .none: first == second ? 1 : 0
            case .linear: 1 - apart
            case .quadratic: 1 - apart * apart
            }
        }
    }

    /// The agreement beyond chance, at most 1.
    let kappa: Double
    /// Its asymptotic standard error (Fleiss, Cohen and Everitt 1969, Psychological Bulletin 72:323).
    let standardError: Double

    /// From how often the first listener gave the category of the row and the second that of the
    /// column; nil where chance alone would agree on everything.
    init?(_ table: [[Double]], weighting: Weighting = .none) {
        let total = table.joined().reduce(0, +)
        guard total > 0 else { return nil }
        let size = table.count
        let p = table.map { $0.map { $0 / total } }
        let rows = p.map { $0.reduce(0, +) }
        let columns = (0..<size).map { column in p.reduce(0) { $0 + $1[column] } }
        func weight(_ row: Int, _ column: Int) -> Double {
            weighting.agreement(row, column, of: size)
        }
        var observed = 0.0
        var expected = 0.0
        var rowMeans = [Double](repeating: 0, count: size)
        var columnMeans = rowMeans
        for row in 0..<size {
            for column in 0..<size {
                observed += weight(row, column) * p[row][column]
                expected += weight(row, column) * rows[row] * columns[column]
                rowMeans[row] += weight(row, column) * columns[column]
                columnMeans[column] += weight(row, column) * rows[row]
            }
        }
        guard expected < 1 else { return nil }
        kappa = (observed - expected) / (1 - expected)
        var sum = 0.0
        for row in 0..<size {
            for column in 0..<size {
                let part =
                    weight(row, column) - (rowMeans[row] + columnMeans[column]) * (1 - kappa)
                sum += p[row][column] * part * part
            }
        }
        let bias = kappa - expected * (1 - kappa)
        standardError =
            (max(0, sum - bias * bias) / total).squareRoot() / (1 - expected)
    }
}
