import Foundation

/// Why a file of call records cannot be taken at all, in a sentence that ends with what to do.
public struct CallLogError: Error, Hashable, Sendable {
    /// The file.
    public var path: String
    /// The line, from 1; nil where the whole file is meant.
    public var line: Int?
    /// The sentence.
    public var message: String

    init(path: String, line: Int? = nil, message: String) {
        self.path = path
        self.line = line
        self.message = message
    }

    init(path: String, errno code: Int32) {
        self.init(
            path: path,
            message: "The call records cannot be read: \(String(cString: strerror(code)))."
                + " Check the path and its rights.")
    }
}

extension CallLogError: CustomStringConvertible {
    /// The file, the line, and the sentence.
    public var description: String {
        line.map { "\(path), line \($0): \(message)" } ?? "\(path): \(message)"
    }
}

/// A row of call records that was not taken, and why.
public struct CallLogProblem: Sendable, Codable, Hashable {
    /// The line the row begins on, from 1.
    public var line: Int
    /// The sentence.
    public var reason: String

    init(line: Int, reason: String) {
        self.line = line
        self.reason = reason
    }
}

extension CallLogProblem: CustomStringConvertible {
    /// The line and the sentence.
    public var description: String { "line \(line): \(reason)" }
}

/// Why a value of a row cannot be read.
struct CallLogRefusal: Error {
    let reason: String
}
