import CallModel
import Foundation
import GRDB

/// Which channel is whose, when the recorder, the call record and a person may each say so: a person
/// wins over the call record, and that over the recorder's setting.
enum SideOrder {
    /// The layout that a call's recording shall have; nil where nobody says other than it has.
    ///
    /// A pair of files has its sides from the files: the call record does not change them.
    static func wanted(
        for recording: Recording, of call: Int64, _ db: Database
    ) throws -> ChannelLayout? {
        guard recording.layout != .mono else { return nil }
        let row = try db.row(
            cached: """
                SELECT CASE WHEN layoutSetBy IS NOT NULL THEN recording.layout END AS byHand,
                    call.layout AS logged
                FROM call LEFT JOIN recording ON recording.call = number WHERE number = ?
                """,
            arguments: [call])
        let byHand: ChannelLayout? = try row?.known("byHand")
        let logged: ChannelLayout? = try row?.known("logged")
        let said = byHand ?? (recording.files.count == 1 ? logged : nil)
        return said == .mono || said == recording.layout ? nil : said
    }

    /// Exchanges the sides of what is stored of a call: its layout, its files' sides, its profile.
    static func exchange(_ recording: Recording, of call: Int64, _ db: Database) throws {
        try db.execute(
            cached: "UPDATE recording SET layout = ? WHERE call = ?",
            arguments: [recording.layout.swapped.rawValue, call])
        try db.execute(
            cached: """
                UPDATE recordingPart SET side =
                    CASE side WHEN 'agent' THEN 'customer' WHEN 'customer' THEN 'agent' END
                WHERE call = ?
                """,
            arguments: [call])
        if let profile = try StoredProfile.load(call, db) {
            try StoredProfile.replace(profile.swappingSides(), of: call, db)
        }
    }
}

extension Recording {
    /// The same sound with agent and customer exchanged; the order of the files stays.
    func exchangingSides() -> Recording {
        var exchanged = self
        exchanged.layout = layout.swapped
        for index in exchanged.files.indices {
            exchanged.files[index].side = exchanged.files[index].side?.other
        }
        return exchanged
    }
}
