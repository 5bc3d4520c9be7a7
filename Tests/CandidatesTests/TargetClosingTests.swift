import Planning
import Testing

@testable import Candidates

@Suite struct TargetClosingTests {
    @Test(
        arguments: [
            ([], nil, 1, true), ([], .vnpt, 1, true), ([], nil, 2, false), ([], .vnpt, 2, false),
            ([.viettel], nil, 2, true), ([.viettel], .vnpt, 2, true), ([.viettel], .viettel, 2, false),
            ([.viettel, .viettel], .vnpt, 3, false), ([.viettel, .vnpt], .vnpt, 2, true), ([.viettel, .vnpt], nil, 4, false),
        ] as [([Operator], Operator?, Int, Bool)])
    func anOperatorCountsOnce(heard: [Operator], builder: Operator?, minimum: Int, closes: Bool) {
        #expect(TargetClosing.closes(heard: heard, builders: builder.map { [$0] } ?? [], minimumOperators: minimum) == closes)
    }
}
