import CallModel

extension Session.HeardCall {
    /// Whether the call counts as heard in this sitting: the listener marked a reason or a pain
    /// point on it; or finished it; or played some of it and did not pass it over.
    ///
    /// A call passed over after its first seconds says nothing about what hurt in it, unless the
    /// listener marked something before.
    var countsAsHeard: Bool {
        let isTagged = annotations.contains { annotation in
            switch annotation.content {
            case .reason, .painPoint: true
            case .note, .idea, .kudos, .flag: false
            }
        }
        switch progress {
        case .finished: return true
        case .open: return isTagged || !heard.isEmpty
        case .skipped: return isTagged
        }
    }
}
