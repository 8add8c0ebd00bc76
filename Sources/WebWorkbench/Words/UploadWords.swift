/// The words of the place to drop recordings on; what its script says stands in `words.js`.
struct UploadWords: Sendable {
    let title: String
    let text: String
    let choose: String

    static let english = UploadWords(
        title: "Add recordings",
        text:
            "Drop audio files here, or choose some. They are kept as they are, and taken in at once.",
        choose: "Choose files")
}
