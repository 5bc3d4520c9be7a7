import Planning

/// Who is to pay for closing a dead zone.
public enum Funding: String, CaseIterable, Hashable, Sendable, Codable {
    /// The fund for public telecommunications service.
    case fund = "universal-service-fund"
    /// The operators themselves.
    case `operator`
    /// What would decide is not known of the village.
    case unknown

    /// The word for people.
    public var label: Bilingual {
        switch self {
        case .fund: Bilingual(vi: "Quỹ dịch vụ viễn thông công ích", en: "universal-service fund")
        case .operator: Bilingual(vi: "nhà mạng tự đầu tư", en: "operators")
        case .unknown: Bilingual(vi: "chưa rõ", en: "not known")
        }
    }
}

/// Which villages the fund pays for.
///
/// The default (especially difficult, border, island) is ours, after the kinds of areas that public-service programmes name; a project states
/// those of the programme in force.
public struct FundingRule: Hashable, Sendable, Codable {
    /// A village with any of these is the fund's.
    public var fundPaysFor: [VillageTrait]

    /// Describes a rule. Without any trait every village is the operators'.
    public init(fundPaysFor: [VillageTrait]) { self.fundPaysFor = fundPaysFor }

    /// The default: especially difficult, border and island villages are the fund's.
    public static let standard = FundingRule(fundPaysFor: [.especiallyDifficult, .border, .island])

    /// Who pays for one village. A village of which a deciding trait is not known, and no other decides, is `unknown`.
    public func funding(of village: Village) -> Funding {
        let stated = fundPaysFor.map { village.traits[$0] }
        if stated.contains(true) { return .fund }
        return stated.contains(nil) ? .unknown : .operator
    }
}
