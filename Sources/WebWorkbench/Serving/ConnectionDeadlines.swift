import NIOCore
import NIOHTTPTypes

/// Closes a connection whose client does not keep up: with the head of a request, with its body, or
/// with taking the answer.
final class ConnectionDeadlines: ChannelDuplexHandler, RemovableChannelHandler {
    typealias InboundIn = HTTPRequestPart
    typealias InboundOut = HTTPRequestPart
    typealias OutboundIn = HTTPResponsePart
    typealias OutboundOut = HTTPResponsePart

    /// The body that comes in.
    private struct Body {
        var began: NIODeadline
        var lastPart: NIODeadline
        var bytes = 0
    }

    private let limits: ConnectionLimits
    private var check: RepeatedTask?
    private var quietSince = NIODeadline.now()
    private var isFirst = true
    /// Requests whose head came and whose answer is not finished.
    private var unanswered = 0
    private var body: Body?
    /// Whether this side asked for more and got nothing yet: only then is the client late.
    private var asksForMore = false
    private var waitingWrites = 0
    private var lastWrite = NIODeadline.now()

    init(_ limits: ConnectionLimits) { self.limits = limits }

    func handlerAdded(context: ChannelHandlerContext) {
        // An answer in two parts would else wait for the client's delayed acknowledgement (40 ms).
        context.channel.setOption(.tcpOption(.tcp_nodelay), value: 1).whenComplete { _ in }
        let bound = NIOLoopBound((handler: self, context: context), eventLoop: context.eventLoop)
        check = context.eventLoop.scheduleRepeatedTask(
            initialDelay: limits.step, delay: limits.step
        ) { _ in
            let (handler, context) = bound.value
            if handler.isLate(at: .now()) { context.close(promise: nil) }
        }
    }

    func handlerRemoved(context: ChannelHandlerContext) {
        check?.cancel()
        check = nil
    }

    func channelInactive(context: ChannelHandlerContext) {
        check?.cancel()
        check = nil
        context.fireChannelInactive()
    }

    func read(context: ChannelHandlerContext) {
        if !asksForMore { body?.lastPart = .now() }
        asksForMore = true
        context.read()
    }

    func channelRead(context: ChannelHandlerContext, data: NIOAny) {
        switch unwrapInboundIn(data) {
        case .head:
            unanswered += 1
            body = Body(began: .now(), lastPart: .now())
        case .body(let part):
            body?.lastPart = .now()
            body?.bytes += part.readableBytes
        case .end:
            body = nil
        }
        context.fireChannelRead(data)
    }

    func channelReadComplete(context: ChannelHandlerContext) {
        asksForMore = false
        context.fireChannelReadComplete()
    }

    func write(context: ChannelHandlerContext, data: NIOAny, promise: EventLoopPromise<Void>?) {
        if waitingWrites == 0 { lastWrite = .now() }
        waitingWrites += 1
        let isEnd = if case .end = unwrapOutboundIn(data) { true } else { false }
        let written = promise ?? context.eventLoop.makePromise()
        let bound = NIOLoopBound(self, eventLoop: context.eventLoop)
        written.futureResult.whenComplete { _ in bound.value.finishWrite(endsAnswer: isEnd) }
        context.write(data, promise: written)
    }

    private func finishWrite(endsAnswer: Bool) {
        waitingWrites -= 1
        lastWrite = .now()
        guard endsAnswer else { return }
        unanswered = max(0, unanswered - 1)
        quietSince = .now()
        isFirst = false
    }

    private func isLate(at now: NIODeadline) -> Bool {
        if waitingWrites > 0, now - lastWrite > limits.write { return true }
        if let body {
            if asksForMore, now - body.lastPart > limits.bodyPause { return true }
            let elapsed = now - body.began
            let seconds = Double(elapsed.nanoseconds) / 1e9
            return asksForMore && elapsed > limits.body
                && Double(body.bytes) < seconds * Double(limits.bodyBytesPerSecond)
        }
        return unanswered == 0 && now - quietSince > (isFirst ? limits.head : limits.idle)
    }
}
