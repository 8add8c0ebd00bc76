import CallArchive
import CallModel
import CallReports
import CallWorkbench
import Foundation

/// Everything known of one call, as it is shown.
struct CallView: Sendable {
    /// Something that was said of it.
    struct Tag: Sendable {
        /// A severity with its number.
        struct Severity: Sendable {
            let level: Int
            let text: String
        }

        /// What links lead to: `t41` for the first that begins in second 41; nil for others.
        let anchor: String?
        /// Milliseconds, for the player; nil for the whole call, and where there is no sound.
        let start: Int?
        let end: Int?
        let time: String
        let side: String
        let sideName: String
        let severity: Severity?
        let kind: String
        let text: String
        let who: String
        let badge: String?
    }

    /// A sitting in which it was opened.
    struct Sitting: Sendable {
        let link: String
        let when: String
        let who: String
        let heard: String
        let progress: String
    }

    /// A draw whose frame held it.
    struct Membership: Sendable {
        let name: String
        let stratum: String
        let chance: String
        let picked: String
    }

    /// Something that somebody did.
    struct Act: Sendable {
        let when: String
        let who: String
        let what: String
    }

    /// A file of its sound.
    struct File: Sendable {
        let path: String
        let hash: String
        let seen: String
    }

    /// Acts that are shown, at most; the newest.
    static let mostActs = 500

    let frame: Frame
    let words: CallSheetWords
    /// Its name as it is, for forms and the player.
    let call: String
    /// Its name as it is shown.
    let id: String
    let began: String?
    let facts: [String]
    let notice: String?
    let hasWarnings: Bool
    let warningTitle: String
    let warnings: [String]
    let measures: String?
    let conversation: String?
    let wave: Bool
    let seconds: String
    let lanes: [CallSound.Lane]
    let hasMarks: Bool
    let marks: [CallSound.Mark]
    let marksHeight: Int
    let segments: [CallSound.Segment]
    let middle: String
    let end: String
    let hasTags: Bool
    let noTags: String
    let tags: [Tag]
    let hasSittings: Bool
    let heardColumn: String
    let sittings: [Sitting]
    let hasDraws: Bool
    let draws: [Membership]
    let hasRecord: Bool
    let recordTitle: String
    let record: [CallSound.Segment]
    let canSwap: Bool
    let isByHand: Bool
    let swapPath: String
    let hasHistory: Bool
    let history: [Act]
    let hasFiles: Bool
    let files: [File]

    init(
        frame: Frame, details: CallDetails, taxonomy: Taxonomy?, zone: TimeZone, words: WebWords,
        notice: String?
    ) {
        let call = details.call
        let text = words.language.words
        let names = TagNames(taxonomy)
        self.frame = frame
        self.words = words.call
        self.notice = notice
        self.call = call.id.rawValue
        id = SafeName.shown(call.id.rawValue, width: SafeName.longestCall)
        began = call.record.startedAt.map { CalendarText.dateTime($0, in: zone) }
        facts = Self.facts(of: call, words: words)
        warningTitle = text.flawsTitle
        warnings = Self.warnings(of: call, words: words)
        hasWarnings = !warnings.isEmpty
        measures = details.profile.map { CallText.measures($0, language: words.language) }
        let spoken = details.profile.map { CallText.conversation($0, language: words.language) }
        conversation = spoken?.isEmpty == false ? spoken : nil

        let said = details.sittings.flatMap { sitting in
            sitting.heard.annotations.map { (annotation: $0, sitting: sitting) }
        }.sorted { left, right in
            let start = left.annotation.range?.start.milliseconds ?? -1
            let other = right.annotation.range?.start.milliseconds ?? -1
            return start == other ? left.annotation.id < right.annotation.id : start < other
        }
        let sound = CallSound(
            details.waveform.flatMap(WaveformCoding.unpack),
            layout: call.recording?.layout ?? .mono, profile: details.profile,
            tags: said.map(\.annotation), words: words)
        wave = sound != nil
        seconds = Decimals.text(sound?.seconds ?? 0)
        lanes = sound?.lanes ?? []
        marks = sound?.marks ?? []
        hasMarks = !marks.isEmpty
        marksHeight = sound?.marksHeight ?? 1
        segments = sound?.segments ?? []
        middle = ClockText.duration(seconds: (sound?.seconds ?? 0) / 2)
        end = ClockText.duration(seconds: sound?.seconds ?? 0)

        var anchors: Set<String> = []
        tags = said.map { said in
            let start = said.annotation.range.map { $0.start.milliseconds / 1000 }
            let anchor = start.map { "t\($0)" }.flatMap { anchors.insert($0).inserted ? $0 : nil }
            return Tag(
                said.annotation, of: said.sitting, anchor: anchor,
                isSounding: call.recordingState == .decoded, names: names, words: words)
        }
        hasTags = !tags.isEmpty
        noTags = details.isKeptFresh ? text.onlyOneCompared : text.noTags
        sittings = details.sittings.map { Sitting($0, zone: zone, words: words) }
        hasSittings = !sittings.isEmpty
        heardColumn = text.heardDuration
        draws = details.draws.map { Membership($0, words: words) }
        hasDraws = !draws.isEmpty
        recordTitle = text.metadataTitle
        record = call.record.metadata
            .sorted { $0.key.utf8.lexicographicallyPrecedes($1.key.utf8) }
            .map { .init(label: SafeName.shown($0.key), text: SafeName.remark($0.value)) }
        hasRecord = !record.isEmpty
        canSwap = call.recording.map { $0.layout != .mono } ?? false
        isByHand = details.layoutSetByHand
        swapPath = "/calls/\(LinkText.encoded(call.id.rawValue))/swap-sides"
        let sentence = ActSentence(names: names, words: words)
        history = details.history.suffix(Self.mostActs).reversed().map { event in
            Act(
                when: CalendarText.dateTime(event.at, in: zone),
                who: SafeName.shown(event.listener.rawValue), what: sentence.of(event))
        }
        hasHistory = !history.isEmpty
        files = details.files.map { file in
            File(
                path: SafeName.shown(file.location.stamp.path, width: 200),
                hash: String(file.location.contentHash.rawValue.prefix(16)),
                seen: CalendarText.dateTime(file.lastSeenAt, in: zone))
        }
        hasFiles = !files.isEmpty
    }

    private static func facts(of call: Call, words: WebWords) -> [String] {
        let text = words.language.words
        let record = call.record
        func said(_ value: String?, _ phrase: (String) -> String) -> String? {
            value.map { SafeName.shown($0, width: 60) }.flatMap { $0.isEmpty ? nil : phrase($0) }
        }
        var facts = [
            record.direction.map { text.direction($0) }, said(record.queue, text.queue),
            said(record.site, text.site), said(record.agent, text.agent),
            said(record.caller, text.caller),
            CallText.completeness(call, language: words.language),
        ].compactMap { $0 }
        if let recording = call.recording, let file = recording.files.first {
            facts.append(
                text.format(
                    container: file.container, codec: file.codec, hertz: recording.sampleRate,
                    layout: recording.layout))
        }
        return facts
    }

    private static func warnings(of call: Call, words: WebWords) -> [String] {
        var warnings: [String] = []
        if (call.completeness ?? 1) < 1,
            let sentence = CallText.completeness(call, language: words.language)
        {
            warnings.append(words.language.words.sentence(sentence))
        }
        return warnings + CallText.flaws(call, language: words.language)
    }
}

extension CallView.Tag {
    init(
        _ annotation: Annotation, of sitting: CallSitting, anchor: String?, isSounding: Bool,
        names: TagNames, words: WebWords
    ) {
        let text = words.language.words
        self.anchor = anchor
        start = isSounding ? annotation.range?.start.milliseconds : nil
        end = isSounding ? annotation.range?.end.milliseconds : nil
        time = annotation.range.map(ClockText.range) ?? text.wholeCall
        side = annotation.side?.rawValue ?? "both"
        sideName = annotation.side.map { text.side($0) } ?? ""
        who = SafeName.shown(sitting.listener.rawValue)
        badge = sitting.heard.selection == .handPicked ? text.handPickedBadge : nil
        switch annotation.content {
        case .painPoint(let key, let level):
            let level = min(max(level, 1), 5)
            severity = Severity(level: level, text: text.severity(level))
            kind = ""
            self.text = names.painPoint(key)
        case .reason(let key):
            severity = nil
            kind = text.reasonLabel
            self.text = names.reason(key)
        case .note(let remark), .idea(let remark), .kudos(let remark), .flag(let remark):
            severity = nil
            kind =
                switch annotation.content {
                case .idea: text.idea
                case .kudos: text.kudos
                case .flag: text.flag
                default: text.note
                }
            self.text = text.quoted(SafeName.remark(remark))
        }
    }
}

extension CallView.Sitting {
    init(_ sitting: CallSitting, zone: TimeZone, words: WebWords) {
        link = "/sessions/" + LinkText.encoded(sitting.session.rawValue)
        when = CalendarText.dateTime(sitting.startedAt, in: zone)
        who = SafeName.shown(sitting.listener.rawValue)
        heard = ClockText.duration(
            seconds: Double(sitting.heard.heard.totalMilliseconds) / 1000)
        progress = SafeName.remark(words.language.words.progress(sitting.heard.progress))
    }
}

extension CallView.Membership {
    init(_ draw: DrawMembership, words: WebWords) {
        name = SafeName.shown(draw.draw.rawValue)
        stratum = SafeName.shown(draw.stratum)
        chance = words.language.percent(draw.inclusionProbability)
        picked = draw.position.map { words.call.pickedAt($0 + 1) } ?? words.call.notPicked
    }
}
