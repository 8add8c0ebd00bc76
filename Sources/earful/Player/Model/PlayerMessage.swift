import CallAudio
import CallModel
import Foundation

/// What happens to the player.
enum PlayerMessage: Sendable {
    case input(TerminalInput)
    case resized(ScreenSize)
    /// Time went on; with what the sound says of itself, where there is one.
    case clock(Date, PlayerStatus?)
    /// Stretches left the loudspeaker.
    case heard(CallID, [HeardStretch])
    /// The sound of a call can be played; skipping leaves out these stretches of it.
    case soundOpened(CallID, skippable: [CallTimeRange])
    /// The sound of a call cannot be played, for the reason in the sentence.
    case soundFailed(CallID, String)
    case kept(SittingAct, SittingAnswer)
    /// An act was not kept, for the reason in the sentence.
    case refused(SittingAct, String)
    /// What comes after the calls that the player knows; nil for nothing.
    case found(PlayerCall?)
    /// What comes after them could not be looked up, for the reason in the sentence.
    case notFound(String)
    /// Someone asks the program to stop for a while.
    case stopped
    /// Someone asks the program to end.
    case interrupted
    /// The program goes on after it was stopped.
    case continued
}

/// What the player wants done.
enum PlayerEffect: Sendable, Hashable {
    case keep(SittingAct)
    /// Look up which call comes after one, beyond those that the player knows.
    case findNext(after: CallID)
    /// Open the sound of a call of the plan.
    case openSound(CallID)
    /// Stop and close the sound; what was heard of it is reported before the next effect is done.
    case closeSound
    /// Report at once what left the loudspeaker.
    case collectHeard
    case sound(SoundCommand)
    case suspend
    case redraw
    /// Everything was said: leave the screen.
    case leave
}
