import HTTPTypes

/// How a request for a representation whose bytes lie in reach is answered (RFC 9110, sections 13 and
/// 14): the status, the fields, and which bytes go out between which texts. Pure.
struct RangeAnswer: Sendable, Hashable {
    /// A part of the body.
    enum Piece: Sendable, Hashable {
        /// These characters.
        case text(String)
        /// These bytes of the representation.
        case bytes(Range<Int>)

        var byteCount: Int {
            switch self {
            case .text(let text): text.utf8.count
            case .bytes(let range): range.count
            }
        }
    }

    /// What is asked for.
    struct Subject: Sendable, Hashable {
        /// Its length, in bytes.
        var length: Int
        /// A strong entity tag, in its quotes: the same for the same bytes and for no others.
        var tag: String
        /// Its media type.
        var mediaType: String
    }

    let status: HTTPResponse.Status
    let headers: HTTPFields
    /// The body, in order; empty for HEAD, whose fields tell what GET would send.
    let pieces: [Piece]

    /// The answer to a request of a method (GET or HEAD) with fields; `boundary` parts the ranges
    /// where there are several, and must not occur in the representation.
    init(
        _ subject: Subject, method: HTTPRequest.Method, fields: HTTPFields,
        boundary: @autoclosure () -> String
    ) {
        var headers: HTTPFields = [.eTag: subject.tag, .acceptRanges: "bytes"]
        if let status = Self.failedPrecondition(fields, tag: subject.tag) {
            self.init(status, headers, [], method)
            return
        }
        switch Self.ranges(fields, method: method, of: subject) {
        case .whole:
            headers[.contentType] = subject.mediaType
            self.init(.ok, headers, [.bytes(0..<subject.length)], method)
        case .unsatisfiable:
            headers[.contentRange] = "bytes */\(subject.length)"
            self.init(.rangeNotSatisfiable, headers, [], method)
        case .parts(let parts) where parts.count == 1:
            headers[.contentType] = subject.mediaType
            headers[.contentRange] = Self.contentRange(parts[0], of: subject)
            self.init(.partialContent, headers, [.bytes(parts[0])], method)
        case .parts(let parts):
            let boundary = boundary()
            headers[.contentType] = "multipart/byteranges; boundary=\(boundary)"
            self.init(
                .partialContent, headers, Self.multipart(parts, of: subject, boundary), method)
        }
    }

    private init(
        _ status: HTTPResponse.Status, _ headers: HTTPFields, _ pieces: [Piece],
        _ method: HTTPRequest.Method
    ) {
        self.status = status
        var headers = headers
        if status != .notModified {
            headers[.contentLength] = String(pieces.reduce(0) { $0 + $1.byteCount })
        }
        self.headers = headers
        self.pieces = method == .head ? [] : pieces
    }

    /// The status that ends the matter before any range is looked at (13.2.2): 412 where `If-Match`
    /// does not, 304 where `If-None-Match` does.
    private static func failedPrecondition(
        _ fields: HTTPFields, tag: String
    ) -> HTTPResponse.Status? {
        if let wanted = fields[.ifMatch], !names(wanted, tag, weakly: false) {
            return .preconditionFailed
        }
        if let known = fields[.ifNoneMatch], names(known, tag, weakly: true) { return .notModified }
        return nil
    }

    /// Ranges are for GET alone (14.2), and only where `If-Range` names the very same bytes: a date
    /// never does, since no date of change is given out (13.1.5).
    private static func ranges(
        _ fields: HTTPFields, method: HTTPRequest.Method, of subject: Subject
    ) -> ByteRanges {
        guard method == .get else { return .whole }
        if let condition = fields[.ifRange], condition.trimmingSpace != subject.tag {
            return .whole
        }
        return ByteRanges(fields[.range], length: subject.length)
    }

    /// Whether a list of entity tags names one; `*` names every one.
    private static func names(_ list: String, _ tag: String, weakly: Bool) -> Bool {
        if list.trimmingSpace == "*" { return true }
        return list.split(separator: ",").contains { element in
            let other = String(element).trimmingSpace
            return other == tag || (weakly && other == "W/" + tag)
        }
    }

    private static func contentRange(_ part: Range<Int>, of subject: Subject) -> String {
        "bytes \(part.lowerBound)-\(part.upperBound - 1)/\(subject.length)"
    }

    private static func multipart(
        _ parts: [Range<Int>], of subject: Subject, _ boundary: String
    ) -> [Piece] {
        var pieces: [Piece] = []
        for (number, part) in parts.enumerated() {
            let head = """
                \(number == 0 ? "" : "\r\n")--\(boundary)\r
                Content-Type: \(subject.mediaType)\r
                Content-Range: \(contentRange(part, of: subject))\r
                \r\n
                """
            pieces += [.text(head), .bytes(part)]
        }
        return pieces + [.text("\r\n--\(boundary)--\r\n")]
    }
}

extension String {
    fileprivate var trimmingSpace: String {
        let isSpace: (Character) -> Bool = { $0 == " " || $0 == "\t" }
        let front = drop(while: isSpace)
        return front.lastIndex { !isSpace($0) }.map { String(front[...$0]) } ?? ""
    }
}
