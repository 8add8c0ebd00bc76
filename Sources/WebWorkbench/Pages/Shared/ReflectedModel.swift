import Mustache

/// A page model as templates look into it.
///
/// The library reflects on a model anew for every name that a template looks up, which is most of the time
/// that a page takes. Here each part of a model is reflected on once, when it is first looked into. What a
/// template sees is the same: a name without a value is looked for further out.
final class ReflectedModel: MustacheParent {
    private let model: Any
    private var known: [String: Any]?

    /// A model, or a part of one.
    init(_ model: Any) {
        self.model = model
    }

    func child(named name: String) -> Any? {
        if let known { return known[name] }
        var children: [String: Any] = [:]
        for child in Mirror(reflecting: model).children {
            guard let label = child.label, children[label] == nil else { continue }
            children[label] = Self.seen(child.value)
        }
        known = children
        return children[name]
    }

    /// What a template sees of a value; nil for an optional without one.
    private static func seen(_ value: Any) -> Any? {
        if value is String || value is Bool || value is Int { return value }
        let mirror = Mirror(reflecting: value)
        switch mirror.displayStyle {
        case .optional: return mirror.children.first.flatMap { seen($0.value) }
        case .collection: return mirror.children.compactMap { seen($0.value) }
        case .struct where !mirror.children.isEmpty: return ReflectedModel(value)
        default: return value
        }
    }
}
