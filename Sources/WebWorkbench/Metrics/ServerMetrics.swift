import HTTPTypes
import Synchronization

/// What the server counts of itself.
final class ServerMetrics: Sendable {
    /// One kind of answer.
    struct Answer: Hashable, Comparable {
        var route: String
        var method: String
        var status: Int

        static func < (left: Self, right: Self) -> Bool {
            (left.route, left.method, left.status) < (right.route, right.method, right.status)
        }
    }

    /// How long answers of one kind took.
    struct Durations: Sendable {
        /// Answers that took no longer than each of ``bounds``, not added up.
        var counts = [Int](repeating: 0, count: ServerMetrics.bounds.count + 1)
        var seconds = 0.0
        var count: Int { counts.reduce(0, +) }
    }

    /// Upper ends of the buckets, in seconds.
    static let bounds = [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 10]

    private let answers = Mutex<[Answer: Durations]>([:])
    private let ingested = Mutex<[String: Int]>([:])

    /// Counts an answer; a route that is not in the table counts as one, whatever was asked for.
    func count(method: HTTPRequest.Method, route: String?, status: Int, seconds: Double) {
        let bucket = Self.bounds.firstIndex { seconds <= $0 } ?? Self.bounds.count
        let known = [HTTPRequest.Method.get, .head, .post, .put, .delete].contains(method)
        let answer = Answer(
            route: route ?? "none", method: known ? method.rawValue : "other", status: status)
        answers.withLock {
            $0[answer, default: Durations()].counts[bucket] += 1
            $0[answer, default: Durations()].seconds += seconds
        }
    }

    /// Counts a file that was taken in, or not, by what became of it.
    func countFile(_ status: String) {
        ingested.withLock { $0[status, default: 0] += 1 }
    }

    /// The answers so far, in order.
    var allAnswers: [(answer: Answer, durations: Durations)] {
        answers.withLock { $0.sorted { $0.key < $1.key }.map { ($0.key, $0.value) } }
    }

    /// The files so far, by what became of them.
    var allFiles: [(status: String, count: Int)] {
        ingested.withLock { $0.sorted { $0.key < $1.key }.map { ($0.key, $0.value) } }
    }
}
