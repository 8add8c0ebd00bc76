package import CallModel

/// The names for people of the keys that listeners tag with.
package struct TagNames: Sendable {
    private let taxonomy: Taxonomy?

    package init(_ taxonomy: Taxonomy?) {
        self.taxonomy = taxonomy
    }

    /// The label of a pain point; its key where the taxonomy does not know it.
    package func painPoint(_ key: String) -> String {
        shown(taxonomy?.painPoint(key)?.label, key)
    }

    /// A reason from the root down; its key where the taxonomy does not know it.
    package func reason(_ key: String) -> String {
        shown(taxonomy?.pathLabel(ofReason: key), key)
    }

    private func shown(_ label: String?, _ key: String) -> String {
        let label = SafeText.oneLine(label ?? "")
        return SafeText.cut(label.isEmpty ? SafeText.oneLine(key) : label, width: 80)
    }
}
