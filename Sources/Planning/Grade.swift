/// How well a village is served. A "dead zone" is `uncovered` or `partial`, with the grade always shown.
public enum Grade: String, CaseIterable, Hashable, Sendable, Codable {
    /// Every point of the village has signal.
    case covered
    /// Some points have signal, some have none (lõm sóng).
    case partial
    /// No point has signal (trắng sóng).
    case uncovered
    /// Missing data could change the verdict.
    case unknown

    /// Whether the grade is a dead zone.
    public var isDeadZone: Bool { self == .partial || self == .uncovered }

    /// The word for people.
    public var label: Bilingual {
        switch self {
        case .covered: Bilingual(vi: "có sóng", en: "covered")
        case .partial: Bilingual(vi: "lõm sóng", en: "partly covered")
        case .uncovered: Bilingual(vi: "trắng sóng", en: "no signal")
        case .unknown: Bilingual(vi: "chưa rõ", en: "unknown")
        }
    }
}
