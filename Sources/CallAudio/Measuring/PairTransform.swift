/// The power spectra of two real windows by one complex Fourier transform.
///
/// Stockham's self-sorting algorithm, radix 4 with a last step of radix 2: the two windows stand in
/// the real and the imaginary part, and the symmetry of real signals takes their spectra apart.
struct PairTransform: Sendable {
    private let count: Int
    /// See ``Radix4/factors``.
    private let factors: [Float]
    private var real: [Float]
    private var imaginary: [Float]
    private var realOut: [Float]
    private var imaginaryOut: [Float]

    /// A transform of `count` points: a power of two, at least 16.
    init(count: Int) {
        self.count = count
        factors = Radix4.factors(count: count)
        real = [Float](repeating: 0, count: count)
        imaginary = real
        realOut = real
        imaginaryOut = real
    }

    /// Transforms two windows of samples, each weighted by `window`.
    mutating func transform(
        _ first: UnsafePointer<Int16>, _ second: UnsafePointer<Int16>, window: [Float]
    ) {
        window.withUnsafeBufferPointer { window in
            real.withUnsafeMutableBufferPointer { real in
                for index in 0..<count { real[index] = Float(first[index]) * window[index] }
            }
            imaginary.withUnsafeMutableBufferPointer { imaginary in
                for index in 0..<count { imaginary[index] = Float(second[index]) * window[index] }
            }
        }
        if runSteps() {
            swap(&real, &realOut)
            swap(&imaginary, &imaginaryOut)
        }
    }

    /// All steps, to and fro between the two pairs of arrays; returns whether the last one wrote
    /// into the second.
    private mutating func runSteps() -> Bool {
        let count = count
        return factors.withUnsafeBufferPointer { factors in
            real.withUnsafeMutableBufferPointer { real in
                imaginary.withUnsafeMutableBufferPointer { imaginary in
                    realOut.withUnsafeMutableBufferPointer { realOut in
                        imaginaryOut.withUnsafeMutableBufferPointer { imaginaryOut in
                            guard let factors = factors.baseAddress,
                                var xr = real.baseAddress, var xi = imaginary.baseAddress,
                                var yr = realOut.baseAddress, var yi = imaginaryOut.baseAddress
                            else { return false }
                            let first = xr
                            var length = count
                            var stride = 1
                            while length >= 2 {
                                if length == 2 {
                                    Self.step2(xr, yr, stride)
                                    Self.step2(xi, yi, stride)
                                } else {
                                    let step = Radix4(
                                        quarter: length / 4, stride: stride, factors: factors,
                                        count: count)
                                    if stride == 1 {
                                        step.first(xr, xi, yr, yi)
                                    } else {
                                        step.later(xr, xi, yr, yi)
                                    }
                                }
                                swap(&xr, &yr)
                                swap(&xi, &yi)
                                length /= 4
                                stride *= 4
                            }
                            return xr != first
                        }
                    }
                }
            }
        }
    }

    /// The powers of `wanted` bins of both windows, beginning with the bin `start` > 0.
    func powers(from start: Int, count wanted: Int, first: inout [Float], second: inout [Float]) {
        first.withUnsafeMutableBufferPointer { first in
            second.withUnsafeMutableBufferPointer { second in
                for index in 0..<wanted {
                    let bin = start &+ index
                    let mirror = count &- bin
                    let evenReal = real[bin] + real[mirror]
                    let evenImaginary = imaginary[bin] - imaginary[mirror]
                    let oddReal = imaginary[bin] + imaginary[mirror]
                    let oddImaginary = real[mirror] - real[bin]
                    first[index] = (evenReal * evenReal + evenImaginary * evenImaginary) / 4
                    second[index] = (oddReal * oddReal + oddImaginary * oddImaginary) / 4
                }
            }
        }
    }

    private static func step2(
        _ input: UnsafeMutablePointer<Float>, _ output: UnsafeMutablePointer<Float>, _ stride: Int
    ) {
        for q in 0..<stride {
            output[q] = input[q] + input[q &+ stride]
            output[q &+ stride] = input[q] - input[q &+ stride]
        }
    }
}
