import CallArchive
import CallAudio
import CallDigest
import CallTagging
import CallWorkbench
import Foundation
import HTTPTypes
import Hummingbird

extension WebProblem {
    /// What an error is to the person who asked. What nobody foresaw tells nothing of itself: its
    /// own words go to the server's log.
    init(_ error: any Error) {
        switch error {
        case let problem as WebProblem: self = problem
        case let error as ArchiveError: self.init(archive: error)
        case let error as SittingRefused: self.init(.conflict, error.sentence)
        case let error as SittingMovedOn: self.init(.stale, error.description)
        case let error as ListeningError: self.init(listening: error)
        case let error as UploadError: self.init(upload: error)
        case let error as RecordingGone: self.init(.notFound, error.description)
        case let error as AudioError: self.init(.conflict, error.sentence)
        case let error as InitiativeRefused: self.init(.conflict, error.description)
        case let error as SettlementRefused: self.init(.conflict, error.description)
        case let error as DrawError: self.init(.conflict, error.description)
        case let error as TaxonomyMissing: self.init(.conflict, error.description)
        case let error as HTTPError: self.init(http: error)
        default: self.init(.internalError)
        }
    }

    private init(archive error: ArchiveError) {
        switch error {
        case .unknownCall, .unknownSession, .unknownDraw, .ambiguous:
            self.init(.notFound, error.description)
        case .stale, .changedMeanwhile: self.init(.stale, error.description)
        case .invalid: self.init(.badRequest, error.description)
        case .sidesUnknown, .drawExists, .eventReused, .taxonomyDiffers, .readOnly:
            self.init(.conflict, error.description)
        case .owned, .newerSchema, .needsUpgrade, .notFound, .notDurable, .backup, .database:
            self.init(.internalError)
        }
    }

    private init(listening error: ListeningError) {
        switch error {
        case .notOpen, .otherListener: self.init(.notFound, error.description)
        case .nothingToContinue, .nothingToHear, .allHeard, .drawDone, .heardByOthers, .noCalls:
            self.init(.conflict, error.description)
        }
    }

    private init(upload error: UploadError) {
        switch error.kind {
        case .tooLarge: self.init(.tooLarge, error.description)
        case .unknown: self.init(.notFound, error.description)
        case .wrongOffset, .tooMany: self.init(.conflict, error.description)
        case .notAudio, .malformed: self.init(.badRequest, error.description)
        case .noRoom: self.init(.notReady, error.description)
        }
    }

    private init(http error: HTTPError) {
        switch error.status {
        case .notFound: self.init(.notFound)
        case .contentTooLarge: self.init(.tooLarge)
        case .badRequest: self.init(.badRequest, error.body)
        default: self.init(.internalError)
        }
    }
}
