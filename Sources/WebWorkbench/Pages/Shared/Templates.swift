import Mustache

/// The templates, parsed: a page model goes in, HTML comes out. Whatever a model holds is escaped.
struct Templates: Sendable {
    private let library: MustacheLibrary

    /// Parses every template; throws ``TemplateError`` for one that does not parse, so that a mistake
    /// in a template stops the server and not a reader.
    init(bytes: (TemplateName) -> [UInt8] = \.bytes) throws {
        var library = MustacheLibrary()
        for name in TemplateName.allCases {
            do {
                let text = String(decoding: bytes(name), as: UTF8.self)
                library.register(try MustacheTemplate(string: text), named: name.rawValue)
            } catch {
                throw TemplateError(name: name.rawValue, reason: "\(error)")
            }
        }
        self.library = library
    }

    /// A page.
    func html(_ name: TemplateName, _ page: some Sendable) -> String {
        // Every name of the list was registered, or there would be no templates at all.
        library.render(ReflectedModel(page), withTemplate: name.rawValue) ?? ""
    }
}

/// A template that does not parse.
struct TemplateError: Error, CustomStringConvertible {
    let name: String
    let reason: String

    var description: String { "The template \(name) does not parse: \(reason)" }
}
