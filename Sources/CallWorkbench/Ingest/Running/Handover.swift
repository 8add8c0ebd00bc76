/// Hands what several producers make to one taker, who takes all there is at once; producers wait
/// while too much lies there.
actor Handover<Element: Sendable> {
    private let capacity: Int
    private var producers: Int
    private var waiting: [Element] = []
    private var isClosed = false
    private var taker: CheckedContinuation<Void, Never>?
    private var putters: [CheckedContinuation<Void, Never>] = []

    init(producers: Int, capacity: Int) {
        self.producers = producers
        self.capacity = capacity
    }

    /// Puts something down, when there is room.
    func put(_ element: Element) async {
        while waiting.count >= capacity, !isClosed {
            await withCheckedContinuation { putters.append($0) }
        }
        guard !isClosed else { return }
        waiting.append(element)
        wakeTaker()
    }

    /// Says that one producer will bring nothing more.
    func producerEnded() {
        producers -= 1
        wakeTaker()
    }

    /// Says that nothing will be taken any more; what is put down is lost.
    func close() {
        isClosed = true
        waiting = []
        wakePutters()
    }

    /// All that lies there, at least one; nothing when all producers have ended.
    func take() async -> [Element] {
        while waiting.isEmpty, producers > 0 {
            await withCheckedContinuation { taker = $0 }
        }
        defer { waiting = [] }
        wakePutters()
        return waiting
    }

    private func wakeTaker() {
        taker?.resume()
        taker = nil
    }

    private func wakePutters() {
        for putter in putters { putter.resume() }
        putters = []
    }
}
