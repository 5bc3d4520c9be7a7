/// One human sentence or label in Vietnamese and English.
///
/// Machine output never carries these: it carries the code that the text stands for.
public struct Bilingual: Hashable, Sendable, Codable {
    /// Vietnamese text.
    public var vi: String
    /// English text.
    public var en: String

    /// A text in both languages.
    public init(vi: String, en: String) {
        self.vi = vi
        self.en = en
    }

    /// The text in one language.
    public func text(_ language: Language) -> String {
        language == .vietnamese ? vi : en
    }
}

/// The languages of human text.
public enum Language: String, Sendable, Codable, CaseIterable {
    /// Vietnamese.
    case vietnamese = "vi"
    /// English.
    case english = "en"
}
