import Planning

/// One input table: where it is and what the project says about it.
public struct TableSource: Hashable, Sendable {
    /// Absolute path.
    public var path: String
    /// The path as the project names it, used in every message.
    public var displayName: String
    /// Layer or sheet; nil for the only one.
    public var layer: String?
    /// The coordinate reference system that the project states.
    public var crs: String?
    /// Column name → title in the file.
    public var columns: [String: String]
    /// Only rows whose fields have these values.
    public var filter: [String: String]
    /// The day of which the table tells; nil where the project does not say.
    public var asOf: CalendarDate?
    /// What the project says about the commune codes of a village table; nil when it says nothing.
    public var codes: CommuneCodeSetting?

    /// Makes a source.
    public init(
        path: String, displayName: String, layer: String? = nil, crs: String? = nil, columns: [String: String] = [:],
        filter: [String: String] = [:], asOf: CalendarDate? = nil, codes: CommuneCodeSetting? = nil
    ) {
        self.asOf = asOf
        self.codes = codes
        self.path = path
        self.displayName = displayName
        self.layer = layer
        self.crs = crs
        self.columns = columns
        self.filter = filter
    }
}

/// The inputs of one project.
public struct InputFiles: Sendable {
    /// Where the site list is complete.
    public enum Completeness: Hashable, Sendable {
        /// The project says nothing.
        case notDeclared
        /// Everywhere in the project's area.
        case area
        /// Inside these polygons.
        case file(TableSource)
    }

    /// Polygons of the project's area.
    public var area: TableSource?
    /// Village tables.
    public var villages: [TableSource]
    /// Tables of the places where the villages' people live.
    public var clusters: [TableSource]
    /// Residential areas of a public map: polygons, in a file of their own.
    public var residential: TableSource?
    /// Site tables.
    public var sites: [TableSource]
    /// Where the site tables name every site.
    public var sitesCompleteIn: Completeness
    /// Coverage polygons.
    public var footprints: [TableSource]
    /// Commune polygons.
    public var communes: TableSource?
    /// The way from former wards to the communes of 2025; needed where a village table says `codes`.
    public var crosswalk: CrosswalkSource?
    /// Places where a mast could stand.
    public var candidates: TableSource?
    /// Road centre lines.
    public var roads: TableSource?
    /// Polygons in which nothing may be built.
    public var forbidden: TableSource?
    /// Field measurements.
    public var measurements: [TableSource] = []
    /// Reports of people.
    public var reports: [TableSource] = []
    /// The day of the project: evidence of later days is left out. Nil keeps all.
    public var asOf: CalendarDate?
    /// Operators that the project declares besides the known ones.
    public var operators: [Operator]

    /// Makes the inputs of a project.
    public init(
        area: TableSource? = nil, villages: [TableSource] = [], clusters: [TableSource] = [], residential: TableSource? = nil,
        sites: [TableSource] = [], sitesCompleteIn: Completeness = .notDeclared, footprints: [TableSource] = [],
        communes: TableSource? = nil, candidates: TableSource? = nil, roads: TableSource? = nil,
        operators: [Operator] = []
    ) {
        self.area = area
        self.villages = villages
        self.clusters = clusters
        self.residential = residential
        self.sites = sites
        self.sitesCompleteIn = sitesCompleteIn
        self.footprints = footprints
        self.communes = communes
        self.candidates = candidates
        self.roads = roads
        self.operators = operators
    }

    /// Every table named, in reading order.
    public var all: [TableSource] {
        var sources: [TableSource] = []
        if let area { sources.append(area) }
        if case .file(let source) = sitesCompleteIn { sources.append(source) }
        if let communes { sources.append(communes) }
        if let crosswalk { sources += [crosswalk.wards, crosswalk.communes] }
        sources += villages + clusters
        if let residential { sources.append(residential) }
        sources += sites + footprints
        if let candidates { sources.append(candidates) }
        if let roads { sources.append(roads) }
        if let forbidden { sources.append(forbidden) }
        sources += measurements + reports
        return sources
    }
}
