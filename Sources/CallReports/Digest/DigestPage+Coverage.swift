package import CallModel

extension DigestPage {
    /// One queue of one site, as it stands in a table.
    package struct Corner: Sendable {
        /// The queue.
        package var corner: Digest.Corner
        package var name: String
        package var population: String
        package var heard: String
        package var isSilent: Bool
    }

    /// The most corners that are listed, beyond those without a call heard.
    static let mostCorners = 12

    /// What is said of all that is still to be heard; empty where nobody listened.
    static func coverage(of digest: Digest, words: any TextCatalogue) -> [String] {
        guard digest.sample.counted > 0 else { return [] }
        guard let coverage = digest.coverage, let share = coverage.share.ifSound else {
            return [words.nothingTagged]
        }
        if coverage.once == coverage.kinds { return [words.tooEarlyForCoverage] }
        return [
            words.coverage(share), coverage.moreForMentions.map { words.moreForMentions($0) },
            words.kinds(coverage.kinds, atLeast: coverage.kindsAtLeast?.ifSound),
            coverage.moreForKinds.map { words.moreForKinds($0) },
        ].compactMap { $0 }
    }

    /// Every corner where one of them is silent; else the map says nothing that a number does not.
    static func corners(of digest: Digest, words: any TextCatalogue) -> [Corner] {
        guard digest.sample.counted > 0, digest.corners.contains(where: { $0.counted == 0 }) else {
            return []
        }
        let silent = digest.corners.prefix { $0.counted == 0 }
        let shown = silent + digest.corners.dropFirst(silent.count).prefix(Self.mostCorners)
        return shown.map { corner in
            Corner(
                corner: corner, name: words.corner(corner),
                population: words.figures.whole(corner.population),
                heard: words.figures.whole(corner.counted), isSilent: corner.counted == 0)
        }
    }
}
