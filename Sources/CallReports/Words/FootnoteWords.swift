/// A statistic in one plain sentence, and what it is called among those who check it.
package struct Footnote: Sendable {
    package var sentence: String
    /// The method and where it is published.
    package var source: String

    /// Both in one line.
    package var line: String { "\(sentence) (\(source))" }
}

/// Each statistic in words.
package protocol FootnoteWords {
    var shareRangeFootnote: Footnote { get }
    var totalRangeFootnote: Footnote { get }
    var orderFootnote: Footnote { get }
    var changeFootnote: Footnote { get }
    var trendFootnote: Footnote { get }
    var burstFootnote: Footnote { get }
    var alarmFootnote: Footnote { get }
    var volumeAlarmFootnote: Footnote { get }
    var coverageFootnote: Footnote { get }
    var verdictFootnote: Footnote { get }
    var courseFootnote: Footnote { get }
    var worthFootnote: Footnote { get }
    var noveltyFootnote: Footnote { get }
}

extension FootnoteWords {
    /// What the verdicts and the worth of fixes mean.
    package var initiativeFootnotes: [Footnote] {
        [verdictFootnote, courseFootnote, worthFootnote]
    }
}
