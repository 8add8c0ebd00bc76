import CallModel

/// What was said of a call, as JSON.
struct AnnotationDocument: Codable, Sendable, Hashable {
    let id: AnnotationID
    let call: CallID
    let content: Annotation.Content
    let range: RangeDocument?
    let side: Side?

    init(_ annotation: Annotation) {
        id = annotation.id
        call = annotation.call
        content = annotation.content
        range = annotation.range.map(RangeDocument.init)
        side = annotation.side
    }

    var annotation: Annotation {
        Annotation(id: id, call: call, content: content, range: range?.range, side: side)
    }
}
