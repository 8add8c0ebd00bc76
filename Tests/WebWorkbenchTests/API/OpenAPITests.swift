import CallModel
import Foundation
import HTTPTypes
import Testing
@testable import WebWorkbench

@Suite("The description of the JSON API")
struct OpenAPITests {
    private let document: [String: Any]

    init() throws {
        let bytes = Data(PackageResources.openapi_json)
        document = try #require(
            JSONSerialization.jsonObject(with: bytes) as? [String: Any])
    }

    private var paths: [String: [String: Any]] {
        document["paths"] as? [String: [String: Any]] ?? [:]
    }

    @Test("describes every route, and no other")
    func routes() throws {
        let served = try RouteTable(SampleSite().site).routes
            .filter { $0.path.hasPrefix("/api/") }
            .map { "\($0.method.rawValue.lowercased()) \($0.path)" }
        let described = paths.flatMap { path, methods in methods.keys.map { "\($0) \(path)" } }
        #expect(Set(served) == Set(described))
        #expect(document["openapi"] as? String == "3.1.0")
    }

    @Test("says of each who may ask")
    func access() throws {
        for route in try RouteTable(SampleSite().site).routes where route.path.hasPrefix("/api/") {
            let operation = paths[route.path]?[route.method.rawValue.lowercased()] as? [String: Any]
            let security = operation?["security"] as? [Any]
            #expect((security?.isEmpty == true) == (route.access == .anyone), "\(route.path)")
        }
    }

    @Test(
        "what is answered fits its schema",
        arguments: [
            ("/api/v1/week", "Week"), ("/api/v1/calls", "CallList"),
            ("/api/v1/calls?queue=Billing", "CallList"), ("/api/v1/calls/C-1000", "Call"),
            ("/api/v1/digest", "Digest"),
            ("/api/v1/digest/sums/hold-too-long", "Explanation"),
            ("/api/v1/digest/sums/none", "Problem"), ("/api/v1/digest/calls", "CallsBehind"),
            ("/api/v1/digest/calls?of=pain-point:hold-too-long&week=2026-W47", "CallsBehind"),
            ("/api/v1/digest/calls?of=some", "Problem"),
            ("/api/v1/agreement/calls", "ComparedCalls"),
            ("/api/v1/agreement/calls?of=some", "Problem"),
            ("/api/v1/calls?frame=weekly&group=all&picked=yes&logged-holds=0", "CallList"),
            ("/api/v1/calls?picked=maybe", "Problem"), ("/api/v1/weeks", "WeekReport"),
            ("/api/v1/weeks?week=2026-W47&count=2", "WeekReport"),
            ("/api/v1/weeks?count=0", "Problem"), ("/api/v1/weeks?count=many", "Problem"),
            ("/api/v1/sessions", "SessionList"),
            ("/api/v1/sessions/s-1", "Session"), ("/api/v1/ideas", "IdeaList"),
            ("/api/v1/initiatives", "InitiativeList"),
            ("/api/v1/initiatives/call-back", "Initiative"),
            ("/api/v1/initiatives/none", "Problem"),
            ("/api/v1/agreement", "Agreement"), ("/api/v1/expectations", "PerceptionGap"),
            ("/api/v1/expectations?listener=ana", "PerceptionGap"),
            ("/api/v1/agreement/calls/C-1000", "Comparison"),
            ("/api/v1/taxonomy", "Taxonomy"), ("/api/v1/keys", "Keys"),
            ("/api/v1/calls/C-1000/sound", "Sound"),
            ("/api/v1/calls/none", "Problem"), ("/api/v1/nowhere", "Problem"),
            ("/api/v1/calls?heard=maybe", "Problem"),
        ])
    func answers(path: String, schema: String) async throws {
        let sample = try SampleSite()
        try await sample.fill()
        try await sample.addFix("call-back", shipped: true)
        try await sample.listen(
            to: (0..<4).map(SampleSite.name), remark: "", id: "s-2", by: "bo",
            expects: [Prediction(reason: "refund", share: 0.5)])
        try await sample.site.settle(
            CallID("C-1000"), .settled(Settlement.Labels(painPoints: ["hold-too-long": 2])),
            because: "Heard twice", by: ListenerID("ana"))
        let answer = try await Browser.signedIn(sample.site).get(path)
        let value = try JSONSerialization.jsonObject(with: Data(answer.text.utf8))
        let components = document["components"] as? [String: [String: Any]]
        let validator = SchemaValidator(schemas: components?["schemas"] ?? [:])
        #expect(validator.faults(of: value, named: schema) == [], "\(answer.text)")
    }

    @Test("the validator sees what does not fit")
    func validator() {
        let validator = SchemaValidator(schemas: [
            "Thing": [
                "type": "object", "required": ["a"], "additionalProperties": false,
                "properties": [
                    "a": ["type": "integer"], "b": ["type": "array", "items": ["type": "string"]],
                ],
            ]
        ])
        for (value, count) in [
            (["a": 1], 0), (["a": 1.5], 1), (["b": ["x"]], 1), (["a": 1, "c": 2], 1),
            (["a": 1, "b": [1, "x"]], 1), ([1], 1),
        ] as [(Any, Int)] {
            #expect(validator.faults(of: value, named: "Thing").count == count, "\(value)")
        }
    }
}

/// As much of JSON Schema 2020-12 as the file uses.
struct SchemaValidator {
    let schemas: [String: Any]

    func faults(of value: Any, named name: String) -> [String] {
        faults(of: value, schemas[name] as? [String: Any] ?? ["missing": name], at: name)
    }

    private func faults(of value: Any, _ schema: [String: Any], at place: String) -> [String] {
        if let missing = schema["missing"] { return ["there is no schema \(missing)"] }
        if let reference = schema["$ref"] as? String {
            return faults(of: value, named: String(reference.split(separator: "/").last ?? ""))
        }
        var faults: [String] = []
        if let type = schema["type"] as? String, !Self.isOf(type, value) {
            return ["\(place) is no \(type)"]
        }
        if let allowed = schema["enum"] as? [String], let text = value as? String,
            !allowed.contains(text)
        {
            faults.append("\(place) is \(text)")
        }
        if let object = value as? [String: Any] {
            let properties = schema["properties"] as? [String: [String: Any]] ?? [:]
            for name in schema["required"] as? [String] ?? [] where object[name] == nil {
                faults.append("\(place) has no \(name)")
            }
            for (name, inner) in object {
                if let known = properties[name] {
                    faults += self.faults(of: inner, known, at: "\(place).\(name)")
                } else if schema["additionalProperties"] as? Bool == false {
                    faults.append("\(place).\(name) is not described")
                }
            }
        }
        if let items = schema["items"] as? [String: Any], let list = value as? [Any] {
            faults += list.enumerated().flatMap {
                self.faults(of: $1, items, at: "\(place)[\($0)]")
            }
        }
        return faults
    }

    private static func isOf(_ type: String, _ value: Any) -> Bool {
        switch type {
        case "object": value is [String: Any]
        case "array": value is [Any]
        case "string": value is String
        case "boolean": value is Bool
        case "integer":
            (value as? NSNumber).map { $0.doubleValue == $0.doubleValue.rounded() } ?? false
        case "number": value is NSNumber
        default: false
        }
    }
}
