/// That others changed a sitting, as `application/problem+json` (RFC 9457) with the sitting as it is.
struct StaleDocument: Encodable, Sendable {
    let type = "urn:earful:problem:stale"
    let title = "Changed on another screen"
    let status = 412
    let detail: String
    let sitting: ListeningDocument

    private enum CodingKeys: String, CodingKey {
        case type, title, status, detail, sitting
    }
}
