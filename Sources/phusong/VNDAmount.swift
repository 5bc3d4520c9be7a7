import Foundation

/// An amount of money as people write it.
enum VNDAmount {
    /// Forms to show where one was not understood.
    static let goodForms = "20000000000, 20.000.000.000, 20e9 or '20 tỷ'"

    private static let billions = ["tỷ", "tỉ", "ty", "bn"]

    /// `20000000000`, `20_000_000_000`, `20.000.000.000`, `20,000,000,000`, `20e9`, `20 tỷ`, `1,5 tỷ`, `20bn`; nil when it is none of
    /// these, negative, beyond 64 bits, or can be read in two ways.
    static func parse(_ text: String) -> Int64? {
        // Whoever types on a Mac may send ỷ as y and a mark.
        var digits = text.precomposedStringWithCanonicalMapping.lowercased().replacingOccurrences(of: "_", with: "")
            .trimmingCharacters(in: .whitespaces)
        var factor: Int64 = 1
        if let suffix = billions.first(where: digits.hasSuffix) {
            digits = String(digits.dropLast(suffix.count)).trimmingCharacters(in: .whitespaces)
            factor = 1_000_000_000
        }
        guard let first = digits.first, first.isASCII, first.isNumber else { return nil }
        if let whole = Int64(digits) ?? grouped(digits, inBillions: factor > 1) {
            let (product, overflow) = whole.multipliedReportingOverflow(by: factor)
            return overflow ? nil : product
        }
        return decimal(digits, factor)
    }

    /// Groups of three, all parted by dots or all by commas. Of billions one group alone may be a fraction: `1.500 tỷ` is not guessed at.
    private static func grouped(_ digits: String, inBillions: Bool) -> Int64? {
        for separator in [".", ","] {
            let parts = digits.components(separatedBy: separator)
            guard parts.count > (inBillions ? 2 : 1), (1...3).contains(parts[0].count), parts[0].first != "0",
                parts.dropFirst().allSatisfy({ $0.count == 3 }), parts.allSatisfy(isNumber)
            else { continue }
            return Int64(parts.joined())
        }
        return nil
    }

    /// A number with a power of ten, or a fraction of billions. A fraction of a đồng is a slip of the pen.
    private static func decimal(_ digits: String, _ factor: Int64) -> Int64? {
        let pointed = factor > 1 ? digits.replacingOccurrences(of: ",", with: ".") : digits
        let parts = pointed.components(separatedBy: ".")
        // Three digits after the separator may be thousands, except after 0.
        if factor > 1, parts.count == 2, parts[1].count == 3, parts[0] != "0" { return nil }
        guard pointed.allSatisfy({ $0.isASCII && ($0.isNumber || ".e+".contains($0)) }), factor > 1 || pointed.contains("e"),
            let number = Double(pointed), number.isFinite
        else { return nil }
        let amount = number * Double(factor)
        return factor > 1 ? Int64(exactly: amount.rounded()) : Int64(exactly: amount)
    }

    private static func isNumber(_ text: String) -> Bool { text.allSatisfy { $0.isASCII && $0.isNumber } }
}
