import CallModel
import CallReports

/// What every page has around it: its title, the way to the other pages, who is signed in.
struct Frame: Sendable {
    /// A link of the navigation.
    struct Link: Sendable {
        let label: String
        let path: String
        let isCurrent: Bool
        /// A link that stands alone on a telephone.
        let isMain: Bool
    }

    let words: FrameWords
    let title: String
    let stylesheet: String
    let script: String
    /// Plays clips where they stand.
    let clipScript: String
    /// Sends recordings.
    let uploadScript: String
    let upload: UploadWords
    let icon: String
    let links: [Link]
    /// Who is signed in; nil on the pages before that.
    let listener: String?
    /// What forms of this browser carry.
    let formToken: String?
    /// A class of the body: how wide and how dense the page is.
    let style: String
    /// Whether the page asks to be told of news.
    let isLive: Bool
}

/// The places that the navigation leads to.
enum Place: String, Sendable, CaseIterable {
    case week, listen, calls, digest, initiatives, agreement, gap, sittings, ideas, help

    /// Whether it stands alone on a telephone.
    var isMain: Bool { ![.agreement, .gap, .sittings, .ideas].contains(self) }

    var path: String {
        switch self {
        case .week: "/"
        case .listen: "/listen"
        case .calls: "/calls"
        case .digest: "/digest"
        case .initiatives: "/initiatives"
        case .agreement: "/agreement"
        case .gap: "/expectations"
        case .sittings: "/sessions"
        case .ideas: "/ideas"
        case .help: "/help"
        }
    }
}
