import CallArchive
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
        case let error as TaxonomyMissing: self.init(.conflict, error.description)
        case let error as HTTPError: self.init(http: error)
        default: self.init(.internalError)
        }
    }

    private init(archive error: ArchiveError) {
        switch error {
        case .unknownCall, .unknownSession, .unknownDraw, .ambiguous:
            self.init(.notFound, error.description)
        case .stale: self.init(.stale, error.description)
        case .invalid: self.init(.badRequest, error.description)
        case .sidesUnknown, .drawExists, .eventReused, .taxonomyDiffers, .readOnly:
            self.init(.conflict, error.description)
        case .owned, .newerSchema, .needsUpgrade, .notFound, .notDurable, .backup, .database:
            self.init(.internalError)
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
