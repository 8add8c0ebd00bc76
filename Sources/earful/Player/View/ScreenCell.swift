import CallModel

/// The size of a screen in cells.
struct ScreenSize: Sendable, Hashable {
    var columns: Int
    var rows: Int

    /// The smallest that the player can be drawn on.
    static let smallest = ScreenSize(columns: 80, rows: 24)

    /// Whether the player can be drawn on it.
    var isEnough: Bool {
        columns >= Self.smallest.columns && rows >= Self.smallest.rows
    }
}

/// How text looks. Whatever a tint says stands there in words or signs too.
struct Look: Sendable, Hashable {
    /// What a colour stands for.
    enum Tint: UInt8, Sendable, Hashable, CaseIterable {
        case plain, agent, customer, severity
        /// Loss of data or of sound, and nothing else.
        case loss
    }

    var tint = Tint.plain
    var isBold = false
    var isDim = false
    var isReversed = false

    static let plain = Look()
    static let strong = Look(isBold: true)
    static let quiet = Look(isDim: true)
    static let chosen = Look(isReversed: true)
    static let loss = Look(tint: .loss, isBold: true)

    /// The look of a party's lane.
    static func side(_ side: Side?) -> Look {
        switch side {
        case .agent: Look(tint: .agent)
        case .customer: Look(tint: .customer)
        case nil: .plain
        }
    }

    /// The look of a severity in 1...5.
    static func severity(_ severity: Int) -> Look {
        Look(tint: .severity, isBold: severity >= 4)
    }

    /// The same, turned around where it is chosen.
    func chosen(_ isChosen: Bool) -> Look {
        var look = self
        look.isReversed = isChosen
        return look
    }
}

/// One cell of a screen.
struct ScreenCell: Sendable, Hashable {
    /// What stands in it; nil for the right half of a wide character.
    var character: Character?
    var look: Look

    static let blank = ScreenCell(character: " ", look: .plain)
}
