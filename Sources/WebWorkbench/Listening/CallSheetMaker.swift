import CallModel
import CallReports
import CallWorkbench
import Foundation

/// Words what is known of a call for the head of the Listen page.
struct CallSheetMaker: Sendable {
    let words: ListenWords
    let timeZone: TimeZone

    func sheet(of planned: PlannedCall) -> PlannedCallDocument.Sheet {
        let call = planned.call
        let canBeHeard = planned.obstacle?.preventsHearing != true
        let path = LinkText.encoded(call.id.rawValue)
        return PlannedCallDocument.Sheet(
            title: title(of: call), facts: facts(of: call), chips: chips(of: planned),
            obstacle: planned.obstacle.map { words.obstacle($0, call) },
            audio: canBeHeard ? "/calls/\(path)/audio.wav" : nil,
            waveform: planned.waveform == nil ? nil : "/api/v1/calls/\(path)/waveform",
            milliseconds: call.recording.map { CallTime(seconds: $0.seconds).milliseconds } ?? 0)
    }

    private func title(of call: Call) -> String {
        call.record.startedAt.map { CalendarText.dateTime($0, in: timeZone) } ?? name(of: call)
    }

    private func name(of call: Call) -> String {
        SafeName.shown(call.id.rawValue, width: SafeName.longestCall)
    }

    private func facts(of call: Call) -> String {
        let record = call.record
        let said: [String?] = [
            record.queue.map { words.queue(SafeName.shown($0)) },
            record.site.map { words.site(SafeName.shown($0)) },
            record.agent.map { words.agentFact(SafeName.shown($0)) },
            record.startedAt == nil ? nil : name(of: call),
        ]
        return said.compactMap { $0 }.joined(separator: " · ")
    }

    private func chips(of planned: PlannedCall) -> [String] {
        let measures = planned.profile.map { CallText.measures($0) } ?? ""
        return ([CallText.completeness(planned.call)].compactMap { $0 })
            + measures.components(separatedBy: " · ").filter { !$0.isEmpty }
    }
}
