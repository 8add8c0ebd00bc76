/// How often each level occurred, in bins of half a decibel from -100 to +4 dBov.
struct LevelHistogram: Sendable {
    private static let binsPerDecibel: Float = 2
    private static let binCount = 208

    private var counts = [Int32](repeating: 0, count: Self.binCount)
    /// Levels counted.
    private(set) var count = 0

    private static func bin(_ level: Float) -> Int {
        min(max(Int((level - FrameTrack.silence) * binsPerDecibel), 0), binCount &- 1)
    }

    /// Counts a level in dBov.
    mutating func add(_ level: Float) {
        counts[Self.bin(level)] &+= 1
        count &+= 1
    }

    /// Takes back a level that was counted.
    mutating func remove(_ level: Float) {
        counts[Self.bin(level)] &-= 1
        count &-= 1
    }

    /// The level under which a share in 0...1 of the counted lies; nil where none is counted.
    func level(atShare share: Float) -> Float? {
        guard count > 0 else { return nil }
        let wanted = share * Float(count)
        return counts.withUnsafeBufferPointer { counts in
            // From the nearer end: what lies above the bin, then what lies below.
            var bin = share < 0.5 ? -1 : counts.count
            var below = share < 0.5 ? 0 : Int32(count)
            if share < 0.5 {
                repeat {
                    bin &+= 1
                    below &+= counts[bin]
                } while bin < counts.count &- 1 && Float(below) < wanted
                below &-= counts[bin]
            } else {
                repeat {
                    bin &-= 1
                    below &-= counts[bin]
                } while bin > 0 && Float(below) >= wanted
            }
            let part = counts[bin] > 0 ? (wanted - Float(below)) / Float(counts[bin]) : 0
            return FrameTrack.silence + (Float(bin) + part) / Self.binsPerDecibel
        }
    }

    /// The share in 0...1 of the counted that lies under a level; 0 where none is counted.
    func share(under level: Float) -> Float {
        guard count > 0, level > FrameTrack.silence else { return 0 }
        let bins = Self.bin(level)
        let below = counts.withUnsafeBufferPointer { counts in
            var below: Int32 = 0
            for bin in 0..<bins { below &+= counts[bin] }
            return below
        }
        return Float(below) / Float(count)
    }
}
