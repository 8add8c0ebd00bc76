public import CallModel
import Foundation

/// One call, and lists of calls, in words.
public enum CallText {
    /// `hold 2:05 (estimated) · dead air 0:38 · overtalk 4 % · agent talks 61 %`: what was measured;
    /// what could not be is left out.
    public static func measures(_ profile: Profile, language: Language = .english) -> String {
        let words = language.words
        var facts = [
            words.hold(
                ClockText.duration(seconds: profile.holdSeconds),
                isEstimated: profile.holdsAreEstimated),
            words.deadAir(ClockText.duration(seconds: profile.deadAirSeconds)),
        ]
        if let share = profile.overtalkShare { facts.append(words.overtalk(share)) }
        if let share = profile.agent?.talkShare { facts.append(words.agentTalks(share)) }
        if profile.mono != nil { facts.append(words.sidesUnknown) }
        let monologues = [(Side.agent, profile.agent), (.customer, profile.customer)]
            .compactMap { side, measures in
                measures?.longestMonologueSeconds.map { (side: side, seconds: $0) }
            }
        // Of two equally long ones the agent's is named: `max` alone would name the last.
        if let longest = monologues.reversed().max(by: { $0.seconds < $1.seconds }) {
            facts.append(
                words.longestMonologue(
                    ClockText.duration(seconds: longest.seconds), side: longest.side))
        }
        return facts.joined(separator: words.separator)
    }

    /// How the sides dealt with one another: interruptions and the time to answer; empty for mono.
    public static func conversation(_ profile: Profile, language: Language = .english) -> String {
        let words = language.words
        var facts: [String] = []
        for (side, measures) in [(Side.agent, profile.agent), (.customer, profile.customer)] {
            guard let measures else { continue }
            facts.append(words.interruptions(measures.interruptionCount, side: side))
            if let latency = measures.responseLatencySeconds {
                facts.append(words.answersAfter(latency, side: side))
            }
        }
        return facts.joined(separator: words.separator)
    }

    /// `62 s of 120 s recorded`, or `6:40 recorded` where nothing is missing; nil without a
    /// recording.
    public static func completeness(_ call: Call, language: Language = .english) -> String? {
        guard let recording = call.recording else { return nil }
        let words = language.words
        guard let promised = call.promisedSeconds,
            let completeness = call.completeness, completeness < 1
        else {
            return words.recorded(ClockText.duration(seconds: recording.seconds))
        }
        return incomplete(recording.seconds, of: promised, words)
    }

    private static func incomplete(
        _ seconds: Double, of promised: Double, _ words: any TextCatalogue
    ) -> String {
        // Rounded apart, so that the two numbers are never the same.
        let whole = promised.rounded(.up)
        if promised <= 180 {
            return words.recordedSeconds(Int(seconds.rounded(.down)), of: Int(whole))
        }
        return words.recorded(
            ClockText.duration(seconds: seconds),
            of: ClockText.duration(seconds: min(whole, 1e12)))
    }

    /// Why a call cannot be heard, or not to its end, in a sentence.
    public static func obstacle(
        _ obstacle: HearingObstacle, language: Language = .english
    ) -> String {
        let words = language.words
        return switch obstacle {
        case .notRecorded: words.recordingState(.none, reason: nil) ?? ""
        case .retired: words.recordingState(.retired, reason: nil) ?? ""
        case .undecodable(let reason):
            words.recordingState(.undecodable, reason: reason.map(SafeText.oneLine)) ?? ""
        case .fileGone(let sentence): SafeText.oneLine(sentence)
        case .incomplete(let seconds, let promised):
            words.sentence(incomplete(seconds, of: promised, words))
        }
    }

    /// What a listener must know before trusting the sound, in sentences; empty where all is well.
    public static func flaws(_ call: Call, language: Language = .english) -> [String] {
        let words = language.words
        var sentences: [String] = []
        let reason = call.undecodableReason.map(SafeText.oneLine)
        if let state = words.recordingState(call.recordingState, reason: reason) {
            sentences.append(state)
        }
        guard let recording = call.recording else { return sentences }
        return sentences + recording.flaws.map { words.flaw($0, layout: recording.layout) }
    }
}
