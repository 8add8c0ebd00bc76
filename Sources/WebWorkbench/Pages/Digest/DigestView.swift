import CallModel
import CallReports
import Foundation

/// The digest as it is shown: the page that `CallReports` words, laid out for a screen, with links
/// from every claim to the seconds behind it.
struct DigestView: Sendable {
    /// What stands in the fields of the picker.
    struct Picked: Sendable {
        let period: String?
        let site: String?
        let queue: String?
    }

    let frame: Frame
    let words: DigestSheetWords
    let earlier: String?
    let later: String?
    let picked: Picked
    let directions: [Choice]
    /// Nil where nobody heard anything.
    let digest: DigestSheet?
    let downloads: [Frame.Link]
    let permalink: String

    /// `sounding` are the calls of the evidence whose sound can be heard.
    init(
        frame: Frame, digest: Digest?, sounding: Set<CallID>, words: WebWords, now: Date
    ) {
        self.frame = frame
        self.words = words.digest
        let period = digest?.period
        let scope = digest?.scope ?? Scope(site: nil, queue: nil, direction: nil)
        func path(_ page: String, _ period: Period?) -> String? {
            period.map { DigestQuery.path(page, of: $0, scope) }
        }
        earlier = path("/digest", period?.previous)
        later = path("/digest", period?.next.flatMap { $0.start <= now ? $0 : nil })
        picked = Picked(
            period: period?.label, site: SafeName.field(scope.site),
            queue: SafeName.field(scope.queue))
        directions = Choice.directions(selected: scope.direction, words: words.digest)
        self.digest = digest.map { DigestSheet($0, sounding: sounding, words: words) }
        downloads = DigestFile.allCases.compactMap { file in
            path("/digest/files/" + file.rawValue, period).map {
                Frame.Link(label: file.label, path: $0, isCurrent: false, isMain: true)
            }
        }
        permalink = path("/digest", period) ?? "/digest"
    }
}

/// The files that a digest can be taken away as: the same bytes that `earful digest` writes.
enum DigestFile: String, Sendable, CaseIterable {
    case html, markdown, csv, json

    var format: DigestFormat {
        switch self {
        case .html: .html
        case .markdown: .markdown
        case .csv: .csv
        case .json: .json
        }
    }

    var label: String {
        switch self {
        case .html: "HTML"
        case .markdown: "Markdown"
        case .csv: "CSV"
        case .json: "JSON"
        }
    }

    var ending: String { self == .markdown ? "md" : rawValue }

    var mediaType: String {
        switch self {
        case .html: "text/html; charset=utf-8"
        case .markdown: "text/markdown; charset=utf-8"
        case .csv: "text/csv; charset=utf-8"
        case .json: "application/json"
        }
    }
}
