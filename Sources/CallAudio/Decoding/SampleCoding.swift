/// How one uncompressed sample is written, and how it becomes a 16-bit one.
enum SampleCoding: Hashable {
    case muLaw, aLaw, unsigned8
    /// Two's complement of 2...8 bytes, the valid bits at the top.
    case linear(byteCount: Int, bigEndian: Bool)
    /// 24 valid bits at the bottom of 4 bytes, against the standard but found.
    case low24of32(bigEndian: Bool)
    case float32(bigEndian: Bool)
    case float64(bigEndian: Bool)

    /// Bytes of one sample.
    var byteCount: Int {
        switch self {
        case .muLaw, .aLaw, .unsigned8: 1
        case .linear(let byteCount, _): byteCount
        case .low24of32, .float32: 4
        case .float64: 8
        }
    }

    /// Whether the bytes in the file are already the samples in memory.
    var isNative: Bool { self == .linear(byteCount: 2, bigEndian: false) }

    /// Expands `output.count` samples; `input` has at least as many whole samples. More than 16 bits
    /// are rounded to nearest; what exceeds full scale is clipped; what is not a number is silence.
    func expand(
        _ input: UnsafeRawBufferPointer, into output: UnsafeMutableBufferPointer<Int16>
    ) {
        precondition(input.count >= output.count * byteCount)
        switch self {
        case .muLaw: look(up: input, in: G711.muLaw, into: output)
        case .aLaw: look(up: input, in: G711.aLaw, into: output)
        case .unsigned8:
            for index in output.indices {
                output[index] = (Int16(input[index]) - 128) << 8
            }
        case .linear(let width, let bigEndian):
            expandLinear(input, width: width, bigEndian: bigEndian, into: output)
        case .low24of32(let bigEndian):
            for index in output.indices {
                let raw = input.loadUnaligned(fromByteOffset: index * 4, as: Int32.self)
                output[index] = Self.rounded((bigEndian ? raw.byteSwapped : raw) << 8)
            }
        case .float32(let bigEndian):
            for index in output.indices {
                let raw = input.loadUnaligned(fromByteOffset: index * 4, as: UInt32.self)
                output[index] = Self.sample(
                    Float(bitPattern: bigEndian ? raw.byteSwapped : raw))
            }
        case .float64(let bigEndian):
            for index in output.indices {
                let raw = input.loadUnaligned(fromByteOffset: index * 8, as: UInt64.self)
                output[index] = Self.sample(
                    Float(Double(bitPattern: bigEndian ? raw.byteSwapped : raw)))
            }
        }
    }

    /// The 16-bit sample nearest to a number whose full scale is 1.
    ///
    /// 1.5 * 2^23 leaves no bits after the point: adding it rounds to nearest, ties to even, and the low
    /// bits of the sum are the integer. `rounded()` would be a call into the C library.
    static func sample(_ value: Float) -> Int16 {
        let scaled = value == value ? min(max(value * 32768, -32768), 32767) : 0
        return Int16(truncatingIfNeeded: (scaled + 12_582_912).bitPattern)
    }

    /// The 16-bit sample nearest to a 32-bit one.
    static func rounded(_ value: Int32) -> Int16 {
        let (sum, overflow) = value.addingReportingOverflow(0x8000)
        return overflow ? .max : Int16(truncatingIfNeeded: sum >> 16)
    }

    private func look(
        up input: UnsafeRawBufferPointer, in table: [Int16],
        into output: UnsafeMutableBufferPointer<Int16>
    ) {
        table.withUnsafeBufferPointer { table in
            for index in output.indices {
                output[index] = table[Int(input[index])]
            }
        }
    }

    private func expandLinear(
        _ input: UnsafeRawBufferPointer, width: Int, bigEndian: Bool,
        into output: UnsafeMutableBufferPointer<Int16>
    ) {
        if width == 2 {
            for index in output.indices {
                let raw = input.loadUnaligned(fromByteOffset: index * 2, as: Int16.self)
                output[index] = bigEndian ? raw.byteSwapped : raw
            }
            return
        }
        // The top three bytes decide the rounded value whatever follows them.
        let (top, step) = bigEndian ? (0, 1) : (width - 1, -1)
        for index in output.indices {
            let first = index * width + top
            let bits =
                UInt32(input[first]) << 24 | UInt32(input[first + step]) << 16
                | UInt32(input[first + 2 * step]) << 8
            output[index] = Self.rounded(Int32(bitPattern: bits))
        }
    }
}
