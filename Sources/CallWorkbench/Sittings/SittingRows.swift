import CallModel
import CallTagging
import Foundation

/// The rows of one ready-made sitting, and the requests they stand for.
///
/// One row is one act; what a listener does besides (begin, open the next call, end) follows from the
/// rows. The names of requests come from the sitting and the place of the row in it, so that the same
/// file taken twice is taken once.
struct SittingRows {
    let session: SessionID
    let listener: ListenerID
    private(set) var requests: [SittingDesk.Request] = []
    /// The line of the file behind each request.
    private(set) var lines: [Int] = []
    private var openCall: CallID?
    private var predictions: [Prediction] = []
    private var rowCount = 0
    private var last: (at: Date, line: Int)

    static let columns = [
        "session", "listener", "purpose", "at", "selection", "call", "act", "code", "severity",
        "from", "to", "side", "text",
    ]

    init(first row: DelimitedTable.Row) throws(RowProblem) {
        session = SessionID(try row.need("session"))
        listener = ListenerID(try row.need("listener"))
        let text = row.text("purpose") ?? SessionPurpose.tagging.rawValue
        guard let purpose = SessionPurpose(rawValue: text) else {
            let known = SessionPurpose.allCases.map(\.rawValue).joined(separator: ", ")
            throw RowProblem(
                line: row.line, sentence: "'\(text)' is no purpose. Known: \(known).")
        }
        last = (try row.instant("at"), row.line)
        add(.start(purpose: purpose), "start")
    }

    mutating func take(_ row: DelimitedTable.Row) throws(RowProblem) {
        guard row.text("listener") == listener.rawValue else {
            throw RowProblem(
                line: row.line,
                sentence: "A sitting has one listener, and \(session) is \(listener)'s.")
        }
        last = (try row.instant("at"), row.line)
        rowCount += 1
        let act = try row.need("act")
        if act == "predict" { return try predict(row) }
        flushPredictions()
        let call = CallID(try row.need("call"))
        if call != openCall {
            let selection = row.text("selection").map { Selection.drawn(DrawID($0)) } ?? .handPicked
            add(.open(call: call, selection: selection), "\(rowCount).open")
            openCall = call
        }
        add(try command(act, call: call, row: row), "\(rowCount)")
    }

    mutating func end() {
        flushPredictions()
        add(.end, "end")
    }

    private mutating func predict(_ row: DelimitedTable.Row) throws(RowProblem) {
        let reason = try row.need("code")
        guard let share = try row.number("text") else {
            throw RowProblem(
                line: row.line,
                sentence: "A prediction needs its share in the column text, as 0.35.")
        }
        predictions.append(Prediction(reason: reason, share: share))
    }

    private mutating func flushPredictions() {
        guard !predictions.isEmpty else { return }
        add(.predict(predictions), "predict")
        predictions = []
    }

    private mutating func add(_ command: SessionCommand, _ name: String) {
        requests.append(
            SittingDesk.Request(id: EventID("\(session)-\(name)"), at: last.at, command: command))
        lines.append(last.line)
    }

    private func command(
        _ act: String, call: CallID, row: DelimitedTable.Row
    ) throws(RowProblem) -> SessionCommand {
        switch act {
        case "heard":
            guard let range = try range(of: row) else {
                throw RowProblem(line: row.line, sentence: "`heard` needs from and to, in seconds.")
            }
            return .hear(call: call, range: range, speed: 1)
        case "skip": return .skip(call: call, reason: try row.need("text"))
        case "finish": return .finish(call: call)
        default:
            let content = try content(act, row: row)
            return .annotate(
                Annotation(
                    id: AnnotationID("\(session)-\(rowCount)"), call: call, content: content,
                    range: try range(of: row), side: try side(of: row)))
        }
    }

    private func content(
        _ act: String, row: DelimitedTable.Row
    ) throws(RowProblem) -> Annotation.Content {
        switch act {
        case "reason": return .reason(key: try row.need("code"))
        case "pain-point":
            guard let severity = try row.number("severity"), let whole = Int(exactly: severity)
            else {
                throw RowProblem(line: row.line, sentence: "A pain point needs a severity, 1 to 5.")
            }
            return .painPoint(key: try row.need("code"), severity: whole)
        case "note": return .note(text: try row.need("text"))
        case "idea": return .idea(text: try row.need("text"))
        case "kudos": return .kudos(text: try row.need("text"))
        case "flag": return .flag(text: row.text("text") ?? "")
        default:
            throw RowProblem(
                line: row.line,
                sentence:
                    "'\(act)' is no act. Known: predict, heard, reason, pain-point, note, idea, "
                    + "kudos, flag, skip, finish.")
        }
    }

    private func range(of row: DelimitedTable.Row) throws(RowProblem) -> CallTimeRange? {
        switch (try row.number("from"), try row.number("to")) {
        case (nil, nil): return nil
        case (let from?, let to?):
            guard from >= 0,
                let range = CallTimeRange(
                    start: CallTime(seconds: from), end: CallTime(seconds: to))
            else {
                throw RowProblem(
                    line: row.line,
                    sentence: "The stretch must begin at 0 or later and end after it.")
            }
            return range
        default:
            throw RowProblem(line: row.line, sentence: "from and to go together: give both.")
        }
    }

    private func side(of row: DelimitedTable.Row) throws(RowProblem) -> Side? {
        guard let text = row.text("side") else { return nil }
        guard let side = Side(rawValue: text) else {
            throw RowProblem(line: row.line, sentence: "'\(text)' is no side: agent or customer.")
        }
        return side
    }
}
