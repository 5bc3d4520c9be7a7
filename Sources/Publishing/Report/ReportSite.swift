import Candidates
import GeoFiles
import Geodesy
import Planning
import Scenarios

/// A proposed site as a report shows it: what may not be told to the reader is nil.
struct ReportSite {
    var id: String
    var name: String
    var rank: Int
    var option: String
    var operators: [String]
    var technologies: [String]
    var bandsMHz: [String]
    var mastHeightMeters: Double
    var azimuthsDegrees: [String]
    var isSolar: Bool
    /// Nil where it would tell the length of a line to a site that the reader may not see.
    var costVND: Int64?
    /// What is not zero, in the order of ``ReportCostPart``; the transmission is absent where it may not be told.
    var costParts: [ReportCostPart: Int64]
    var existingSite: String?
    var parent: String?
    var link: BackhaulKind?
    var hopKm: Double?
    var hopBandGHz: Double?
    /// `clear`, `blocked`, `rain`, `too-long`, `unknown-ground`; nil where no hop was judged.
    var hopVerdict: String?
    var clearParent: String?
    var clearParentKm: Double?
    /// From the parent to the network, with chains.
    var chain: [String]
    /// Ids.
    var villagesGained: [String]
    var householdsGained: Int
    var householdsExclusive: Int
    var place: Coordinate

    /// - Parameters:
    ///   - site: the site in the plan.
    ///   - value: a cell of the layer `plan`, or of the layer that was made for an operator: it decides what is told.
    ///   - isVisible: whether the reader may see a site.
    init(_ site: PlanDocument.ProposedSite, value: (String) -> FieldValue, isVisible: (String) -> Bool) {
        func words(_ field: String) -> [String] { (value(field).text ?? "").split(separator: ";").map(String.init) }
        func money(_ field: String) -> Int64? { if case .integer(let amount) = value(field) { amount } else { nil } }
        id = site.id
        name = site.name.isEmpty ? site.id : site.name
        rank = site.rank
        option = site.option
        operators = words("operators")
        technologies = words("technologies")
        bandsMHz = words("bands_mhz")
        mastHeightMeters = site.mastHeightMeters
        azimuthsDegrees = words("azimuths_deg")
        isSolar = site.power == .solar
        costVND = money("cost_vnd")
        costParts = [:]
        for part in ReportCostPart.allCases { if let amount = money(part.field), amount != 0 { costParts[part] = amount } }
        existingSite = value("existing_site").text
        parent = value("parent").text
        link = value("link").text.flatMap(BackhaulKind.init)
        hopKm = value("hop_km").number
        hopBandGHz = value("hop_band_ghz").number
        hopVerdict = value("hop_verdict").text
        clearParent = value("clear_parent").text
        clearParentKm = value("clear_parent_km").number
        chain = site.chain.allSatisfy(isVisible) ? site.chain : []
        villagesGained = words("villages_gained")
        householdsGained = site.householdsGained
        householdsExclusive = site.householdsExclusive
        place = Coordinate(longitude: site.lon, latitude: site.lat)
    }
}

/// A part of a site's cost.
enum ReportCostPart: CaseIterable {
    case site, power, transmission, equipment, grid, road, operation, stated

    /// The column of the layer `plan`.
    var field: String { "cost_\(self)_vnd" }

    /// What it pays for.
    var label: Bilingual {
        switch self {
        case .site: Bilingual(vi: "Cột anten, nhà trạm, thiết bị", en: "Mast, shelter, equipment")
        case .power: Bilingual(vi: "Nguồn điện mặt trời", en: "Solar power")
        case .transmission: Bilingual(vi: "Truyền dẫn", en: "Transmission")
        case .equipment: Bilingual(vi: "Thiết bị lắp thêm, nâng cột", en: "Added equipment, higher mast")
        case .grid: Bilingual(vi: "Đường dây điện lưới", en: "Power line")
        case .road: Bilingual(vi: "Đường vào trạm", en: "Access track")
        case .operation: Bilingual(vi: "Vận hành (giá trị hiện tại)", en: "Operation (present value)")
        case .stated: Bilingual(vi: "Chi phí nêu trong dữ liệu vào", en: "Stated in the input")
        }
    }

    /// The same part of a plan's document.
    func amount(_ parts: CostParts) -> Int64 {
        switch self {
        case .site: parts.siteVND
        case .power: parts.powerVND
        case .transmission: parts.transmissionVND
        case .equipment: parts.equipmentVND
        case .grid: parts.gridVND
        case .road: parts.roadVND
        case .operation: parts.operationVND
        case .stated: parts.statedVND
        }
    }
}
