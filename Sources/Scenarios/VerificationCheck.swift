import Planning

extension Verification {
    /// What `verify` looks at. The raw value is the stable name in JSON.
    public enum Subject: String, CaseIterable, Codable, Hashable, Sendable {
        case files
        case inputs
        case villageGrades = "village-grades"
        case operatorsHeard = "operators-heard"
        case clustersCovered = "clusters-covered"
        case deadZones = "dead-zones"
        case summary
        case goal
        case places
        case gains
        case siteCosts = "site-costs"
        case totalCost = "total-cost"
        case hops
        case chains
        case shares
        case operatorBudgets = "operator-budgets"
        case limit
        case objective
        case reachable
        case unreachable
        case mustCover = "must-cover"
        case infeasibility
        case bound
        case boundSide = "bound-side"
        case proof
        case answers
        case gradesAfter = "grades-after"
        case planLayer = "plan-layer"

        public var label: Bilingual {
            switch self {
            case .files: Bilingual(vi: "các tệp còn nguyên như khi ghi", en: "files are as the run wrote them")
            case .inputs: Bilingual(vi: "dữ liệu vào đúng là dữ liệu của lượt chạy", en: "inputs are the ones that the run was made from")
            case .villageGrades: Bilingual(vi: "xếp loại của từng thôn", en: "grade of every village")
            case .operatorsHeard: Bilingual(vi: "nhà mạng có sóng ở từng thôn", en: "operators heard in every village")
            case .clustersCovered: Bilingual(vi: "số cụm dân cư có sóng của từng thôn", en: "places with signal in every village")
            case .deadZones: Bilingual(vi: "danh sách thôn thiếu sóng", en: "list of dead zones")
            case .summary: Bilingual(vi: "số thôn, hộ, dân theo mức", en: "villages, households and people by grade")
            case .goal: Bilingual(vi: "mục tiêu của phương án", en: "the plan aims at what the run was asked for")
            case .places: Bilingual(vi: "trạm đề xuất đứng đúng vị trí cho phép", en: "proposed sites stand at candidate places, each once")
            case .gains: Bilingual(vi: "thôn mà mỗi trạm phủ thêm", en: "villages gained by each site")
            case .siteCosts: Bilingual(vi: "chi phí từng trạm theo bảng giá", en: "cost of each site from the cost table")
            case .totalCost: Bilingual(vi: "tổng chi phí", en: "total cost")
            case .hops: Bilingual(vi: "khoảng hở của tuyến vi ba", en: "clearance of the microwave hops")
            case .chains:
                Bilingual(
                    vi: "chuỗi truyền dẫn của từng trạm nối tới mạng", en: "every site's chain of links leads to the network at its price")
            case .shares: Bilingual(vi: "tỷ lệ tối thiểu của từng nhóm", en: "least share of every group")
            case .operatorBudgets: Bilingual(vi: "ngân sách của từng nhà mạng", en: "budget of every operator")
            case .limit: Bilingual(vi: "giới hạn số trạm hoặc ngân sách", en: "limit on sites or budget")
            case .objective: Bilingual(vi: "giá trị mục tiêu", en: "objective")
            case .reachable: Bilingual(vi: "mọi thôn phủ tới được đều được phủ", en: "every reachable village is covered")
            case .unreachable: Bilingual(vi: "danh sách thôn không phủ tới được", en: "unreachable villages")
            case .mustCover: Bilingual(vi: "các thôn bắt buộc phủ đều được phủ", en: "must-cover villages are covered")
            case .infeasibility: Bilingual(vi: "lý do không khả thi", en: "the reason for infeasibility holds")
            case .bound: Bilingual(vi: "cận tính lại từ các nhân tử đã lưu", en: "bound recomputed from the stored multipliers")
            case .boundSide: Bilingual(vi: "cận nằm đúng phía", en: "bound is on its right side")
            case .proof: Bilingual(vi: "tối ưu có chứng minh", en: "optimal carries a proof")
            case .answers:
                Bilingual(
                    vi: "phần riêng của từng trạm, trạm phủ từng thôn, chi phí so sánh",
                    en: "what each site alone brings, who covers what, the comparison of costs")
            case .gradesAfter: Bilingual(vi: "xếp loại sau phương án", en: "grade of every village after the plan")
            case .planLayer: Bilingual(vi: "lớp bản đồ trạm đề xuất", en: "the map of proposed sites says what the plan says")
            }
        }
    }

    /// One check and what came of it.
    public struct Check: Codable, Hashable, Sendable {
        /// What a check may end with.
        public enum Result: String, Codable, Hashable, Sendable {
            case passed
            case failed
            /// Neither shown to be right nor to be wrong.
            case notProven = "not-proven"
        }

        public var name: Subject
        public var result: Result
        /// The figures behind the result.
        public var detail: String
    }
}
