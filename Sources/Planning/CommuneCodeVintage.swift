import Foundation

/// A commune code of a table's row, with the commune's name where the table has it.
public struct CommuneCodeCell: Hashable, Sendable {
    /// The row as a person counts.
    public var row: Int
    /// The code as written.
    public var code: String
    /// The commune's name in the row; empty when the table has none.
    public var communeName: String

    /// Makes a cell.
    public init(row: Int, code: String, communeName: String = "") {
        self.row = row
        self.code = code
        self.communeName = communeName
    }
}

/// To which vintage the commune codes of a table belong.
public struct CommuneCodeVintage: Hashable, Sendable {
    /// What the codes and names say together.
    public enum Verdict: Hashable, Sendable {
        /// All rows fit one vintage.
        case one(AdministrativeVintage)
        /// Some rows can only be of one vintage, others only of the other.
        case mixed
        /// Every code fits both vintages.
        case undetermined
    }

    /// What they say together.
    public let verdict: Verdict
    /// Rows that can only be of before 2025-07-01.
    public let formerRows: [Int]
    /// Rows that can only be of since then.
    public let currentRows: [Int]
    /// Rows that fit both.
    public let openRows: [Int]
    /// Rows whose code neither vintage has.
    public let unknownRows: [Int]

    /// The share of old wards whose code no 2025 commune took over: 6,720 of 10,035.
    static let formerOnlyShare = 0.6697
    /// Below this probability a table of that kind is taken to be impossible.
    static let significance = 0.001

    /// Judges the codes of a table.
    ///
    /// 3,315 of the 3,321 communes kept the code of one of their wards. Such a code says nothing by itself; where the row has the commune's
    /// name, the name decides if it fits one vintage only. Where no row can only be of 2025, the number of distinct codes decides: in an old
    /// table two thirds of them were given up, so n codes of which too few (binomial, 0.1 %) were given up are no table of old codes. With
    /// none given up they are codes of 2025, with some the table is mixed.
    public init(_ cells: [CommuneCodeCell], crosswalk: CommuneCrosswalk) {
        var former: [Int] = []
        var current: [Int] = []
        var open: [Int] = []
        var unknown: [Int] = []
        var distinct: Set<String> = []
        var givenUp: Set<String> = []
        for cell in cells where !cell.code.isEmpty {
            let ward = crosswalk.formerWard(code: cell.code)
            let commune = crosswalk.commune2025(code: cell.code)
            let code = CommuneCode.normalized(cell.code)
            if ward != nil || commune != nil { distinct.insert(code) }
            switch (ward, commune) {
            case (nil, nil): unknown.append(cell.row)
            case (nil, _): current.append(cell.row)
            case (_, nil):
                former.append(cell.row)
                givenUp.insert(code)
            case (let ward?, let commune?):
                let name = PlaceNameKey(cell.communeName, kind: .commune)
                let isWard = !name.core.isEmpty && name.core == PlaceNameKey(ward.name, kind: .commune).core
                let isCommune = !name.core.isEmpty && name.core == PlaceNameKey(commune.name, kind: .commune).core
                if isWard, !isCommune {
                    former.append(cell.row)
                } else if isCommune, !isWard {
                    current.append(cell.row)
                } else {
                    open.append(cell.row)
                }
            }
        }
        formerRows = former
        currentRows = current
        openRows = open
        unknownRows = unknown
        let isFormerPossible =
            Self.lowerTail(successes: givenUp.count, of: distinct.count, probability: Self.formerOnlyShare) >= Self.significance
        verdict =
            if !former.isEmpty, !current.isEmpty {
                .mixed
            } else if !former.isEmpty {
                isFormerPossible ? .one(.provinces63) : .mixed
            } else if !current.isEmpty || !isFormerPossible {
                .one(.provinces34)
            } else {
                .undetermined
            }
    }

    /// The probability of so few successes or fewer.
    static func lowerTail(successes: Int, of count: Int, probability: Double) -> Double {
        guard count > 0 else { return 1 }
        // From the ratio of neighbouring terms, as logarithms: (1 − p)ⁿ alone leaves Double's range at n of some hundreds.
        let ratio = probability / (1 - probability)
        var logTerm = Double(count) * log(1 - probability)
        var sum = exp(logTerm)
        for k in 0..<min(successes, count) {
            logTerm += log(Double(count - k) / Double(k + 1) * ratio)
            sum += exp(logTerm)
        }
        return min(1, sum)
    }
}
