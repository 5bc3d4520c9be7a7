import Planning

/// The villages that a rule is about, in words.
struct EligibilityText {
    let text: String

    init(_ eligibility: Eligibility, _ language: Language) {
        let isVietnamese = language == .vietnamese
        var parts: [String] = []
        if eligibility.mustBeInhabited { parts.append(isVietnamese ? "có người ở" : "inhabited") }
        if eligibility.mustBeElectrified { parts.append(isVietnamese ? "có điện lưới" : "with grid electricity") }
        if eligibility.minimumHouseholds > 0 {
            parts.append(isVietnamese ? "từ \(eligibility.minimumHouseholds) hộ" : "\(eligibility.minimumHouseholds) households or more")
        }
        if !eligibility.anyOf.isEmpty {
            let words = eligibility.anyOf.map { $0.label.text(language) }
            parts.append(words.joined(separator: isVietnamese ? " hoặc " : " or "))
        }
        text =
            parts.isEmpty
            ? (isVietnamese ? "mọi thôn" : "every village")
            : parts.joined(separator: ", ") + (isVietnamese ? " (thiếu số liệu thì vẫn xét)" : " (what is not known shuts nobody out)")
    }
}
