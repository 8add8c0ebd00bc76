/// Sums over single-precision numbers in eight lanes at once; the order of addition is fixed, so the
/// result is the same everywhere.
enum VectorSums {
    /// The sum of products, over the shorter of both.
    static func product(_ left: [Float], _ right: [Float]) -> Float {
        let count = min(left.count, right.count)
        return left.withUnsafeBytes { left in
            right.withUnsafeBytes { right in
                var sums = SIMD8<Float>()
                var offset = 0
                while offset &+ 32 <= 4 &* count {
                    sums +=
                        left.loadUnaligned(fromByteOffset: offset, as: SIMD8<Float>.self)
                        * right.loadUnaligned(fromByteOffset: offset, as: SIMD8<Float>.self)
                    offset &+= 32
                }
                var sum = sums.sum()
                while offset < 4 &* count {
                    sum +=
                        left.loadUnaligned(fromByteOffset: offset, as: Float.self)
                        * right.loadUnaligned(fromByteOffset: offset, as: Float.self)
                    offset &+= 4
                }
                return sum
            }
        }
    }

    /// The sum.
    static func sum(_ values: [Float]) -> Float {
        values.withUnsafeBytes { values in
            var sums = SIMD8<Float>()
            var offset = 0
            while offset &+ 32 <= values.count {
                sums += values.loadUnaligned(fromByteOffset: offset, as: SIMD8<Float>.self)
                offset &+= 32
            }
            var sum = sums.sum()
            while offset < values.count {
                sum += values.loadUnaligned(fromByteOffset: offset, as: Float.self)
                offset &+= 4
            }
            return sum
        }
    }
}
