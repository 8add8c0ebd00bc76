import Foundation
import Testing

@testable import CallWorkbench

@Suite struct PseudonymTests {
    @Test("HMAC-SHA-256 agrees with RFC 4231, test cases 2 and 6")
    func authentication() {
        let code = HMACSHA256(key: Array("Jefe".utf8))
            .code(for: Array("what do ya want for nothing?".utf8))
        #expect(
            code.hexadecimal == "5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843")
        let long = HMACSHA256(key: [UInt8](repeating: 0xAA, count: 131))
            .code(for: Array("Test Using Larger Than Block-Size Key - Hash Key First".utf8))
        #expect(
            long.hexadecimal == "60e431591ee0b67f0d8a26aacbf5b77f8e0bc6213728c5140546040f0ee37f54")
    }

    @Test("one number has one pseudonym however it is written, and another under another secret")
    func numbers() throws {
        let mine = Pseudonyms(secret: [1, 2, 3])
        let name = try #require(mine.caller("+34 600-11 22 33"))
        #expect(name.wholeMatch(of: /c-[0-9a-f]{10}/) != nil)
        for form in [
            "0034600112233", "34600112233", "sip:+34600112233@pbx.example", "tel:34600112233",
            "\"Ana\" <+34600112233>", " (34) 600.112.233 ",
        ] {
            #expect(mine.caller(form) == name, "\(form)")
        }
        #expect(mine.caller("34600112234") != name)
        #expect(Pseudonyms(secret: [1, 2, 4]).caller("34600112233") != name)
    }

    @Test("withheld numbers are nobody's, extensions and pseudonyms stay, names do not")
    func others() {
        let pseudonyms = Pseudonyms(secret: [9])
        for text in ["anonymous", "Anónimo", "unknown", "", "<unknown>"] {
            #expect(pseudonyms.caller(text) == nil, "\(text)")
        }
        #expect(pseudonyms.caller("1042") == "1042")
        #expect(pseudonyms.caller("cust-77") == "cust-77")
        #expect(pseudonyms.caller("Ana Pérez")?.hasPrefix("p-") == true)
        #expect(
            pseudonyms.hidingNumbers(in: "call from +34 600 112 233 on 2026").contains("600")
                == false)
        #expect(pseudonyms.hidingNumbers(in: "take 12 of 2026") == "take 12 of 2026")
    }

    @Test("the secret is made once, for its owner alone, and a broken one is refused")
    func secret() throws {
        let scratch = try ScratchFolder()
        let workspace = try Workspace.create(at: scratch.path + "/w").workspace
        let attributes = try FileManager.default.attributesOfItem(
            atPath: workspace.pseudonymKeyPath)
        #expect((attributes[.posixPermissions] as? NSNumber)?.intValue == 0o600)
        let first = try workspace.pseudonyms().caller("600112233")
        #expect(try workspace.pseudonyms().caller("600112233") == first)
        try Data("short".utf8).write(to: URL(fileURLWithPath: workspace.pseudonymKeyPath))
        #expect(throws: PseudonymKeyError.self) { try workspace.pseudonyms() }
    }
}
