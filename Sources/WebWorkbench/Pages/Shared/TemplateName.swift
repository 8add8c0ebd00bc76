/// The templates: each page is one, drawn inside `layout`; some are parts of several pages.
enum TemplateName: String, Sendable, CaseIterable {
    case layout, problem, howWeKnow, method, signIn, week, wall, listen, calls, call, digest,
        explanation, callsBehind
    case sittings
    case sitting, ideas
    case initiatives, initiative, agreement, compared, comparison, gap, gapHistory, help, link,
        listenStart
    case initiativeCard, agreementBar, pair, bars, weeks, figures, callTable, callLinks, silence,
        uploads

    /// Its text, built into the program.
    var bytes: [UInt8] {
        switch self {
        case .layout: PackageResources.layout_mustache
        case .problem: PackageResources.problem_mustache
        case .signIn: PackageResources.signIn_mustache
        case .week: PackageResources.week_mustache
        case .wall: PackageResources.wall_mustache
        case .listen: PackageResources.listen_mustache
        case .listenStart: PackageResources.listenStart_mustache
        case .uploads: PackageResources.uploads_mustache
        case .calls: PackageResources.calls_mustache
        case .call: PackageResources.call_mustache
        case .digest: PackageResources.digest_mustache
        case .howWeKnow: PackageResources.howWeKnow_mustache
        case .method: PackageResources.method_mustache
        case .callsBehind: PackageResources.callsBehind_mustache
        case .silence: PackageResources.silence_mustache
        case .callLinks: PackageResources.callLinks_mustache
        case .explanation: PackageResources.explanation_mustache
        case .sittings: PackageResources.sittings_mustache
        case .sitting: PackageResources.sitting_mustache
        case .ideas: PackageResources.ideas_mustache
        case .initiatives: PackageResources.initiatives_mustache
        case .initiative: PackageResources.initiative_mustache
        case .agreement: PackageResources.agreement_mustache
        case .compared: PackageResources.compared_mustache
        case .comparison: PackageResources.comparison_mustache
        case .gap: PackageResources.gap_mustache
        case .gapHistory: PackageResources.gapHistory_mustache
        case .initiativeCard: PackageResources.initiativeCard_mustache
        case .agreementBar: PackageResources.agreementBar_mustache
        case .pair: PackageResources.pair_mustache
        case .help: PackageResources.help_mustache
        case .link: PackageResources.link_mustache
        case .bars: PackageResources.bars_mustache
        case .weeks: PackageResources.weeks_mustache
        case .figures: PackageResources.figures_mustache
        case .callTable: PackageResources.callTable_mustache
        }
    }
}
