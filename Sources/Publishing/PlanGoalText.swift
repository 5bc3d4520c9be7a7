import Planning

/// Words of documents about plans, for people.
public enum PlanGoalText {
    /// A goal, or a command where there is none.
    public static func word(_ goal: String, _ language: Language) -> String {
        switch goal {
        case "sites": language == .vietnamese ? "số trạm" : "sites"
        case "budget": language == .vietnamese ? "ngân sách" : "budget"
        case "cover-all": language == .vietnamese ? "phủ hết" : "cover all"
        case "share": language == .vietnamese ? "tỷ lệ hộ" : "share"
        case "gaps": language == .vietnamese ? "hiện trạng" : "gaps"
        default: goal
        }
    }

    /// Who covers a village, or why nobody does, as comparisons and layers state it; the id of a site stays as it is.
    public static func account(_ word: String, _ language: Language) -> String {
        let texts: [String: Bilingual] = [
            "standing": Bilingual(vi: "đã có sóng từ trước", en: "had signal before"),
            "several-sites": Bilingual(vi: "nhiều trạm cùng phủ", en: "several sites together"),
            "not-chosen": Bilingual(vi: "không nằm trong phương án", en: "not chosen"),
            "waits": Bilingual(vi: "chờ, ngoài đối tượng của phương án", en: "waits: the plan is not about it"),
            "no-plan": Bilingual(vi: "không có phương án", en: "no plan"),
            "unknown-before": Bilingual(vi: "chưa rõ từ trước", en: "unknown before"),
            "no-candidate-reaches": Bilingual(vi: "không vị trí nào phủ tới", en: "no candidate reaches it"),
            "no-candidate-in-range": Bilingual(vi: "không có vị trí trong tầm", en: "no candidate in range"),
            "no-chain": Bilingual(vi: "không có chuỗi truyền dẫn", en: "no chain of links"),
            "too-few-operators": Bilingual(vi: "không đủ nhà mạng", en: "too few operators"),
        ]
        return texts[word]?.text(language) ?? word
    }
}
