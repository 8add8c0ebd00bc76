package import CallModel

/// What has not been heard yet.
package protocol CoverageWords {
    var coverageTitle: String { get }
    var nothingTagged: String { get }
    /// Everything that was heard was heard once: nothing can be told of the rest.
    var tooEarlyForCoverage: String { get }
    /// `Of 100 times that something hurts, about 5 are of a kind that nobody has heard yet (at most
    /// 9).`
    func coverage(_ share: Estimate) -> String
    /// `22 kinds were heard; there are at least about 30 (24 to 64).`
    func kinds(_ kinds: Int, atLeast: Estimate?) -> String
    func moreForMentions(_ calls: Digest.MoreCalls) -> String
    func moreForKinds(_ calls: Digest.MoreCalls) -> String
    func corner(_ corner: Digest.Corner) -> String
    var cornersTitle: String { get }
    var cornerColumn: String { get }
    func moreCorners(_ count: Int) -> String
}
