import Testing

@testable import WebWorkbench

@Suite("Secrets")
struct SecretTests {
    @Test("a secret matches itself")
    func itself() {
        let secret = Secret()
        #expect(secret.matches(secret.text))
    }

    @Test("one wrong byte is enough, wherever it stands", arguments: 0..<43)
    func oneWrongByte(place: Int) {
        for _ in 0..<64 {
            let secret = Secret()
            for bit in UInt8(0)..<7 {
                var bytes = Array(secret.text.utf8)
                bytes[place] ^= 1 << bit
                #expect(!secret.matches(String(decoding: bytes, as: UTF8.self)))
            }
        }
    }

    @Test("no other secret matches, nor a part, nor more")
    func others() {
        let secret = Secret()
        for _ in 0..<20_000 where secret.matches(Secret().text) {
            Issue.record("another secret matches")
        }
        #expect(!secret.matches(""))
        #expect(!secret.matches(String(secret.text.dropLast())))
        #expect(!secret.matches(secret.text + "A"))
    }
}
