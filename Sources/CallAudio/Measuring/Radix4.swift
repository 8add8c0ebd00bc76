import Foundation

/// One step of radix 4 of Stockham's transform, four butterflies at a time.
struct Radix4 {
    private typealias Four = SIMD4<Float>

    /// Butterflies that lie `stride` apart, a multiple of 4; each is done `stride` times.
    let quarter: Int
    /// 1 in the first step, then a multiple of 4.
    let stride: Int
    /// Twiddle factors of a transform of ``count`` points: cos and then -sin of 2 pi k / count; then
    /// the same two of the squares and of the cubes of the first quarter of them.
    let factors: UnsafePointer<Float>
    /// Points of the whole transform.
    let count: Int

    /// See ``factors``.
    static func factors(count: Int) -> [Float] {
        let angles = (0..<count).map { 2 * Double.pi * Double($0) / Double(count) }
        let once = angles.map { (Float(cos($0)), Float(-sin($0))) }
        let twice = once[..<(count / 4)].map { scalarProduct($0, $0) }
        let thrice = zip(once, twice).map { scalarProduct($0, $1) }
        return [once, twice, thrice].flatMap { $0.map(\.0) + $0.map(\.1) }
    }

    private static func scalarProduct(
        _ left: (Float, Float), _ right: (Float, Float)
    ) -> (Float, Float) {
        (left.0 * right.0 - left.1 * right.1, left.0 * right.1 + left.1 * right.0)
    }

    /// The first step: four neighbouring butterflies at a time, each with factors of its own.
    func first(
        _ xr: UnsafePointer<Float>, _ xi: UnsafePointer<Float>, _ yr: UnsafeMutablePointer<Float>,
        _ yi: UnsafeMutablePointer<Float>
    ) {
        let squares = factors + 2 &* count
        let cubes = squares + 2 &* quarter
        var p = 0
        while p < quarter {
            let real = Self.butterfly(xr + p, xi + p, quarter)
            let w1 = (load(factors + p), load(factors + count + p))
            let w2 = (load(squares + p), load(squares + quarter + p))
            let w3 = (load(cubes + p), load(cubes + quarter + p))
            let b = Self.product(real.b, w1)
            let c = Self.product(real.c, w2)
            let d = Self.product(real.d, w3)
            storeTransposed(real.a.0, b.0, c.0, d.0, yr + 4 &* p)
            storeTransposed(real.a.1, b.1, c.1, d.1, yi + 4 &* p)
            p &+= 4
        }
    }

    /// A later step: the same butterfly on four neighbouring values at a time.
    func later(
        _ xr: UnsafePointer<Float>, _ xi: UnsafePointer<Float>, _ yr: UnsafeMutablePointer<Float>,
        _ yi: UnsafeMutablePointer<Float>
    ) {
        let apart = quarter &* stride
        let cosines = factors
        let sines = factors + count
        for p in 0..<quarter {
            let at = p &* stride
            let w1 = (Four(repeating: cosines[at]), Four(repeating: sines[at]))
            let w2 = (Four(repeating: cosines[2 &* at]), Four(repeating: sines[2 &* at]))
            let w3 = (Four(repeating: cosines[3 &* at]), Four(repeating: sines[3 &* at]))
            var q = 0
            while q < stride {
                let values = Self.butterfly(xr + at + q, xi + at + q, apart)
                let b = Self.product(values.b, w1)
                let c = Self.product(values.c, w2)
                let d = Self.product(values.d, w3)
                let to = 4 &* at &+ q
                store(values.a.0, yr + to)
                store(values.a.1, yi + to)
                store(b.0, yr + to + stride)
                store(b.1, yi + to + stride)
                store(c.0, yr + to + 2 &* stride)
                store(c.1, yi + to + 2 &* stride)
                store(d.0, yr + to + 3 &* stride)
                store(d.1, yi + to + 3 &* stride)
                q &+= 4
            }
        }
    }

    private typealias Complex = (Four, Four)

    @inline(__always)
    private static func butterfly(
        _ xr: UnsafePointer<Float>, _ xi: UnsafePointer<Float>, _ apart: Int
    ) -> (a: Complex, b: Complex, c: Complex, d: Complex) {
        let ar = load(xr)
        let ai = load(xi)
        let br = load(xr + apart)
        let bi = load(xi + apart)
        let cr = load(xr + 2 &* apart)
        let ci = load(xi + 2 &* apart)
        let dr = load(xr + 3 &* apart)
        let di = load(xi + 3 &* apart)
        let sr = ar + cr
        let si = ai + ci
        let tr = ar - cr
        let ti = ai - ci
        let ur = br + dr
        let ui = bi + di
        // -i (b - d)
        let vr = bi - di
        let vi = dr - br
        return ((sr + ur, si + ui), (tr + vr, ti + vi), (sr - ur, si - ui), (tr - vr, ti - vi))
    }

    @inline(__always)
    private static func product(_ left: Complex, _ right: Complex) -> Complex {
        (left.0 * right.0 - left.1 * right.1, left.0 * right.1 + left.1 * right.0)
    }

    @inline(__always)
    private static func load(_ pointer: UnsafePointer<Float>) -> Four {
        UnsafeRawPointer(pointer).loadUnaligned(as: Four.self)
    }

    @inline(__always)
    private func load(_ pointer: UnsafePointer<Float>) -> Four { Self.load(pointer) }

    /// Stores the first lanes of all, then the second ones, and so on.
    @inline(__always)
    private func storeTransposed(
        _ a: Four, _ b: Four, _ c: Four, _ d: Four, _ pointer: UnsafeMutablePointer<Float>
    ) {
        let ab = Four(a[0], b[0], a[1], b[1])
        let cd = Four(c[0], d[0], c[1], d[1])
        store(Four(lowHalf: ab.lowHalf, highHalf: cd.lowHalf), pointer)
        store(Four(lowHalf: ab.highHalf, highHalf: cd.highHalf), pointer + 4)
        let abHigh = Four(a[2], b[2], a[3], b[3])
        let cdHigh = Four(c[2], d[2], c[3], d[3])
        store(Four(lowHalf: abHigh.lowHalf, highHalf: cdHigh.lowHalf), pointer + 8)
        store(Four(lowHalf: abHigh.highHalf, highHalf: cdHigh.highHalf), pointer + 12)
    }

    @inline(__always)
    private func store(_ value: Four, _ pointer: UnsafeMutablePointer<Float>) {
        UnsafeMutableRawPointer(pointer).storeBytes(of: value, as: Four.self)
    }
}
