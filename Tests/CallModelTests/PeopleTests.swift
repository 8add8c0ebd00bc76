import CallModel
import Foundation
import Testing

@Suite("People who are told apart and not named")
struct PeopleTests {
    private let people = People(["ana", "bo", nil, "ana", nil])

    @Test("whoever is known counts once, whoever is not each time")
    func counting() {
        #expect(people.known.count == 2 && people.unknown == 2 && people.count == 4)
        #expect(People([]).count == 0)
        let joined = People(joining: [people, People(["bo", "cy", nil])])
        #expect(joined.known.count == 3 && joined.unknown == 3)
        #expect(joined == People(joining: [People(["cy", nil, "bo"]), people]))
    }

    @Test("those at some places are found as if only their names had been there")
    func roll() {
        let names = ["bo", nil, "ana", "bo", nil, "cy"]
        let roll = People.Roll(names)
        for places in [[], [1], [0, 3], [5, 1, 0, 4], [0, 1, 2, 3, 4, 5]] {
            #expect(roll.people(at: places) == People(places.map { names[$0] }))
        }
    }

    @Test("what is written is read, with a heap and without")
    func coding() throws {
        let several = [people, People(["cy"]), People()]
        let plain = try JSONEncoder().encode(several)
        #expect(try JSONDecoder().decode([People].self, from: plain) == several)
        let heap = People.Heap()
        let encoder = JSONEncoder()
        encoder.userInfo[People.Heap.key] = heap
        let text = try encoder.encode(several)
        #expect(heap.bytes.count == 3 * 8)
        let decoder = JSONDecoder()
        decoder.userInfo[People.Heap.key] = People.Heap(bytes: heap.bytes)
        #expect(try decoder.decode([People].self, from: text) == several)
    }

    @Test("a heap that ends before is refused", arguments: [0, 8, 23])
    func damaged(bytes: Int) throws {
        let heap = People.Heap()
        let encoder = JSONEncoder()
        encoder.userInfo[People.Heap.key] = heap
        let text = try encoder.encode([people, People(["cy"])])
        let decoder = JSONDecoder()
        decoder.userInfo[People.Heap.key] = People.Heap(bytes: Array(heap.bytes.prefix(bytes)))
        #expect(throws: DecodingError.self) { try decoder.decode([People].self, from: text) }
    }
}
