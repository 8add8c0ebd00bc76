import HTTPTypes

/// The headers that every answer has, whatever its status.
enum SecurityHeaders {
    /// Nothing but what this server itself sends may run, style, load or be loaded.
    ///
    /// `frame-src` and everything not named falls to `default-src 'none'`.
    static let contentPolicy = [
        "default-src 'none'", "script-src 'self'", "style-src 'self'", "img-src 'self'",
        "media-src 'self'", "connect-src 'self'", "form-action 'self'", "base-uri 'none'",
        "frame-ancestors 'none'",
    ].joined(separator: "; ")

    /// Puts them in; what an answer says of its caching stays.
    static func add(to headers: inout HTTPFields) {
        headers[.contentSecurityPolicy] = contentPolicy
        headers[.xContentTypeOptions] = "nosniff"
        // `no-referrer` would make browsers send `Origin: null` with forms (Fetch Standard,
        // "append a request Origin header"), and the Origin is checked.
        headers[name("Referrer-Policy")] = "same-origin"
        headers[name("Cross-Origin-Opener-Policy")] = "same-origin"
        headers[name("Cross-Origin-Resource-Policy")] = "same-origin"
        headers[name("Cross-Origin-Embedder-Policy")] = "require-corp"
        headers[name("Permissions-Policy")] =
            "camera=(), microphone=(), geolocation=(), payment=(), usb=()"
        headers[name("X-Frame-Options")] = "DENY"
        if headers[.cacheControl] == nil { headers[.cacheControl] = "no-store" }
    }

    private static func name(_ text: String) -> HTTPField.Name {
        guard let name = HTTPField.Name(text) else { preconditionFailure("\(text) is no header") }
        return name
    }
}
