import HTTPTypes
import Testing

@testable import WebWorkbench

@Suite("Answers with ranges")
struct RangeAnswerTests {
    /// What is asked for, as bytes.
    private struct Sample {
        var bytes: [UInt8]

        var subject: RangeAnswer.Subject {
            RangeAnswer.Subject(length: bytes.count, tag: "\"tag\"", mediaType: "audio/wav")
        }

        func answer(
            _ method: HTTPRequest.Method = .get, _ fields: HTTPFields = [:]
        ) -> RangeAnswer {
            RangeAnswer(subject, method: method, fields: fields, boundary: "BOUNDARY")
        }

        /// The body that an answer sends.
        func body(of answer: RangeAnswer) -> [UInt8] {
            answer.pieces.flatMap { piece in
                switch piece {
                case .text(let text): Array(text.utf8)
                case .bytes(let range): Array(bytes[range])
                }
            }
        }
    }

    private let sample = Sample(bytes: (0..<251).map { UInt8($0) })

    @Test("without a range the whole is sent, and says that ranges can be had")
    func whole() {
        let answer = sample.answer()
        #expect(answer.status == .ok)
        #expect(answer.headers[.contentLength] == "251")
        #expect(answer.headers[.acceptRanges] == "bytes")
        #expect(answer.headers[.eTag] == "\"tag\"")
        #expect(answer.headers[.contentType] == "audio/wav")
        #expect(sample.body(of: answer) == sample.bytes)
    }

    @Test("past the end nothing is sent but the length")
    func unsatisfiable() {
        let answer = sample.answer(.get, [.range: "bytes=251-"])
        #expect(answer.status == .rangeNotSatisfiable)
        #expect(answer.headers[.contentRange] == "bytes */251")
        #expect(answer.headers[.contentLength] == "0")
        #expect(answer.headers[.contentType] == nil)
        #expect(answer.pieces.isEmpty)
    }

    @Test("HEAD tells what GET of the whole would send, and a range has no meaning there")
    func head() {
        let answer = sample.answer(.head, [.range: "bytes=0-9"])
        #expect(answer.status == .ok)
        #expect(answer.headers == sample.answer().headers)
        #expect(answer.pieces.isEmpty)
    }

    @Test(
        "a range holds only for the very bytes that If-Range names",
        arguments: [
            ("\"tag\"", HTTPResponse.Status.partialContent), (" \"tag\" ", .partialContent),
            ("W/\"tag\"", .ok), ("\"other\"", .ok), ("tag", .ok),
            ("Wed, 21 Oct 2015 07:28:00 GMT", .ok),
        ])
    func ifRange(condition: String, status: HTTPResponse.Status) {
        let answer = sample.answer(.get, [.range: "bytes=0-9", .ifRange: condition])
        #expect(answer.status == status)
        // A condition that fails makes the range void, and the rest of it too.
        let beyond = sample.answer(.get, [.range: "bytes=900-", .ifRange: condition])
        #expect(beyond.status == (status == .ok ? .ok : .rangeNotSatisfiable))
    }

    @Test(
        "conditions come before ranges",
        arguments: [
            (HTTPField.Name.ifMatch, "\"tag\"", HTTPResponse.Status.partialContent),
            (.ifMatch, "*", .partialContent), (.ifMatch, "\"a\", \"tag\"", .partialContent),
            (.ifMatch, "\"a\"", .preconditionFailed), (.ifMatch, "W/\"tag\"", .preconditionFailed),
            (.ifNoneMatch, "\"tag\"", .notModified), (.ifNoneMatch, "W/\"tag\"", .notModified),
            (.ifNoneMatch, "*", .notModified), (.ifNoneMatch, "\"a\"", .partialContent),
        ])
    func conditions(field: HTTPField.Name, value: String, status: HTTPResponse.Status) {
        let answer = sample.answer(.get, [.range: "bytes=0-9", field: value])
        #expect(answer.status == status)
        #expect(answer.headers[.eTag] == "\"tag\"")
        if status != .partialContent { #expect(answer.pieces.isEmpty) }
    }

    @Test("several ranges come as parts, each with its place")
    func several() {
        let answer = sample.answer(.get, [.range: "bytes=1-2,-1"])
        #expect(answer.status == .partialContent)
        #expect(answer.headers[.contentType] == "multipart/byteranges; boundary=BOUNDARY")
        #expect(answer.headers[.contentRange] == nil)
        let body = sample.body(of: answer)
        let head = "Content-Type: audio/wav\r\nContent-Range: bytes "
        var expected = Array("--BOUNDARY\r\n\(head)1-2/251\r\n\r\n".utf8) + [1, 2]
        expected += Array("\r\n--BOUNDARY\r\n\(head)250-250/251\r\n\r\n".utf8) + [250]
        expected += Array("\r\n--BOUNDARY--\r\n".utf8)
        #expect(body == expected)
        #expect(answer.headers[.contentLength] == String(expected.count))
    }

    @Test("a thousand random requests are answered with just the bytes they ask for")
    func random() throws {
        var random = SplitMix(seed: 20_261_126)
        for _ in 0..<1000 {
            let length = Int.random(in: 0...400, using: &random)
            let sample = Sample(
                bytes: (0..<length).map { _ in UInt8.random(in: 0...255, using: &random) })
            let specs = (0..<Int.random(in: 1...4, using: &random)).map { _ in
                Spec.random(upTo: length + 40, using: &random)
            }
            let field = "bytes=" + specs.map(\.text).joined(separator: ", ")
            let answer = sample.answer(.get, [.range: field])
            let wanted = specs.map { spec in (0..<length).filter { spec.holds($0, of: length) } }
                .filter { !$0.isEmpty }
            let body = sample.body(of: answer)
            #expect(answer.headers[.contentLength] == String(body.count), "\(field) of \(length)")
            if wanted.isEmpty {
                #expect(answer.status == .rangeNotSatisfiable, "\(field) of \(length)")
            } else if wanted.count > 1, wanted.reduce(0, { $0 + $1.count }) > length {
                #expect(answer.status == .ok, "\(field) of \(length)")
                #expect(body == sample.bytes)
            } else if wanted.count == 1 {
                #expect(answer.status == .partialContent, "\(field) of \(length)")
                #expect(body == wanted[0].map { sample.bytes[$0] }, "\(field) of \(length)")
                #expect(
                    answer.headers[.contentRange]
                        == "bytes \(wanted[0].first!)-\(wanted[0].last!)/\(length)")
            } else {
                #expect(answer.status == .partialContent, "\(field) of \(length)")
                let sent = answer.pieces.compactMap { piece in
                    if case .bytes(let range) = piece { Array(range) } else { nil }
                }
                #expect(sent == wanted, "\(field) of \(length)")
            }
        }
    }

    /// A range as a request writes it, and what it means byte by byte.
    private enum Spec {
        case closed(Int, Int)
        case open(Int)
        case suffix(Int)

        static func random(upTo limit: Int, using random: inout SplitMix) -> Spec {
            let first = Int.random(in: 0...limit, using: &random)
            return switch Int.random(in: 0..<3, using: &random) {
            case 0: .closed(first, Int.random(in: first...(limit + 10), using: &random))
            case 1: .open(first)
            default: .suffix(Int.random(in: 0...limit, using: &random))
            }
        }

        var text: String {
            switch self {
            case .closed(let first, let last): "\(first)-\(last)"
            case .open(let first): "\(first)-"
            case .suffix(let count): "-\(count)"
            }
        }

        func holds(_ index: Int, of length: Int) -> Bool {
            switch self {
            case .closed(let first, let last): index >= first && index <= last
            case .open(let first): index >= first
            case .suffix(let count): index >= length - count
            }
        }
    }
}

/// SplitMix64 (Steele, Lea and Flood 2014): the same numbers for the same seed everywhere.
struct SplitMix: RandomNumberGenerator {
    private var state: UInt64

    init(seed: UInt64) { state = seed }

    mutating func next() -> UInt64 {
        state &+= 0x9e37_79b9_7f4a_7c15
        var mixed = state
        mixed = (mixed ^ (mixed >> 30)) &* 0xbf58_476d_1ce4_e5b9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94d0_49bb_1331_11eb
        return mixed ^ (mixed >> 31)
    }
}
