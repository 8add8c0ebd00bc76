import CNCurses

/// How looks become attributes of the terminal: the sixteen colours, so that its theme decides; without
/// colours, bold, dim and reverse alone.
struct ScreenColors {
    private let isColored: Bool

    /// Call it after the screen was opened.
    init(isWanted: Bool) {
        isColored = isWanted && has_colors()
        guard isColored else { return }
        start_color()
        use_default_colors()
        for tint in Look.Tint.allCases {
            guard let color = Self.color(of: tint) else { continue }
            init_pair(Int16(tint.rawValue), Int16(color), -1)
        }
    }

    func attributes(of look: Look) -> Int32 {
        var attributes: Int32 = 0
        if look.isBold { attributes |= cncurses_bold() }
        if look.isDim { attributes |= cncurses_dim() }
        if look.isReversed { attributes |= cncurses_reverse() }
        if isColored, Self.color(of: look.tint) != nil {
            attributes |= cncurses_pair(Int32(look.tint.rawValue))
        }
        return attributes
    }

    private static func color(of tint: Look.Tint) -> Int32? {
        switch tint {
        case .plain: nil
        case .agent: COLOR_BLUE
        case .customer: COLOR_YELLOW
        case .severity: COLOR_MAGENTA
        case .loss: COLOR_RED
        }
    }
}
