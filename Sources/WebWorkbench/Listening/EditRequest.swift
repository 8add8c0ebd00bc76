import CallModel
import CallTagging

/// An edit as a browser sends it: what is done, under a name that the browser made once, by somebody
/// who had seen the sitting up to a version.
struct EditRequest: Decodable, Sendable {
    /// What is done.
    enum Act: Sendable {
        /// Something that contradicts nobody.
        case open(CallID)
        case heard(CallID, [CallTimeRange], speed: Double)
        /// Something that may contradict what others did meanwhile.
        case edit(SessionCommand)
    }

    let eventID: EventID
    let version: Int
    let act: Act
    /// The call that it is of; nil where the sitting itself, or the line of edits, is meant.
    let call: CallID?

    /// Whether what others see of calls may be different after it.
    var changesWhatIsSaid: Bool {
        if case .edit = act { true } else { false }
    }

    private enum Kind: String, Decodable {
        case predict, open, heard, annotate, change, remove, undo, redo, skip, finish, end
    }

    private enum CodingKeys: String, CodingKey {
        case eventID = "eventId"
        case version, type, call, ranges, speed, predictions, annotation, reason
        case annotationID = "annotationId"
    }

    init(from decoder: any Decoder) throws {
        let fields = try decoder.container(keyedBy: CodingKeys.self)
        eventID = try fields.decode(EventID.self, forKey: .eventID)
        version = try fields.decode(Int.self, forKey: .version)
        let kind = try fields.decode(Kind.self, forKey: .type)
        var call: CallID?
        func named() throws -> CallID {
            let id = try fields.decode(CallID.self, forKey: .call)
            call = id
            return id
        }
        func annotation() throws -> Annotation {
            let document = try fields.decode(AnnotationDocument.self, forKey: .annotation)
            call = document.call
            return document.annotation
        }
        switch kind {
        case .predict:
            act = .edit(.predict(try fields.decode([Prediction].self, forKey: .predictions)))
        case .open: act = .open(try named())
        case .heard:
            let ranges = try fields.decode([RangeDocument].self, forKey: .ranges)
            act = .heard(
                try named(), ranges.map(\.range),
                speed: try fields.decode(Double.self, forKey: .speed))
        case .annotate: act = .edit(.annotate(try annotation()))
        case .change: act = .edit(.change(try annotation()))
        case .remove:
            act = .edit(.remove(try fields.decode(AnnotationID.self, forKey: .annotationID)))
        case .undo: act = .edit(.undo)
        case .redo: act = .edit(.redo)
        case .skip:
            act = .edit(
                .skip(call: try named(), reason: try fields.decode(String.self, forKey: .reason)))
        case .finish: act = .edit(.finish(call: try named()))
        case .end: act = .edit(.end)
        }
        self.call = call
    }
}
