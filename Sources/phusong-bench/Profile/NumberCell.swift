/// Numbers in cells of test files: decimal points and exponents, no units, no thousands, nothing that is not finite.
enum NumberCell {
    /// Nil for anything that is not a finite number, such as `nan`, `inf`, `0x1F` and `12 km`.
    static func read(_ text: String) -> Double? {
        // Double(_:) alone would take those as well.
        guard text.utf8.allSatisfy({ "0123456789+-.eE".utf8.contains($0) }), let value = Double(text), value.isFinite else { return nil }
        return value
    }
}
