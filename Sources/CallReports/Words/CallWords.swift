package import CallModel

/// The words of one call and of lists of calls.
package protocol CallWords {
    var callLabel: String { get }
    func queue(_ queue: String) -> String
    func site(_ site: String) -> String
    func agent(_ agent: String) -> String
    func caller(_ caller: String) -> String
    func direction(_ direction: CallDirection) -> String

    // Completeness.
    func recorded(_ length: String) -> String
    func recorded(_ length: String, of promised: String) -> String
    func recordedSeconds(_ seconds: Int, of promised: Int) -> String
    func recordingState(_ state: RecordingState, reason: String?) -> String?
    func flaw(_ flaw: RecordingFlaw, layout: ChannelLayout) -> String
    func shortFlaw(_ flaw: RecordingFlaw) -> String
    func shortState(_ state: RecordingState) -> String?
    func format(container: AudioContainer, codec: AudioCodec, hertz: Int, layout: ChannelLayout)
        -> String

    // Measures.
    func hold(_ length: String, isEstimated: Bool) -> String
    func deadAir(_ length: String) -> String
    func overtalk(_ share: Double) -> String
    func agentTalks(_ share: Double) -> String
    func longestMonologue(_ length: String, side: Side) -> String
    func answersAfter(_ seconds: Double, side: Side) -> String
    func interruptions(_ count: Int, side: Side) -> String
    var sidesUnknown: String { get }
    var notMeasured: String { get }
    var holdShading: String { get }
    var monoLane: String { get }

    // Tags.
    var tagsTitle: String { get }
    var noTags: String { get }
    var reasonLabel: String { get }
    var note: String { get }
    var idea: String { get }
    var kudos: String { get }
    var flag: String { get }
    var metadataTitle: String { get }
    var flawsTitle: String { get }

    // Lists.
    var beganColumn: String { get }
    var queueColumn: String { get }
    var siteColumn: String { get }
    var agentColumn: String { get }
    var lengthColumn: String { get }
    var holdColumn: String { get }
    var deadAirColumn: String { get }
    var tagsColumn: String { get }
    var soundColumn: String { get }
    var whatColumn: String { get }
    var sideColumn: String { get }
    var listenerColumn: String { get }
    /// How much of a call is there: `52 % recorded`.
    func share(_ completeness: Double) -> String
    var noCallsListed: String { get }
    func callsListed(_ count: Int) -> String
}
