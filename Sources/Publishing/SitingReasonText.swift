import Planning
import Siting

extension SitingReason {
    /// The reason for people; the villages concerned are told beside it.
    public var label: Bilingual {
        switch self {
        case .targetsUnreachable: Bilingual(vi: "không vị trí nào phủ tới được mọi thôn", en: "no candidate covers some villages")
        case .mustCoverUnreachable:
            Bilingual(vi: "không vị trí nào phủ tới các thôn bắt buộc", en: "no candidate covers some must-cover villages")
        case .mustCoverExceedsSites:
            Bilingual(vi: "các thôn bắt buộc cần nhiều trạm hơn cho phép", en: "the must-cover villages need more sites than allowed")
        case .mustCoverExceedsBudget:
            Bilingual(vi: "các thôn bắt buộc cần nhiều tiền hơn ngân sách", en: "the must-cover villages cost more than the budget")
        case .placesConflict:
            Bilingual(
                vi: "cần nhiều phương án loại trừ nhau ở cùng một vị trí", en: "options that exclude each other at one place are all needed"
            )
        case .groupUnreachable:
            Bilingual(vi: "không vị trí nào phủ đủ mức tối thiểu của một nhóm", en: "no candidates reach the minimum of a group")
        case .conditionsContradict:
            Bilingual(
                vi: "không phương án nào giữ được mọi điều kiện cùng lúc; hãy nới mức tối thiểu, ngân sách, số trạm hoặc số chặng",
                en: "no plan keeps all conditions together; loosen a minimum, a budget, the number of sites or of hops")
        case .stoppedByTimeLimit: Bilingual(vi: "dừng vì hết thời gian", en: "stopped by the time limit")
        case .stoppedByNodeLimit: Bilingual(vi: "dừng vì hết số nút tìm kiếm", en: "stopped by the node limit")
        case .stoppedByCaller: Bilingual(vi: "dừng theo yêu cầu", en: "stopped on request")
        case .solverAnswerRejected:
            Bilingual(
                vi: "kết quả của CBC không qua kiểm tra chính xác nên không dùng",
                en: "CBC's answer failed our exact check and was not used")
        case .solverFailed: Bilingual(vi: "CBC không giải được", en: "CBC gave up")
        case .boundNotReproduced:
            Bilingual(
                vi: "chứng chỉ không cho lại cận, nên không khẳng định tối ưu",
                en: "the certificate does not reproduce the bound, so optimality is not claimed")
        }
    }
}
