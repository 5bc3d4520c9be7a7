import Coverage
import Ingest
import Planning

/// Gives the rows of a list the communes of 2025 that they may be in, and checks that the list's administration is the one it states.
struct TrackPlacing {
    let crosswalk: ListCrosswalk?
    let administration: ListAdministration
    let file: String

    /// The villages of rows.
    ///
    /// - Throws: `InputError` when most communes are of the other administration: matches would be chance.
    func villages(_ rows: [ListRow], status: ListStatus?, into log: inout [Diagnostic]) throws(InputError) -> [ListedVillage] {
        var villages: [ListedVillage] = []
        var strays: [Diagnostic] = []
        for row in rows {
            var village = village(row, status)
            if let crosswalk, !row.communeCode.isEmpty || !row.communeName.isEmpty {
                let isFormer = administration == .provinces63
                let value = "\(row.communeCode) \(row.communeName)"
                if fits(row, isFormer, crosswalk) {
                    village.communes2025 = communes(row, isFormer, crosswalk)
                } else if fits(row, !isFormer, crosswalk) {
                    village.communes2025 = communes(row, !isFormer, crosswalk)
                    strays.append(
                        Diagnostic(
                            .warning, .listVintageDoubtful, file: file, row: row.row, field: "commune", value: value, consequence: .kept))
                } else {
                    // A code that is known under another name counts; the name may be misspelt.
                    if crosswalk.knows(code: row.communeCode) { village.communes2025 = communes(row, isFormer, crosswalk) }
                    let code: DiagnosticCode = crosswalk.knows(code: row.communeCode) ? .listVintageDoubtful : .communeCodeUnknown
                    log.append(Diagnostic(.warning, code, file: file, row: row.row, field: "commune", value: value, consequence: .kept))
                }
            }
            villages.append(village)
        }
        if strays.count * 2 > rows.count {
            var all = strays
            all.insert(
                Diagnostic(
                    .error, .listVintageDoubtful, file: file, field: "administration",
                    value: "\(strays.count) of \(rows.count) rows do not fit `\(administration.rawValue)`", consequence: .fileRejected),
                at: 0)
            throw InputError(.badData, all)
        }
        log += strays
        return villages
    }

    private func fits(_ row: ListRow, _ isFormer: Bool, _ crosswalk: ListCrosswalk) -> Bool {
        crosswalk.fits(
            code: row.communeCode, name: row.communeName, district: row.districtName, province: row.provinceName, isFormer: isFormer)
    }

    private func communes(_ row: ListRow, _ isFormer: Bool, _ crosswalk: ListCrosswalk) -> [String] {
        guard row.communeCode.isEmpty else { return isFormer ? crosswalk.communes2025(ofWard: row.communeCode) : [row.communeCode] }
        return crosswalk.communes2025(
            name: row.communeName, district: row.districtName, province: row.provinceName, isFormer: isFormer)
    }

    private func village(_ row: ListRow, _ status: ListStatus?) -> ListedVillage {
        let stated = row.status.isEmpty ? (row.coveredOn == nil ? status : .covered) : ListStatus(label: row.status)
        var village = ListedVillage(name: row.name, communeCode: row.communeCode, status: stated ?? .uncovered)
        village.id = row.id
        village.communeName = row.communeName
        village.districtName = row.districtName
        village.provinceName = row.provinceName
        village.households = row.households
        village.electricity = row.electricity
        village.reason = row.reason
        village.coveredOn = row.coveredOn
        village.source = row.source
        village.isSynthetic = row.isSynthetic
        return village
    }
}
