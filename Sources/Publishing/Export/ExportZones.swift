import Geodesy
import Planning

/// In which VN-2000 zone a commune draws its maps: that of its former province, as the zones were never redrawn.
public struct ExportZones: Sendable {
    /// Codes of former provinces by commune code of 2025.
    private let formerProvinces: [String: String]

    /// - Parameter crosswalk: tells the former province of a commune; without it only provinces of one zone are known.
    public init(_ crosswalk: CommuneCrosswalk?) {
        var found: [String: String] = [:]
        for commune in crosswalk?.communes ?? [] {
            let provinces = commune.formerWardCodes.compactMap { crosswalk?.formerWard(code: $0)?.provinceCode }
            // A commune keeps the code of one of its wards; where they lay in two provinces, most of them decide.
            let counts = Dictionary(grouping: provinces) { $0 }.mapValues(\.count)
            found[commune.code] = counts.max { ($0.value, $1.key) < ($1.value, $0.key) }?.key
        }
        formerProvinces = found
    }

    /// The zone of a commune; nil where it is not known, or its province lies in several and nothing tells.
    func zone(_ commune: ExportPlaces.Commune) -> VN2000.Zone? {
        if let code = formerProvinces[commune.code], let zone = VN2000.zone(gsoCode: code) { return zone }
        let name = PlaceNameKey(commune.provinceName, kind: .province).core
        let parts = VN2000.zones.filter { Self.province2025[$0.gsoCode] == commune.provinceCode }
        if parts.isEmpty || !(parts.contains { $0.gsoCode == commune.provinceCode && Self.isNamed($0, name) }) {
            // A table of before 2025-07-01, or one without codes: the name is that of a former province.
            return VN2000.zones.first { Self.isNamed($0, name) && Self.isUnchanged($0) }
        }
        return Set(parts.map(\.centralMeridianDegrees)).count == 1 ? parts.first { $0.gsoCode == commune.provinceCode } : nil
    }

    private static func isNamed(_ zone: VN2000.Zone, _ core: String) -> Bool {
        !core.isEmpty && cores[zone.gsoCode] == core
    }

    /// Folded names of the former provinces by code, made once.
    private static let cores = Dictionary(
        VN2000.zones.map { ($0.gsoCode, PlaceNameKey($0.province, kind: .province).core) }, uniquingKeysWith: { first, _ in first })

    /// Whether a name can only be that of the former province: it was merged into another, or nothing of another zone was merged into it.
    private static func isUnchanged(_ zone: VN2000.Zone) -> Bool {
        guard province2025[zone.gsoCode] == zone.gsoCode else { return true }
        let parts = VN2000.zones.filter { province2025[$0.gsoCode] == zone.gsoCode }
        return Set(parts.map(\.centralMeridianDegrees)).count == 1
    }

    /// The province of 2025 that each former province is part of, by code.
    ///
    /// Source: Resolution 202/2025/QH15, as in `GeoData/admin/vn2000-zones.csv`.
    static let province2025: [String: String] = [
        "01": "01", "02": "08", "04": "04", "06": "19", "08": "08", "10": "15", "11": "11", "12": "12", "14": "14",
        "15": "15", "17": "25", "19": "19", "20": "20", "22": "22", "24": "24", "25": "25", "26": "25", "27": "24",
        "30": "31", "31": "31", "33": "33", "34": "33", "35": "37", "36": "37", "37": "37", "38": "38", "40": "40",
        "42": "42", "44": "44", "45": "44", "46": "46", "48": "48", "49": "48", "51": "51", "52": "52", "54": "66",
        "56": "56", "58": "56", "60": "68", "62": "51", "64": "52", "66": "66", "67": "68", "68": "68", "70": "75",
        "72": "80", "74": "79", "75": "75", "77": "79", "79": "79", "80": "80", "82": "82", "83": "86", "84": "86",
        "86": "86", "87": "82", "89": "91", "91": "91", "92": "92", "93": "92", "94": "92", "95": "96", "96": "96",
    ]
}
