import Foundation
import Planning

/// Numbers for people, in the way of their language. Machine output never passes through here.
public struct HumanNumbers: Sendable {
    /// The language whose separators and units are used.
    public let language: Language

    /// Writes numbers in a language.
    public init(language: Language) { self.language = language }

    private var group: String { language == .vietnamese ? "." : "," }
    private var decimal: String { language == .vietnamese ? "," : "." }

    /// `2,418` or `2.418`.
    public func count(_ number: some BinaryInteger) -> String {
        let digits = String(number.magnitude)
        var grouped = ""
        for (offset, digit) in digits.enumerated() {
            if offset > 0, (digits.count - offset) % 3 == 0 { grouped += group }
            grouped.append(digit)
        }
        return (number < 0 ? "-" : "") + grouped
    }

    /// `1 site`, `2 sites`; Vietnamese nouns do not change.
    public func counted(_ number: some BinaryInteger, _ word: String) -> String {
        "\(count(number)) \(word)\(number == 1 || language == .vietnamese ? "" : "s")"
    }

    /// `12.5` or `12,5`.
    public func fixed(_ number: Double, decimals: Int) -> String {
        String(format: "%.\(decimals)f", number).replacingOccurrences(of: ".", with: decimal)
    }

    /// `7.3 %` or `7,3 %`; a dash where there is no whole.
    public func percent(_ part: Int, of whole: Int) -> String {
        whole == 0 ? "–" : fixed(100 * Double(part) / Double(whole), decimals: 1) + " %"
    }

    /// `12.35 billion VND` or `12,35 tỷ đồng`.
    public func money(_ costVND: Int64) -> String {
        let billions = Double(costVND) / 1e9
        if abs(billions) >= 1 { return fixed(billions, decimals: 2) + (language == .vietnamese ? " tỷ đồng" : " billion VND") }
        return count(costVND) + (language == .vietnamese ? " đồng" : " VND")
    }
}
