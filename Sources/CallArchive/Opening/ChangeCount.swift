import Synchronization

/// How often something was written since an archive was opened.
final class ChangeCount: Sendable {
    private let changes = Atomic(0)

    var value: Int { changes.load(ordering: .acquiring) }

    func count() { changes.add(1, ordering: .acquiringAndReleasing) }
}

extension Archive {
    /// A number that differs where anything was written through this archive in between; what was
    /// read while it stayed the same still holds, as far as this process alone writes.
    public var changeCount: Int { changes.value }

    /// The same for what is known of calls: what listeners do leaves it as it is.
    public var callChangeCount: Int { callChanges.value }
}
