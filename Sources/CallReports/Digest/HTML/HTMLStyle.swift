/// The looks of a page, by class. Each is written inline too, because mail programs throw style
/// sheets away; the sheet adds what only browsers and printers understand.
enum HTMLStyle: String, CaseIterable, Sendable {
    case page, sheet, masthead, headline, lead, caution, title, note, table, head, headNumber
    case cell, number, strongNumber, place, name, chart, solid, rangeToBest, rangeToEnd, rest
    case line, finding, findingName, words, clip, clipCell, clipNote, severity, badge, loss, small
    case shareText, clipHead, clipCall, hidden, rangeBeyond, weeks, week, weekAnew
    case weekRange, weekBest, weekUnder, alarm, placeOfBand, win

    var inline: String {
        switch self {
        case .page:
            "margin:0;padding:0;background:#eef1f4;color:#1d2733;"
                + "font:15px/1.5 -apple-system,'Segoe UI',Roboto,'Helvetica Neue',Arial,sans-serif;"
        case .sheet: "max-width:720px;margin:0 auto;padding:32px 28px;background:#ffffff;"
        case .masthead: "margin:0 0 8px;color:#56657a;font-size:13px;"
        case .headline: "margin:0 0 12px;font-size:26px;line-height:1.25;font-weight:700;"
        case .lead: "margin:0 0 12px;"
        case .win:
            "margin:0 0 8px;padding:8px 12px;background:#e8f0f8;border-left:4px solid #2f5275;"
                + "font-weight:700;"
        case .alarm:
            "margin:0 0 8px;padding:8px 12px;background:#f3f0e6;border-left:4px solid #1d2733;"
                + "font-weight:700;"
        case .caution:
            "margin:0 0 12px;padding:8px 12px 8px 28px;background:#f3f0e6;"
                + "border-left:4px solid #8a6d1d;"
        case .title: "margin:28px 0 8px;font-size:17px;line-height:1.3;font-weight:700;"
        case .note: "margin:4px 0 8px;color:#56657a;font-size:13px;"
        case .table: "width:100%;border-collapse:collapse;"
        case .head:
            "padding:4px 8px 4px 0;text-align:left;vertical-align:bottom;color:#56657a;"
                + "font-size:12px;font-weight:400;border-bottom:1px solid #d5dce4;"
        case .headNumber:
            "padding:4px 0 4px 12px;text-align:right;vertical-align:bottom;color:#56657a;"
                + "white-space:nowrap;"
                + "font-size:12px;font-weight:400;border-bottom:1px solid #d5dce4;"
        case .cell:
            "padding:8px 8px 8px 0;text-align:left;vertical-align:top;font-weight:400;"
                + "border-bottom:1px solid #e6ebf0;overflow-wrap:anywhere;"
        case .shareText:
            "padding:8px 0 8px 12px;text-align:right;vertical-align:top;white-space:nowrap;"
                + "border-bottom:1px solid #e6ebf0;"
        case .number:
            "padding:8px 0 8px 12px;text-align:right;vertical-align:top;color:#56657a;"
                + "font-variant-numeric:tabular-nums;white-space:nowrap;"
                + "border-bottom:1px solid #e6ebf0;"
        case .strongNumber:
            "padding:8px 0 8px 12px;text-align:right;vertical-align:top;font-weight:700;"
                + "font-variant-numeric:tabular-nums;white-space:nowrap;"
                + "border-bottom:1px solid #e6ebf0;"
        case .place:
            "padding:8px 12px 8px 0;vertical-align:top;color:#56657a;white-space:nowrap;"
                + "font-variant-numeric:tabular-nums;border-bottom:1px solid #e6ebf0;"
        case .placeOfBand:
            "padding:8px 12px 8px 6px;vertical-align:middle;color:#56657a;white-space:nowrap;"
                + "font-variant-numeric:tabular-nums;border-bottom:1px solid #e6ebf0;"
                + "border-left:3px solid #8ba3bb;"
        case .name: "font-weight:600;"
        case .chart:
            "width:100%;height:12px;margin-top:4px;border-collapse:collapse;table-layout:fixed;"
        case .solid: "height:12px;padding:0;font-size:0;line-height:0;background:#2f5275;"
        case .rangeToBest:
            "height:12px;padding:0;font-size:0;line-height:0;vertical-align:middle;"
                + "border-right:3px solid #2f5275;"
        case .rangeToEnd:
            "height:12px;padding:0;font-size:0;line-height:0;vertical-align:middle;"
                + "border-right:1px solid #2f5275;"
        case .rangeBeyond:
            "height:12px;padding:0;font-size:0;line-height:0;vertical-align:middle;"
        case .rest: "height:12px;padding:0;font-size:0;line-height:0;"
        case .line: "height:2px;font-size:0;line-height:0;background:#8ba3bb;"
        case .finding: "margin:0 0 16px;"
        case .findingName: "margin:0 0 2px;font-size:15px;line-height:1.4;font-weight:700;"
        case .words: "margin:4px 0;overflow-wrap:anywhere;"
        case .clip: "width:100%;border-collapse:collapse;font-size:13px;"
        case .clipCell:
            "padding:2px 12px 2px 0;text-align:left;vertical-align:top;white-space:nowrap;"
                + "font-weight:400;font-variant-numeric:tabular-nums;"
        case .clipHead:
            "padding:0 12px 0 0;text-align:left;color:#56657a;font-size:12px;font-weight:400;"
        case .hidden: ""
        case .clipCall:
            "padding:2px 12px 2px 0;text-align:left;vertical-align:top;font-weight:400;"
                + "min-width:56px;max-width:200px;overflow-wrap:anywhere;"
        case .clipNote:
            "padding:2px 0;width:99%;text-align:left;vertical-align:top;color:#56657a;"
                + "overflow-wrap:anywhere;"
        case .severity:
            "display:inline-block;padding:0 6px;border-radius:4px;font-size:12px;"
                + "text-align:center;font-weight:600;"
        case .badge:
            "padding:0 6px;border:1px solid #aab6c3;border-radius:8px;color:#56657a;"
                + "font-size:12px;font-weight:400;white-space:nowrap;"
        case .weeks: "height:36px;margin:4px 0 2px;border-collapse:collapse;"
        case .week:
            "width:14px;height:36px;padding:0 1px;font-size:0;line-height:0;vertical-align:bottom;"
                + "border-bottom:1px solid #aab6c3;"
        case .weekAnew:
            "width:14px;height:36px;padding:0 1px;font-size:0;line-height:0;vertical-align:bottom;"
                + "border-bottom:1px solid #aab6c3;border-left:2px dashed #56657a;"
        case .weekRange: "font-size:0;line-height:0;background:#c3d2e2;"
        case .weekUnder: "font-size:0;line-height:0;"
        case .weekBest: "height:2px;font-size:0;line-height:0;background:#2f5275;"
        case .loss: "margin:0 0 4px;color:#a3271b;"
        case .small: "margin:0 0 8px;color:#56657a;font-size:13px;"
        }
    }

    /// The background and the letters of a severity: one hue, darker as it gets worse.
    static func severity(_ severity: Int) -> String {
        let ramp = [
            "background:#f1ebf6;color:#3b2454;", "background:#dfd0ec;color:#3b2454;",
            "background:#c3a6dc;color:#2b1740;", "background:#8450ad;color:#ffffff;",
            "background:#54277c;color:#ffffff;",
        ]
        return ramp[min(max(severity, 1), 5) - 1]
    }

    /// What goes beyond inline styles: dark screens, narrow screens, paper.
    static let styleSheet = """
        :root { color-scheme: light dark; }
        td, th { box-sizing: border-box; }
        .hidden { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap; }
        .headline { text-wrap: balance; }
        .clipHead { padding: 0 !important; height: 0; }
        @media (max-width: 480px) {
          .sheet { padding: 20px 16px !important; }
          .headline { font-size: 22px !important; }
          .wide { display: none !important; }
        }
        @media (prefers-color-scheme: dark) {
          .page { background: #10141a !important; color: #e4e9f0 !important; }
          .sheet { background: #171c24 !important; }
          .masthead, .note, .small, .head, .headNumber, .number, .place, .placeOfBand, .clipNote, .clipHead, .badge
            { color: #9fadbf !important; }
          .head, .headNumber { border-color: #364252 !important; }
          .cell, .number, .strongNumber, .place, .placeOfBand, .shareText { border-color: #28323f !important; }
          .badge { border-color: #56657a !important; }
          .win { background: #1d2b3a !important; border-color: #86b1dd !important; }
          .alarm { background: #2a2617 !important; border-color: #e4e9f0 !important; }
          .caution { background: #2a2617 !important; border-color: #c9a94a !important; }
          .solid { background: #86b1dd !important; }
          .rangeToBest, .rangeToEnd { border-color: #86b1dd !important; }
          .week, .weekAnew { border-color: #56657a !important; }
          .weekRange { background: #3b5470 !important; }
          .weekBest { background: #86b1dd !important; }
          .line { background: #56708c !important; }
          .loss { color: #ff9a8d !important; }
        }
        @media print {
          @page { size: A4; margin: 12mm 14mm; }
          :root { color-scheme: light; }
          .page { background: #ffffff !important; color: #000000 !important; font-size: 9.5pt !important; line-height: 1.3 !important; }
          .sheet { max-width: none !important; padding: 0 !important; background: #ffffff !important; }
          .headline { font-size: 18pt !important; }
          .lead { margin-bottom: 5pt !important; }
          .caution { padding-top: 3pt !important; padding-bottom: 3pt !important; margin-bottom: 5pt !important; }
          .title { margin: 9pt 0 3pt !important; font-size: 11.5pt !important; break-after: avoid; }
          .note { margin: 1pt 0 3pt !important; }
          .words { margin: 1pt 0 !important; }
          .findingName { font-size: 9.5pt !important; }
          .cell, .number, .strongNumber, .place, .placeOfBand, .shareText { padding-top: 2pt !important; padding-bottom: 2pt !important; }
          .finding { margin-bottom: 5pt !important; break-inside: avoid; }
          .clip, .note, .small, .masthead { font-size: 8.5pt !important; }
          .clipCall, .clipCell, .clipNote { padding-top: 0 !important; padding-bottom: 0 !important; }
          .solid, .line, .severity, .caution, .alarm, .win, .weekRange, .weekBest
            { -webkit-print-color-adjust: exact; print-color-adjust: exact; }
          tr { break-inside: avoid; }
          .chart, .solid, .rangeToBest, .rangeToEnd, .rangeBeyond, .rest { height: 8px !important; }
          .chart { margin-top: 2px !important; }
        }

        """
}
