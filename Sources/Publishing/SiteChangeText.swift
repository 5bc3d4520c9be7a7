import Foundation
import Planning
import Scenarios

/// What differs at a site, for people.
struct SiteChangeText {
    let language: Language

    /// Such as `mast height 30 m → 45 m`.
    func text(_ change: Comparison.FieldChange) -> String {
        let numbers = HumanNumbers(language: language)
        func value(_ text: String) -> String {
            switch change.field {
            case "mast_height_m":
                Double(text).map { numbers.fixed($0, decimals: $0 == $0.rounded() ? 0 : 1) + " m" } ?? text
            case "place":
                text.split(separator: ",").compactMap { Double($0.trimmingCharacters(in: .whitespaces)) }
                    .map { numbers.fixed($0, decimals: 5) }.joined(separator: " ")
            case "power": Self.powers[text]?.text(language) ?? text
            case "cost_vnd": Int64(text).map(numbers.money) ?? text
            default: text.isEmpty ? "–" : text
            }
        }
        let label = Self.labels[change.field]?.text(language) ?? change.field
        return "\(label) \(value(change.before)) → \(value(change.after))"
    }

    private static let powers: [String: Bilingual] = [
        "grid": Bilingual(vi: "điện lưới", en: "grid"), "solar": Bilingual(vi: "điện mặt trời", en: "solar"),
    ]

    private static let labels: [String: Bilingual] = [
        "id": Bilingual(vi: "mã", en: "id"), "place": Bilingual(vi: "vị trí", en: "place"),
        "option": Bilingual(vi: "hình thức xây dựng", en: "work"),
        "mast_height_m": Bilingual(vi: "chiều cao cột", en: "mast height"),
        "operators": Bilingual(vi: "nhà mạng", en: "operators"), "technologies": Bilingual(vi: "công nghệ", en: "technologies"),
        "power": Bilingual(vi: "nguồn điện", en: "power"), "parent": Bilingual(vi: "truyền dẫn về", en: "link to"),
        "cost_vnd": Bilingual(vi: "chi phí", en: "cost"),
    ]
}
