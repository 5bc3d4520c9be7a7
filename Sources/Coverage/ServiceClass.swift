import Planning

/// What a village's newest service is, of the technologies that count by the rule.
///
/// 3G ends in Viet Nam in 2028: a village whose newest service is 3G is covered today and dead then, so that it is a class of its own.
public enum ServiceClass: String, CaseIterable, Hashable, Sendable, Codable {
    /// Nothing is heard that counts.
    case none
    /// 2G and nothing newer.
    case only2G = "2g-only"
    /// 3G, with or without 2G, and nothing newer.
    case only3G = "3g-only"
    /// 4G and nothing newer.
    case with4G = "4g"
    /// 5G.
    case with5G = "5g"

    /// Finds the class of a set of technologies.
    public init(_ technologies: [Technology]) {
        self =
            switch technologies.max() {
            case nil: .none
            case .gsm2G: .only2G
            case .umts3G: .only3G
            case .lte4G: .with4G
            case .nr5G: .with5G
            }
    }

    /// The word for people.
    public var label: Bilingual {
        switch self {
        case .none: Bilingual(vi: "không có sóng được tính", en: "nothing that counts")
        case .only2G: Bilingual(vi: "chỉ có 2G", en: "2G only")
        case .only3G: Bilingual(vi: "mới nhất là 3G", en: "3G at best")
        case .with4G: Bilingual(vi: "có 4G", en: "4G")
        case .with5G: Bilingual(vi: "có 5G", en: "5G")
        }
    }
}
