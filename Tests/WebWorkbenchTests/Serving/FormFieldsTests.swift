import Testing

@testable import WebWorkbench

@Suite("Fields of forms and addresses")
struct FormFieldsTests {
    @Test(
        "are decoded as browsers encode them",
        arguments: [
            ("a=1", "1"), ("a=b+c", "b c"), ("a=%41%e2%82%ac", "A€"), ("a=%zz%4", "%zz%4"),
            ("a=%FF", "\u{FFFD}"), ("b=2&a=3&a=4", "3"), ("a=x%3Dy%26z", "x=y&z"), ("a=+x+", "x"),
        ])
    func decoding(text: String, value: String) {
        #expect(FormFields(text)["a"] == value)
    }

    @Test("blank is absent", arguments: ["", "a", "a=", "a=+", "a=%20%0A", "b=1", "&&="])
    func blanks(text: String) {
        #expect(FormFields(text)["a"] == nil)
    }

    @Test("a field that is there several times has all of its values, in order")
    func several() {
        #expect(FormFields("a=1&b=2&a=3+4").all("a") == ["1", "3 4"])
        #expect(FormFields("b=2").all("a").isEmpty)
    }

    @Test("what was written into a link is read from it", arguments: PageTests.hostile)
    func roundTrip(text: String) {
        #expect(FormFields.percentDecoded(LinkText.encoded(text)) == text)
    }
}
