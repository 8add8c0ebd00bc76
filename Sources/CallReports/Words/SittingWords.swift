package import CallModel

/// The words of sittings and draws.
package protocol SittingWords {
    func purpose(_ purpose: SessionPurpose) -> String
    func sittingHeard(_ duration: String, calls: Int) -> String
    var sittingGoesOn: String { get }
    func finished(_ calls: Int) -> String
    func skippedCalls(_ calls: Int) -> String
    func stillOpen(_ calls: Int) -> String
    func skippedBecause(_ reason: String) -> String
    var expectedTitle: String { get }
    func expected(_ share: Double, heard: Int, of calls: Int) -> String
    var sealed: String { get }
    var notSealed: String { get }
    var painPointsTitle: String { get }
    var callsTitle: String { get }
    var ideasTitle: String { get }
    var kudosTitle: String { get }
    var notTagged: String { get }
    func marks(_ count: Int) -> String
    func ideas(_ count: Int) -> String
    func reasonsGiven(_ count: Int) -> String
    func progress(_ progress: Session.HeardCall.Progress) -> String
    var progressColumn: String { get }
    var sessionColumn: String { get }
    var purposeColumn: String { get }
    var callsColumn: String { get }
    var ideasColumn: String { get }
    var heardDuration: String { get }
    var worstColumn: String { get }
    var noSittings: String { get }

    /// What comes after a sitting; `command` goes on with what is left.
    func leftInDraw(_ calls: Int, heardNow: Int, command: String) -> String
    func leftOfPicked(_ calls: Int, command: String) -> String
    func drawDone(command: String) -> String
    func nothingLeft(command: String) -> String

    func drew(_ drawn: Int, of population: Int, method: Draw.Method) -> String
    func frame(_ days: String, filter: String) -> String
    func seed(_ seed: String) -> String
    /// How many calls a second listener hears too; which ones is never said.
    func doublyAssigned(_ calls: Int, of picked: Int) -> String
    func drawnBy(_ listener: String, at time: String) -> String
    var drawTitle: String { get }
    var toHearTitle: String { get }
    var nothingDrawn: String { get }
    var chanceColumn: String { get }
    var orderColumn: String { get }
}
