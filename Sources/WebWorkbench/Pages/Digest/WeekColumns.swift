import CallModel
import CallReports

/// The weeks of one pain point as small columns: from the low to the high end of the share, a mark at
/// the best value, a gap where nobody listened.
struct WeekColumns: Sendable {
    /// One week that was listened to, in units of the picture.
    struct Column: Sendable {
        let x: Int
        let top: String
        let height: String
        let best: String
    }

    /// A place before which something else was meant by the same name.
    struct Break: Sendable {
        let x: Int
    }

    /// How wide a week is, and how high the picture.
    static let step = 12
    static let height = 32.0

    let width: Int
    let columns: [Column]
    let breaks: [Break]
    let caption: String
    let description: String

    init(_ chart: WeekChart) {
        width = chart.weeks.count * Self.step
        columns = chart.weeks.enumerated().compactMap { index, week in
            week.share.map { share in
                func place(_ value: Double) -> Double {
                    Self.height * (1 - min(max(value / chart.maximum, 0), 1))
                }
                let (top, bottom) = (place(share.high), place(share.low))
                return Column(
                    x: index * Self.step, top: Decimals.text(top),
                    height: Decimals.text(max(bottom - top, 1)),
                    best: Decimals.text(min(place(share.value), Self.height - 2)))
            }
        }
        breaks = chart.weeks.enumerated().compactMap { index, week in
            week.startsAnew ? Break(x: index * Self.step - 1) : nil
        }
        caption = chart.caption
        description = chart.description
    }
}
