import Foundation

/// Numbers in the text of a measurement, one way for all of them.
protocol NumberedText {}

extension NumberedText {
    func fixed(_ number: Double, _ decimals: Int) -> String { String(format: "%.\(decimals)f", number) }

    func range(_ spread: Spread, _ decimals: Int) -> String { "\(fixed(spread.min, decimals))–\(fixed(spread.max, decimals))" }

    /// `2,418`.
    func count(_ number: Int) -> String {
        let digits = Array(String(number))
        return digits.indices.map { ($0 > 0 && (digits.count - $0).isMultiple(of: 3) ? "," : "") + String(digits[$0]) }.joined()
    }
}
