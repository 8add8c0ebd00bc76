import Testing

@testable import CallWorkbench

@Suite struct HandoverTests {
    @Test("everything put down is taken, in order for each producer, with no more lying than fits")
    func flow() async {
        let handover = Handover<[Int]>(producers: 3, capacity: 4)
        let taken = await withTaskGroup(of: [[Int]].self) { group in
            for producer in 0..<3 {
                group.addTask {
                    for number in 0..<200 { await handover.put([producer, number]) }
                    await handover.producerEnded()
                    return []
                }
            }
            group.addTask {
                var all: [[Int]] = []
                while true {
                    let some = await handover.take()
                    if some.isEmpty { return all }
                    #expect(some.count <= 4)
                    all += some
                }
            }
            return await group.reduce(into: []) { $0 += $1 }
        }
        #expect(taken.count == 600)
        for producer in 0..<3 {
            #expect(taken.filter { $0[0] == producer }.map { $0[1] } == Array(0..<200))
        }
    }

    @Test("closing lets producers go that wait for room")
    func closing() async {
        let handover = Handover<Int>(producers: 1, capacity: 1)
        await handover.put(1)
        async let waiting: Void = handover.put(2)
        await handover.close()
        await waiting
        await handover.producerEnded()
        #expect(await handover.take() == [])
    }
}
