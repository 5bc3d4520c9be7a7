import GeoFiles
import Planning

/// Finds the commune of 2025 of villages whose rows name a commune and give no code.
///
/// A name that agrees is taken. A similar one is taken and told with its score; several equally good ones, or parts of a divided ward, are told
/// and left to the polygons of the communes or to a person. Nothing is chosen silently.
struct CommuneNaming {
    private let carrying: CommuneCarrying
    private let vintage: AdministrativeVintage?
    /// Looking for similar names takes a pass over the whole country, and villages of one commune ask the same.
    private var known: [Question: CommuneResolution] = [:]
    /// Rows that were given a code by a name that agrees.
    private(set) var rowsNamed = 0

    private struct Question: Hashable {
        var commune: String
        var district: String
        var province: String
    }

    /// - Parameter setting: what the project says of the table's codes; names are taken to be of the same time.
    init(_ carrying: CommuneCarrying, _ setting: CommuneCodeSetting?) {
        self.carrying = carrying
        vintage =
            switch setting {
            case .former: .provinces63
            case .current: .provinces34
            case .auto, nil: nil
            }
    }

    /// Gives a village the code and the names of its commune, where its row has a commune's name and no code.
    mutating func name(_ village: inout Village, _ reading: inout TableReading, _ feature: Feature) {
        guard village.communeCode.isEmpty, !village.communeName.isEmpty, reading.rawText(.communeCode, feature) == nil else { return }
        let question = Question(commune: village.communeName, district: village.formerDistrict, province: village.provinceName)
        let answer =
            known[question]
            ?? carrying.crosswalk.resolve(
                communeName: question.commune, districtName: question.district, provinceName: question.province, vintage: vintage)
        known[question] = answer
        switch answer {
        case .none: reading.note(.warning, .communeNameUnknown, feature, .communeName, value: question.commune, .kept)
        case .one(let match) where !match.isPart:
            if let name = match.name, name.isFuzzy {
                reading.note(
                    .warning, .communeNameSimilar, feature, .communeName,
                    value: "\(question.commune): \(Self.label(match)), \(Self.hundredths(name.score))", .repaired)
            } else {
                rowsNamed += 1
            }
            take(match, &village)
        case .one(let match): choose([match], &village, &reading, feature)
        case .ambiguous(let matches): choose(matches, &village, &reading, feature)
        }
    }

    /// Polygons decide where they can.
    private func choose(_ matches: [CommuneMatch], _ village: inout Village, _ reading: inout TableReading, _ feature: Feature) {
        if let here = matches.first(where: { carrying.holds($0.commune.code, village.centre) }) {
            take(here, &village)
            return
        }
        let names = matches.prefix(5).map(Self.label).joined(separator: ", ") + (matches.count > 5 ? " …" : "")
        reading.note(.warning, .communeNameAmbiguous, feature, .communeName, value: "\(village.communeName): \(names)", .kept)
    }

    private func take(_ match: CommuneMatch, _ village: inout Village) {
        village.communeCode = match.commune.code
        village.communeName = match.commune.name
        village.provinceCode = match.commune.provinceCode
        village.provinceName = match.commune.provinceName
    }

    private static func label(_ match: CommuneMatch) -> String {
        "\(match.commune.code) \(match.commune.name) (\(match.commune.provinceName))"
    }

    private static func hundredths(_ score: Double) -> String {
        let whole = Int((score * 100).rounded())
        return "\(whole / 100).\(whole % 100 < 10 ? "0" : "")\(whole % 100)"
    }
}
