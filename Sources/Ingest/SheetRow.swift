import Foundation
import GeoFiles
import Planning

/// What a row of a sheet is, beside data.
struct SheetRow {
    /// What its first text says.
    enum Label { case total, footer, other }

    let label: Label
    /// The first text of the row, for people.
    let text: String

    init(_ values: [FieldValue]) {
        let texts = values.compactMap(\.text).map { $0.trimmingCharacters(in: .whitespacesAndNewlines) }
            .filter { $0.contains(where: \.isLetter) }
        text = texts.first ?? ""
        // An ordinal such as "I" or "B" may stand before the label.
        let labels = texts.prefix(2).map { Self.label(of: $0) }
        label = labels.first { $0 != .other } ?? .other
    }

    private static func label(of text: String) -> Label {
        let words = PlaceName.words(text)
        if totals.contains(where: { starts(words, $0.words, whole: $0.isWhole) }) { return .total }
        if footers.contains(where: { starts(words, $0, whole: false) }) { return .footer }
        // "Tuyên Quang, ngày 05 tháng 01 năm 2026"
        if ["ngày", "tháng", "năm"].allSatisfy(words.contains) { return .footer }
        return .other
    }

    /// Whether a text begins with words, marks included; a text without any mark is compared without.
    private static func starts(_ text: [String], _ words: [Word], whole: Bool) -> Bool {
        guard whole ? text.count == words.count : text.count >= words.count else { return false }
        let isPlain = text.allSatisfy { $0.utf8.allSatisfy { $0 < 0x80 } }
        return zip(text, words).allSatisfy { $0 == $1.text || (isPlain && $0 == $1.plain) }
    }

    /// A word with its marks and without, folded once: every row of every table is asked.
    private struct Word {
        let text: String
        let plain: String

        static func all(_ text: String) -> [Word] { PlaceName.words(text).map { Word(text: $0, plain: NameFolding.key($0)) } }
    }

    /// `Cộng Hoà` and `Tổng Cọt` are names of places: the plain words count only by themselves.
    private static let totals: [(words: [Word], isWhole: Bool)] =
        [
            "tổng cộng", "tổng số", "tổng toàn", "tổng hợp", "cộng xã", "cộng phường", "cộng thị trấn", "cộng huyện", "cộng tỉnh",
            "cộng toàn",
            "cộng dồn", "cộng trang", "toàn xã", "toàn huyện", "toàn tỉnh", "grand total", "total of", "sub total",
        ]
        .map { (Word.all($0), false) }
        + ["tổng", "cộng", "total", "subtotal", "sum", "luỹ kế", "lũy kế"].map { (Word.all($0), true) }

    private static let footers: [[Word]] = [
        "người lập", "người tổng hợp", "lập biểu", "thủ trưởng", "chủ tịch", "phó chủ tịch", "tm ubnd", "tm uỷ ban", "tm ủy ban",
        "kt chủ tịch",
        "ghi chú", "nguồn số liệu", "nguồn dữ liệu", "nơi nhận", "xác nhận của", "kế toán", "trưởng phòng", "giám đốc", "ký tên",
        "ký ghi rõ",
        "đơn vị báo cáo", "prepared by", "signature", "note", "notes", "source",
    ].map(Word.all)
}

/// Texts as words.
enum PlaceName {
    /// Lower-case words in NFC, without punctuation.
    static func words(_ text: String) -> [String] {
        text.precomposedStringWithCanonicalMapping.lowercased().split { !$0.isLetter && !$0.isNumber }.map(String.init)
    }
}
