internal import CallModel

/// A call within a sitting, laid out so that every edit costs the same however many there were.
///
/// An annotation keeps the slot it was first given: taken back it leaves the slot empty, brought
/// back by undo it stands where it stood.
struct CallTrack: Sendable, Equatable {
    let call: CallID
    var selection: Selection
    var progress: Session.HeardCall.Progress = .open
    var heard = HeardRanges()
    private(set) var slots: [Annotation?] = []
    /// The slot of the reason that stands; there is never more than one.
    private(set) var reasonSlot: Int?
    /// Reasons and pain points that stand.
    private(set) var markCount = 0

    init(call: CallID, selection: Selection) {
        self.call = call
        self.selection = selection
    }

    /// The reason that stands.
    var reason: Annotation? { reasonSlot.flatMap { slots[$0] } }

    var isSkipped: Bool {
        if case .skipped = progress { true } else { false }
    }

    /// A new slot at the end, empty as yet.
    mutating func addSlot() -> Int {
        slots.append(nil)
        return slots.count - 1
    }

    /// Puts an annotation, or nothing, into a slot.
    mutating func set(_ slot: Int, to annotation: Annotation?) {
        if let old = slots[slot], old.isMark {
            markCount -= 1
            if reasonSlot == slot { reasonSlot = nil }
        }
        slots[slot] = annotation
        if let annotation, annotation.isMark {
            markCount += 1
            if annotation.content.kind == .reason { reasonSlot = slot }
        }
    }

    /// The call as others see it.
    var heardCall: Session.HeardCall {
        var call = Session.HeardCall(call: call, selection: selection)
        call.heard = heard.ranges
        call.annotations = slots.compactMap { $0 }
        call.progress = progress
        return call
    }
}

extension Annotation {
    /// Whether statistics count it: a reason or a pain point.
    var isMark: Bool { content.kind == .reason || content.kind == .painPoint }
}
