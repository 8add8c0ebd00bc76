/// Two consumers that eat the same blocks; nest pairs for more.
public struct ConsumerPair<First: SampleConsumer, Second: SampleConsumer>: SampleConsumer {
    /// Eats first.
    public var first: First
    /// Eats second.
    public var second: Second

    /// A pair.
    public init(_ first: First, _ second: Second) {
        self.first = first
        self.second = second
    }

    /// Gives the block to both.
    public mutating func consume(_ block: SampleBlock) {
        first.consume(block)
        second.consume(block)
    }
}

/// Eats nothing: for decoding that is only about length, hash and flaws.
public struct NoConsumer: SampleConsumer {
    /// Nothing to set up.
    public init() {}

    /// Does nothing.
    public mutating func consume(_ block: SampleBlock) {}
}
