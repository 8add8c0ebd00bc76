import CallModel
import CallTagging
import Testing

#if canImport(Glibc)
import Glibc
#else
import Darwin
#endif

@Suite("Long sittings")
struct SessionSpeedTests {
    @Test("five thousand edits of one call take less than a second, and so does replaying them")
    func edits() throws {
        var sitting = Sitting.open()
        let judging = cpuTime {
            for index in 0..<5000 {
                let said = annotation("A\(index)", .hold(index % 5 + 1))
                switch index % 5 {
                case 3: sitting.ask(.change(annotation("A\(index - 1)", .hold(1 + index % 4))))
                case 4: sitting.ask(.remove(AnnotationID("A\(index / 2 / 5 * 5)")))
                default: sitting.ask(.annotate(said))
                }
            }
        }
        let log = sitting.log
        var replayed: SessionState?
        let replaying = cpuTime {
            replayed = SessionState(id: sitting.state.id, replaying: log)
        }
        let undoing = cpuTime { while sitting.ask(.undo).refusal == nil {} }
        #expect(log.count > 4000)
        #expect(replayed?.session?.calls.first?.annotations.isEmpty == false)
        #expect(sitting.contents().isEmpty)
        #expect(judging < .seconds(1))
        #expect(replaying < .seconds(1))
        #expect(undoing < .seconds(1))
    }

    @Test("an hour reported second by second, out of order, takes less than a second")
    func hearing() throws {
        var sitting = Sitting.open()
        sitting.context.calls[Sitting.first] = .recorded(CallTime(seconds: 3600))
        var random = SeededRandom(seed: 7)
        let seconds = (0..<3600).shuffled(using: &random)
        let time = cpuTime {
            for second in seconds {
                guard let range = CallTimeRange(milliseconds: second * 1000, second * 1000 + 1000)
                else { continue }
                sitting.ask(.hear(call: Sitting.first, range: range, speed: 1))
            }
        }
        #expect(sitting.state.session?.heardSeconds == 3600)
        #expect(time < .seconds(1))
    }
}

/// What some work costs this thread: other tests that run at the same time do not count.
private func cpuTime(of work: () -> Void) -> Duration {
    func now() -> Duration {
        var time = timespec()
        clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time)
        return .seconds(time.tv_sec) + .nanoseconds(time.tv_nsec)
    }
    let start = now()
    work()
    return now() - start
}
