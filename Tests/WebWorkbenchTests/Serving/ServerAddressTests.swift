import Testing

@testable import WebWorkbench

@Suite("Where the server listens")
struct ServerAddressTests {
    @Test("on this machine", arguments: ["127.0.0.1", "localhost", "::1", "[::1]", "LOCALHOST"])
    func loopback(host: String) throws {
        #expect(try ServerAddress(host: host, port: 1).port == 1)
    }

    @Test(
        "and nowhere else", arguments: ["0.0.0.0", "::", "192.168.1.2", "example.com", "", "127.1"])
    func others(host: String) {
        #expect(throws: AddressRefused(host: host)) { try ServerAddress(host: host, port: 1) }
    }
}
