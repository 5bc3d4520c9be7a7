/// Numbers in place names: `Đồng Khẩn II` and `Đồng Khẩn 2`, `Xóm Tám` and `Xóm 8`.
enum PlaceNumber {
    /// Roman numerals that are no Vietnamese syllable in any case.
    private static let certain: [String: Int] = [
        "ii": 2, "iii": 3, "iv": 4, "vii": 7, "viii": 8, "ix": 9, "xii": 12, "xiii": 13, "xiv": 14, "xv": 15, "xvi": 16, "xvii": 17,
        "xviii": 18, "xix": 19, "xx": 20,
    ]
    /// Roman numerals that could be a syllable or a letter: only as capitals beside small letters.
    private static let likely: [String: Int] = ["i": 1, "v": 5, "vi": 6, "x": 10, "xi": 11]
    private static let spelled: [String: Int] = [
        "một": 1, "nhất": 1, "hai": 2, "nhì": 2, "ba": 3, "bốn": 4, "tư": 4, "năm": 5, "sáu": 6, "bảy": 7, "bẩy": 7, "tám": 8, "chín": 9,
        "mười": 10,
    ]

    /// The words with roman numerals behind the first word as arabic ones.
    static func arabic(_ words: [PlaceWord]) -> [PlaceWord] {
        let hasSmallLetters = words.contains { !$0.isUpper && !$0.isNumber }
        return words.enumerated().map { position, word in
            guard position > 0 else { return word }
            if let number = certain[word.written] { return word.replaced(by: String(number)) }
            if hasSmallLetters, word.isUpper, position == words.count - 1, let number = likely[word.written] {
                return word.replaced(by: String(number))
            }
            return word
        }
    }

    /// A number spelled out where it is all that stands behind the unit word.
    static func spelledOut(_ rest: ArraySlice<PlaceWord>) -> [PlaceWord] {
        guard rest.count == 1, let only = rest.first, let number = spelled[only.written] else { return Array(rest) }
        return [only.replaced(by: String(number))]
    }
}
