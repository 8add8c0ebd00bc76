import CallModel

/// How the cells of call records are read; each reader throws ``CallLogRefusal`` with the reason.
enum CallLogValue {
    /// Seconds from `95`, `95.4`, `95,4`, `1:35`, or `00:01:35`.
    static func seconds(_ text: String, field: String) throws -> Double {
        let parts = text.split(separator: ":", omittingEmptySubsequences: false)
        var total = 0.0
        for part in parts {
            let number = part.replacing(",", with: ".")
            guard parts.count <= 3, let value = Double(number), value.isFinite, value >= 0,
                parts.count == 1 || !number.isEmpty && number.utf8.count <= 6
            else {
                throw CallLogRefusal(
                    reason: "The \(field) `\(text)` is no length of time; write seconds or"
                        + " HH:MM:SS.")
            }
            total = total * 60 + value
        }
        guard total <= 8_640_000 else {
            throw CallLogRefusal(reason: "The \(field) `\(text)` is longer than a hundred days.")
        }
        return total
    }

    /// Who began the call, in English or Spanish; nil for a word that means nothing of the kind.
    static func direction(_ text: String) -> CallDirection? {
        switch CallLogField.normalised(text) {
        case "inbound", "in", "incoming", "i", "entrante", "entrada", "recibida": .inbound
        case "outbound", "out", "outgoing", "o", "saliente", "salida", "realizada": .outbound
        case "internal", "int", "interna", "interno", "exten": .internal
        default: nil
        }
    }

    /// Which channel is whose, from the agent's channel; nil for a word that does not tell.
    static func layout(_ text: String) -> ChannelLayout? {
        switch CallLogField.normalised(text) {
        case "first", "1", "left", "l", "primero", "izquierdo", "izquierda": .agentFirst
        case "second", "2", "right", "r", "segundo", "derecho", "derecha": .customerFirst
        default: nil
        }
    }

    /// Holds from `75-110;200-230` (seconds, or clock times such as `1:15-1:50`); empty for `none`,
    /// `0`, or `-`.
    static func holds(_ text: String) throws -> [CallTimeRange] {
        if ["none", "no", "0", "-", "ninguna", "ninguno"].contains(text.lowercased()) { return [] }
        var ranges: [CallTimeRange] = []
        for part in text.split(whereSeparator: { ";|".contains($0) }) {
            let ends = part.split(separator: "-").map { $0.trimmed }
            guard ends.count == 2,
                let range = CallTimeRange(
                    start: CallTime(seconds: try seconds(ends[0], field: "start of a hold")),
                    end: CallTime(seconds: try seconds(ends[1], field: "end of a hold")))
            else {
                throw CallLogRefusal(
                    reason: "The hold `\(part)` is not written as start-end in seconds, such as"
                        + " 75-110;200-230.")
            }
            ranges.append(range)
        }
        return ranges.union()
    }

    /// Whether the word says that the audio was deleted when its time was over.
    static func isRetired(_ text: String) -> Bool {
        [
            "deleted", "purged", "expired", "retired", "removed", "erased", "borrada", "borrado",
            "eliminada", "eliminado", "purgada", "caducada",
        ].contains(CallLogField.normalised(text))
    }
}

extension StringProtocol {
    /// The text without the spaces around it.
    var trimmed: String {
        var part = self[...]
        while part.first?.isWhitespace == true { part.removeFirst() }
        while part.last?.isWhitespace == true { part.removeLast() }
        return String(part)
    }
}
