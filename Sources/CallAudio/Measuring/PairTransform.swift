import Foundation

/// The power spectra of two real windows by one complex Fourier transform.
///
/// Stockham's self-sorting algorithm, radix 4 with a last step of radix 2: the two windows stand in
/// the real and the imaginary part, and the symmetry of real signals takes their spectra apart.
struct PairTransform: Sendable {
    private let count: Int
    /// cos and -sin of 2 pi k / count.
    private let cosines: [Float]
    private let sines: [Float]
    private var real: [Float]
    private var imaginary: [Float]
    private var realOut: [Float]
    private var imaginaryOut: [Float]

    /// A transform of `count` points: a power of two, at least 16.
    init(count: Int) {
        self.count = count
        let angles = (0..<count).map { 2 * Double.pi * Double($0) / Double(count) }
        cosines = angles.map { Float(cos($0)) }
        sines = angles.map { Float(-sin($0)) }
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
        var length = count
        var stride = 1
        while length >= 4 {
            step4(length: length, stride: stride)
            swap(&real, &realOut)
            swap(&imaginary, &imaginaryOut)
            length /= 4
            stride *= 4
        }
        if length == 2 {
            step2(stride: stride)
            swap(&real, &realOut)
            swap(&imaginary, &imaginaryOut)
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

    private mutating func step4(length: Int, stride: Int) {
        cosines.withUnsafeBufferPointer { cosines in
            sines.withUnsafeBufferPointer { sines in
                real.withUnsafeMutableBufferPointer { xr in
                    imaginary.withUnsafeMutableBufferPointer { xi in
                        realOut.withUnsafeMutableBufferPointer { yr in
                            imaginaryOut.withUnsafeMutableBufferPointer { yi in
                                guard let wr = cosines.baseAddress, let wi = sines.baseAddress,
                                    let xr = xr.baseAddress, let xi = xi.baseAddress,
                                    let yr = yr.baseAddress, let yi = yi.baseAddress
                                else { return }
                                let step = Radix4(
                                    quarter: length / 4, stride: stride, cosines: wr, sines: wi)
                                if stride == 1 {
                                    step.first(xr, xi, yr, yi)
                                } else {
                                    step.later(xr, xi, yr, yi)
                                }
                            }
                        }
                    }
                }
            }
        }
    }

    private mutating func step2(stride: Int) {
        Self.step2(real, &realOut, stride)
        Self.step2(imaginary, &imaginaryOut, stride)
    }

    private static func step2(_ input: [Float], _ output: inout [Float], _ stride: Int) {
        input.withUnsafeBufferPointer { input in
            output.withUnsafeMutableBufferPointer { output in
                for q in 0..<stride {
                    output[q] = input[q] + input[q &+ stride]
                    output[q &+ stride] = input[q] - input[q &+ stride]
                }
            }
        }
    }
}
