import Planning

/// Why there is no link to look at.
public enum LinkProblem: Error, Hashable, Sendable, CustomStringConvertible {
    /// Nothing has this id or name.
    case unknown(LinkEnd.Role, String, nearest: String?)
    /// Several things have this name; their ids.
    case ambiguous(LinkEnd.Role, String, [String])
    /// A village stands where the mast is asked for.
    case villageAsMast(String)
    /// Numbers that are no place.
    case badPlace(LinkEnd.Role, String)
    /// Latitude stands before longitude; the right order.
    case swapped(LinkEnd.Role, String, String)
    /// An antenna height that the model does not take, metres.
    case badHeight(LinkEnd.Role, Double)
    /// Both ends are one place.
    case samePlace
    /// None of the technologies counts by the rule on the day.
    case nothingCounts(id: String, rule: String)
    /// No technology of the mast uses the band.
    case bandNotUsed(id: String, bandMHz: Double, usableMHz: [Double])

    /// True for what is wrong with the command rather than with its data.
    public var isUsage: Bool {
        switch self {
        case .badPlace, .swapped, .badHeight: true
        case .unknown, .ambiguous, .villageAsMast, .samePlace, .nothingCounts, .bandNotUsed: false
        }
    }

    /// In English, as for logs.
    public var description: String { text.en }

    /// What is wrong and what to do about it.
    public var text: Bilingual {
        switch self {
        case .unknown(let role, let text, let nearest):
            Bilingual(
                vi: "\(role.words.vi): không có gì mang mã hay tên `\(text)`; "
                    + (nearest.map { "có phải `\($0)`?" } ?? "cần \(role.expected.vi)"),
                en: "\(role.words.en): nothing has the id or name `\(text)`; "
                    + (nearest.map { "did you mean `\($0)`?" } ?? "give \(role.expected.en)"))
        case .ambiguous(let role, let text, let ids):
            Bilingual(
                vi: "\(role.words.vi): `\(text)` có \(ids.count) nơi trùng tên; hãy dùng mã: \(Self.some(ids))",
                en: "\(role.words.en): \(ids.count) places are called `\(text)`; give the id: \(Self.some(ids))")
        case .villageAsMast(let text):
            Bilingual(
                vi: "điểm đầu (FROM): `\(text)` là thôn; cần \(LinkEnd.Role.from.expected.vi), thôn đặt ở điểm cuối",
                en: "FROM: `\(text)` is a village; give \(LinkEnd.Role.from.expected.en), and the village as TO")
        case .badPlace(let role, let text):
            Bilingual(
                vi:
                    "\(role.words.vi): `\(text)` không phải tọa độ; viết độ thập phân, kinh độ trước: 105.348,22.629 hoặc 105.348,22.629,45",
                en: "\(role.words.en): `\(text)` is no place; write decimal degrees, longitude first: 105.348,22.629 or 105.348,22.629,45")
        case .swapped(let role, let text, let right):
            Bilingual(
                vi: "\(role.words.vi): `\(text)` có vĩ độ đứng trước; kinh độ viết trước: \(right)",
                en: "\(role.words.en): `\(text)` has the latitude first; longitude stands first: \(right)")
        case .badHeight(let role, let height):
            Bilingual(
                vi: "\(role.words.vi): độ cao ăng-ten \(height) m không dùng được; cho từ 1 đến 3000 m trên mặt đất",
                en: "\(role.words.en): an antenna height of \(height) m cannot be used; give 1 to 3000 m above ground")
        case .samePlace:
            Bilingual(
                vi: "hai điểm trùng nhau (cách dưới 1 m); chọn hai nơi khác nhau",
                en: "both ends are one place (less than 1 m apart); name two places")
        case .nothingCounts(let id, let rule):
            Bilingual(
                vi: "\(id): không công nghệ nào còn được tính theo quy tắc \(rule) vào ngày của dự án; chọn quy tắc khác bằng --rule",
                en: "\(id): none of its technologies counts by the rule \(rule) on the project's day; choose another one with --rule")
        case .bandNotUsed(let id, let band, let usable):
            Bilingual(
                vi: "\(id): không công nghệ nào dùng \(Self.text(band)) MHz; dùng được: \(usable.map(Self.text).joined(separator: ", "))",
                en:
                    "\(id): none of its technologies uses \(Self.text(band)) MHz; usable are \(usable.map(Self.text).joined(separator: ", "))"
            )
        }
    }

    private static func some(_ ids: [String]) -> String {
        ids.prefix(5).joined(separator: ", ") + (ids.count > 5 ? ", …" : "")
    }

    private static func text(_ value: Double) -> String {
        abs(value) < 1e9 && value == value.rounded() ? "\(Int(value))" : "\(value)"
    }
}
