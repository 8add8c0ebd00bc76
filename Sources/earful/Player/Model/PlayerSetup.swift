import CallWorkbench
import CallModel
import CallReports
import Foundation

/// What holds for a whole sitting at the player.
struct PlayerSetup: Sendable {
    /// The words to tag with.
    var taxonomy: Taxonomy
    /// The day that decides which of them are offered.
    var day: CalendarDay
    /// Which key does what.
    var keys = KeyTable.standard
    /// What can be drawn, and in which language.
    var form = TerminalForm()
    /// The zone of the times shown.
    var zone = TimeZone.gmt
    /// What the sitting is for.
    var purpose = SessionPurpose.listeningHour
    /// Seconds that the sitting is to hold; nil where it has no goal.
    var goalSeconds: Double?
    /// How fast, where 1 is normal.
    var speed = 1.0
    /// Whether dead air and hold are skipped.
    var skips = true
    /// Whether the levels of sides and calls are matched.
    var levels = true
    /// Whether to ask first what the listener expects to hear.
    var asksExpectations = true
    /// The beginning of the names of annotations that are made here: no other run of the player may
    /// have it.
    var identity: String
}
