import Planning

extension Verification {
    /// What `verify` looks at. The raw value is the stable name in JSON.
    public enum Subject: String, CaseIterable, Codable, Hashable, Sendable {
        /// Files of the run against the hashes in `run.json`.
        case files
        /// Hashes of inputs and rule, now and then.
        case inputs
        /// `villages.geojson` against grades found without index or prepared geometry.
        case villageGrades = "village-grades"
        /// The operators in `villages.geojson`.
        case operatorsHeard = "operators-heard"
        /// The number of places with signal in `villages.geojson`.
        case clustersCovered = "clusters-covered"
        /// The villages in `dead-zones.geojson`.
        case deadZones = "dead-zones"
        /// The counts in `summary.json`.
        case summary
        /// Kind of goal, budget, limit on sites, share and strictness.
        case goal
        /// Place, mast and sectors of every proposed site, no place twice.
        case places
        /// What each site covers, and what it is the first to cover.
        case gains
        /// Each site's cost, worked out again from the cost table.
        case siteCosts = "site-costs"
        /// The sum of the sites' costs.
        case totalCost = "total-cost"
        /// Room of each microwave hop over the terrain.
        case hops
        /// The links from each site to the network, with chains.
        case chains
        /// Least shares of households, group by group.
        case shares
        /// What each operator pays; who builds together pays in equal parts.
        case operatorBudgets = "operator-budgets"
        /// Number of sites, money, or share, against what was asked for.
        case limit
        /// The value of the plan.
        case objective
        /// Under `cover-all`: every dead zone that some option reaches is covered.
        case reachable
        /// The dead zones that no option reaches.
        case unreachable
        /// The villages that the project names under `plan.mustCover`.
        case mustCover = "must-cover"
        /// That no plan can keep what was asked for.
        case infeasibility
        /// The bound, summed up again from the multipliers in `bound.json`.
        case bound
        /// The bound is not on the wrong side of the objective.
        case boundSide = "bound-side"
        /// Who proved an optimal plan, and our own bound beside it.
        case proof
        /// What each site alone brings, who covers each dead zone, and what masts in the villages would cost.
        case answers
        /// `villages-after.geojson` and the counts after the plan.
        case gradesAfter = "grades-after"
        /// `plan.geojson` against `plan.json`.
        case planLayer = "plan-layer"

        /// What the check is about, for people.
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

        /// What was looked at.
        public var name: Subject
        /// What came of it.
        public var result: Result
        /// The figures behind the result.
        public var detail: String
    }
}
