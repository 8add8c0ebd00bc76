/// What a player plays on: an open sound device, or what stands for one. Belongs to one thread.
protocol PlaybackOutput: AnyObject {
    /// What it takes.
    var format: DeviceFormat { get }
    /// How often it ran out of sound.
    var underrunCount: Int { get }
    /// Frames that were handed over and did not leave the loudspeaker yet.
    var delay: Int { get }

    /// Frames that it would take now. Throws ``PlaybackError`` when it is gone.
    func room() throws(PlaybackError) -> Int
    /// Hands frames over, and never waits; returns how many it took. Throws ``PlaybackError`` when it
    /// is gone.
    func write(_ bytes: UnsafeRawBufferPointer) throws(PlaybackError) -> Int
    /// Begins to play what it holds, also where that is less than it would begin with by itself.
    func start()
    /// Stands still, keeping what it holds; false where it cannot.
    func pause() -> Bool
    /// Goes on after ``pause()``; false where it cannot.
    func resume() -> Bool
    /// Throws away what it holds, at once, and makes ready for more. Throws ``PlaybackError`` when it
    /// is gone.
    func drop() throws(PlaybackError)
    /// Waits until what it holds has sounded, and makes ready for more. Throws ``PlaybackError`` when
    /// it is gone.
    func drain() throws(PlaybackError)
    /// Waits until it asks for more, for a ring, or so long at most.
    func wait(for ring: WakeUp, milliseconds: Int)
}
