import CallModel

/// How an Ogg file ends (RFC 3533): a stream that was closed properly has a last page that says so.
enum OggEnding {
    /// `.truncated` where the last page is missing, cut off, or not marked as the last; `.damaged`
    /// where it belongs to another stream than the first: libsndfile decodes only the first of several.
    static func flaws(_ bytes: RecordedBytes) throws(AudioError) -> Set<RecordingFlaw> {
        let first = try bytes.bytes(at: 14, count: 4)
        // A page has at most 65,307 bytes.
        let start = max(0, bytes.count - 65_307)
        let tail = try bytes.bytes(at: start, count: bytes.count - start)
        return tail.withUnsafeBytes { tail in
            let reader = ByteReader(tail)
            let marker = Array("OggS".utf8)
            for offset in stride(from: tail.count - 27, through: 0, by: -1)
            where tail[offset] == marker[0] && reader.matches(marker, at: offset) {
                let segments = Int(tail[offset + 26])
                guard offset + 27 + segments <= tail.count else { return [.truncated] }
                let body = tail[(offset + 27)..<(offset + 27 + segments)].reduce(0) { $0 + Int($1) }
                let isWhole = offset + 27 + segments + body <= tail.count
                var flaws: Set<RecordingFlaw> =
                    reader.matches(first, at: offset + 14) ? [] : [.damaged]
                if !isWhole || tail[offset + 5] & 4 == 0 { flaws.insert(.truncated) }
                return flaws
            }
            return [.truncated]
        }
    }
}
