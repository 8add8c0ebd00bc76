import CallReports
import Foundation
import Testing

#if canImport(FoundationXML)
import FoundationXML
#endif

@Suite("The HTML of a digest")
struct DigestHTMLTests {
    @Test("it is well-formed, for every digest", arguments: SampleDigest.allCases)
    func wellFormed(sample: SampleDigest) {
        let page = DigestHTML.page(sample.digest)
        let outline = Outline(page)
        #expect(outline.error == nil)
        #expect(outline.names["h1"] == 1)
        #expect(outline.names["script"] == nil)
        #expect(outline.names["img"] == nil)
        #expect(outline.names["link"] == nil)
        #expect(page.contains("lang=\"en\""))
    }

    @Test("nothing is loaded from anywhere and nothing is run", arguments: SampleDigest.allCases)
    func selfContained(sample: SampleDigest) {
        let outline = Outline(DigestHTML.page(sample.digest))
        for attribute in ["src", "href", "onerror", "onload", "onclick", "background", "action"] {
            #expect(outline.attributes[attribute] == nil)
        }
        #expect(!HTMLPolicy.styles(of: DigestHTML.page(sample.digest)).contains("url("))
    }

    @Test("every table of numbers has headers, every bar a text in its place")
    func accessible() {
        let outline = Outline(DigestHTML.page(SampleDigest.full.digest))
        let roles = outline.attributes["role"] ?? []
        let bars = roles.count { $0 == "img" }
        // Five totals, two charts of weeks, four reasons.
        #expect(bars == 11)
        let labels = outline.attributes["aria-label"] ?? []
        #expect(labels.count == bars)
        #expect(
            labels.first
                == "at least 410, estimate 620, up to 930 minutes a month")
        let scopes = outline.attributes["scope"] ?? []
        #expect(scopes.contains("col") && scopes.contains("row"))
        // Tables for layout alone say so.
        let tables = outline.names["table"] ?? 0
        let layout = roles.count { $0 == "presentation" }
        #expect(tables - layout == outline.names["thead"])
    }

    @Test("what users wrote is text, whatever it says")
    func escaped() {
        let page = DigestHTML.page(SampleDigest.hostile.digest)
        #expect(page.contains("&lt;script&gt;alert(&#39;x&#39;)&lt;/script&gt;"))
        #expect(!page.contains("<script"))
        #expect(page.contains("<bdi>שלום evil عالم isolate</bdi>"))
    }

    @Test("a mail program that cuts messages at 102 kB shows a usual digest whole")
    func size() {
        #expect(DigestHTML.page(SampleDigest.full.digest).utf8.count < 90_000)
    }
}

private enum HTMLPolicy {
    /// The style sheet and every inline style.
    static func styles(of page: String) -> String {
        page.matches(of: /style="[^"]*"|<style>[^<]*<\/style>/).map { String($0.output) }.joined()
    }
}

/// What stands in a page, by element and attribute.
private final class Outline: NSObject, XMLParserDelegate {
    var names: [String: Int] = [:]
    var attributes: [String: [String]] = [:]
    var error: (any Error)?

    init(_ page: String) {
        super.init()
        let parser = XMLParser(data: Data(page.utf8))
        parser.delegate = self
        if !parser.parse() { error = parser.parserError ?? CocoaError(.fileReadCorruptFile) }
    }

    func parser(
        _ parser: XMLParser, didStartElement name: String, namespaceURI: String?,
        qualifiedName: String?, attributes found: [String: String]
    ) {
        names[name, default: 0] += 1
        for (key, value) in found { attributes[key, default: []].append(value) }
    }
}
