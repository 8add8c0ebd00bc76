import CallModel
import CallReports

/// The words of what came of a sitting.
struct SummaryWords: Sendable {
    let nothing: String
    let headline: @Sendable (_ heard: String, _ finished: Int, _ skipped: Int) -> String
    let pain: @Sendable (_ name: String, _ calls: Int, _ worst: Int) -> String
    let reason: @Sendable (_ name: String, _ calls: Int) -> String
    let prediction: @Sendable (_ name: String, _ expected: Double, _ heard: Double?) -> String
    let idea: @Sendable (String) -> String
    let outlook: @Sendable (SittingOutlook) -> String

    static let english = SummaryWords(
        nothing: "Nothing was heard yet.",
        headline: { heard, finished, skipped in
            "\(heard) heard, \(calls(finished)) finished"
                + (skipped > 0 ? ", \(skipped) skipped" : "")
        },
        pain: { "\($0): \(calls($1)), at worst severity \($2)" },
        reason: { "\($0): \(calls($1))" },
        prediction: { name, expected, heard in
            let percent = Language.english.percent
            return "You expected \(percent(expected)) about \(name); "
                + (heard.map { "you heard \(percent($0))." } ?? "no call was given a reason.")
        },
        idea: { "Idea: “\($0)”" },
        outlook: { outlook in
            switch outlook {
            case .leftInDraw(let draw, let left, let now):
                "\(calls(left)) left in the draw \(SafeName.shown(draw.id.rawValue))"
                    + (now > 0 ? ", \(now) of them being heard by others." : ".")
            case .drawDone(let draw):
                "Every call of the draw \(SafeName.shown(draw.id.rawValue)) is done."
            case .leftOfPicked(let left):
                "\(calls(left)) that you picked \(left == 1 ? "is" : "are") left."
            case .nothingLeft: "Nothing is left of this sitting."
            }
        })

    private static func calls(_ count: Int) -> String {
        "\(count) \(count == 1 ? "call" : "calls")"
    }
}
