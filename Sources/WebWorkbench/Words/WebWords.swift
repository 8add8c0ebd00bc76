import CallReports

/// All that the pages say, in one language: a second language is a second value, and the compiler
/// says what it still lacks. Digests, calls and sittings are worded by `CallReports`.
struct WebWords: Sendable {
    let language: Language
    let frame: FrameWords
    let problems: ProblemWords
    let signIn: SignInWords
    let week: WeekWords
    let listen: ListenWords
    let summary: SummaryWords
    let keys: KeyWords
    let uploads: UploadWords
    let calls: CallsWords
    let call: CallSheetWords
    let digest: DigestSheetWords
    let initiatives: InitiativesWords
    let agreement: AgreementSheetWords
    let gap: GapSheetWords
    let sittings: SittingsWords
    let ideas: IdeasWords
    let help: HelpWords

    /// English.
    static let english = WebWords(
        language: .english, frame: .english, problems: .english, signIn: .english, week: .english,
        listen: .english, summary: .english, keys: .english, uploads: .english, calls: .english,
        call: .english, digest: .english, initiatives: .english, agreement: .english,
        gap: .english, sittings: .english, ideas: .english, help: .english)
}
