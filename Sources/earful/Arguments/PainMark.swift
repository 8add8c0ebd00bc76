import ArgumentParser
import CallModel
import CallWorkbench

/// `hold-too-long:4`, `hold-too-long:4@41.2-62`, `hold-too-long:4@41.2-62/customer`: a pain point,
/// its severity, and where and on whose side it was heard.
struct PainMark: ExpressibleByArgument {
    let saying: TagRequest.Saying

    init?(argument: String) {
        let sides = argument.split(separator: "/", omittingEmptySubsequences: false)
        let places = sides[0].split(separator: "@", omittingEmptySubsequences: false)
        let words = places[0].split(separator: ":", omittingEmptySubsequences: false)
        guard sides.count <= 2, places.count <= 2, words.count == 2, !words[0].isEmpty,
            let severity = Int(words[1])
        else { return nil }
        var range: CallTimeRange?
        if places.count == 2 {
            guard let parsed = TimeText.range(places[1]) else { return nil }
            range = parsed
        }
        var side: Side?
        if sides.count == 2 {
            guard let parsed = Side(rawValue: String(sides[1])) else { return nil }
            side = parsed
        }
        saying = TagRequest.Saying(
            content: .painPoint(key: String(words[0]), severity: severity), range: range, side: side
        )
    }
}
