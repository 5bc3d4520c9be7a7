/// What a project says about the commune codes of a village table (`villages: {file: …, codes: auto}`).
public enum CommuneCodeSetting: String, Hashable, Sendable, Codable, CaseIterable {
    /// They are those of 2025; a table that shows otherwise is told.
    case current = "2025"
    /// They are those of before 2025-07-01 and are carried over.
    case former = "pre-2025"
    /// The table shows which they are; former ones are carried over.
    case auto
}

/// The two files that make a crosswalk, `GeoData/admin/crosswalk-wards-to-2025.csv` and `communes-2025-population.csv` in the shipped data.
public struct CrosswalkSource: Hashable, Sendable {
    /// Old wards with the 2025 communes they went to.
    public var wards: TableSource
    /// The communes of 2025.
    public var communes: TableSource

    /// Makes a source of two tables.
    public init(wards: TableSource, communes: TableSource) {
        self.wards = wards
        self.communes = communes
    }

    /// The shipped files in a folder such as `GeoData/admin`.
    public init(folder: String) {
        func table(_ name: String) -> TableSource { TableSource(path: "\(folder)/\(name)", displayName: name) }
        self.init(wards: table("crosswalk-wards-to-2025.csv"), communes: table("communes-2025-population.csv"))
    }
}
