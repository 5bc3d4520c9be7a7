import Planning
import Terrain

/// `summary.json`: how many villages, households and people have which grade.
public struct GapSummary: Codable, Hashable, Sendable {
    /// A number per grade, and their sum.
    public struct Counts: Codable, Hashable, Sendable {
        /// The sum of the four grades.
        public var total = 0
        /// Of villages that are `covered`: with signal in all places that the rule looks at.
        public var covered = 0
        /// Of villages that are `partial`: with signal in some of these places and not in others.
        public var partial = 0
        /// Of villages that are `uncovered`: with signal in none.
        public var uncovered = 0
        /// Of villages that are `unknown`: missing data could change their grade.
        public var unknown = 0

        /// Starts with zeros.
        public init() {}

        /// Adds to one grade and to the total.
        public mutating func add(_ amount: Int, _ grade: Grade) {
            total += amount
            switch grade {
            case .covered: covered += amount
            case .partial: partial += amount
            case .uncovered: uncovered += amount
            case .unknown: unknown += amount
            }
        }
    }

    /// Villages, households and people of one group.
    public struct Tally: Codable, Hashable, Sendable {
        /// The villages by grade.
        public var villages = Counts()
        /// Households in them, by the village's grade; unknown numbers count as 0.
        public var households = Counts()
        /// People in them, by the village's grade; unknown numbers count as 0.
        public var population = Counts()

        /// Starts with zeros.
        public init() {}

        mutating func add(_ village: Village, _ grade: Grade) {
            villages.add(1, grade)
            households.add(village.households ?? 0, grade)
            population.add(village.population ?? 0, grade)
        }
    }

    /// Villages of one commune.
    public struct CommuneRow: Codable, Hashable, Sendable {
        /// Code as in the table of villages; empty where it gives none.
        public var communeCode: String
        /// Name of the commune; empty where it is not known.
        public var commune: String
        /// Code of its province; empty where it is not known.
        public var provinceCode: String
        /// Name of its province; empty where it is not known.
        public var province: String
        /// Its villages by grade.
        public var villages: Counts
        /// Households in its villages, by the village's grade; unknown numbers count as 0.
        public var households: Counts
        /// People in its villages, by the village's grade; unknown numbers count as 0.
        public var population: Counts
    }

    /// Villages of one province.
    public struct ProvinceRow: Codable, Hashable, Sendable {
        /// Code as in the table of villages; empty where it gives none.
        public var provinceCode: String
        /// Name of the province; empty where it is not known.
        public var province: String
        /// Its villages by grade.
        public var villages: Counts
        /// Households in its villages, by the village's grade; unknown numbers count as 0.
        public var households: Counts
        /// People in its villages, by the village's grade; unknown numbers count as 0.
        public var population: Counts
    }

    /// Villages by their electricity; a kind that no village has gets no row.
    public struct ElectricityRow: Codable, Hashable, Sendable {
        /// What the villages of the row have.
        public var electricity: Electricity
        /// Villages by grade.
        public var villages: Counts
        /// Households in them, by the village's grade; unknown numbers count as 0.
        public var households: Counts
        /// People in them, by the village's grade; unknown numbers count as 0.
        public var population: Counts
        /// Dead-zone villages known to have fewer than 50 households, the size that official reports single out.
        public var deadZonesUnder50Households: Int
    }

    /// Villages that hear an operator; one village stands in several rows. An operator that nobody hears gets none.
    public struct OperatorRow: Codable, Hashable, Sendable {
        /// Who is heard.
        public var `operator`: Operator
        /// Villages that hear the operator by a technology that counts.
        public var villagesHeard: Int
        /// Villages that hear no other.
        public var villagesHeardAlone: Int
    }

    /// Villages by the district that they belonged to until 2025-06-30.
    public struct DistrictRow: Codable, Hashable, Sendable {
        /// Name of the province of today; empty where it is not known.
        public var province: String
        /// Empty where the table of villages does not say.
        public var formerDistrict: String
        /// Its villages, households and people by grade.
        public var counts: Tally
    }

    /// Villages that hear a technology that counts; one village stands in several rows.
    public struct TechnologyRow: Codable, Hashable, Sendable {
        /// What is heard.
        public var technology: Technology
        /// Villages that hear it, whatever their grade.
        public var villagesHeard: Int
        /// Households in these villages; unknown numbers count as 0.
        public var householdsHeard: Int
    }

    /// Field evidence in numbers.
    public struct Evidence: Codable, Hashable, Sendable {
        /// Measurements that were read, of whatever technology.
        public var measurements: Int
        /// Of these, taken in a village of the project.
        public var measurementsInVillages: Int
        /// Reports that were read.
        public var reports: Int
        /// Villages with a report, or with a measurement of a technology that counts.
        public var villages: Int
        /// Villages by what the evidence says of them.
        public var bySaying: [Saying]
        /// Contradictions between the evidence and what was predicted or claimed; a village may have several.
        public var conflicts: Int
        /// Prediction against measurement, by class of cell.
        public var calibration: [Calibration]
        /// Whether levels were corrected by the calibration before they graded anything.
        public var isCalibrationApplied: Bool

        /// How many villages have evidence that says one thing; what no village has gets no row.
        public struct Saying: Codable, Hashable, Sendable {
            /// What the evidence says.
            public var says: VillageEvidence.Says
            /// Villages of which it says so, at least 1.
            public var villages: Int
        }

        /// How far predictions lie from measurements in one class of cells: a row of `EvidenceCalibration`.
        public struct Calibration: Codable, Hashable, Sendable {
            /// What the cells send.
            public var technology: Technology
            /// Whether their carriers lie below 1 GHz.
            public var below1GHz: Bool
            /// Measurements set against predictions, at least 1.
            public var pairs: Int
            /// Measured minus predicted, dB, to the hundredth.
            public var biasDB: Double
            /// Middle of the differences, dB, to the hundredth.
            public var medianDB: Double
            /// Sample standard deviation of the differences, dB, to the hundredth; 0 for a single pair.
            public var sigmaDB: Double
            /// Whether there are enough pairs to apply the class.
            public var applicable: Bool
        }

        /// Sums up. Figures are rounded to the hundredth of a decibel.
        public init(
            _ evidence: FieldEvidence, _ join: EvidenceJoin, conflicts: Int, calibration: EvidenceCalibration?, isApplied: Bool
        ) {
            measurements = evidence.measurements.count
            measurementsInVillages = measurements - join.elsewhere.count
            reports = evidence.reports.count
            villages = join.villages.count
            bySaying = VillageEvidence.Says.allCases.compactMap { says in
                let count = join.villages.count { $0.says == says }
                return count > 0 ? Saying(says: says, villages: count) : nil
            }
            self.conflicts = conflicts
            func hundredths(_ number: Double) -> Double { (number * 100).rounded() / 100 }
            self.calibration = (calibration?.rows ?? []).map {
                Calibration(
                    technology: $0.cellClass.technology, below1GHz: $0.cellClass.isBelow1GHz, pairs: $0.pairs,
                    biasDB: hundredths($0.biasDB),
                    medianDB: hundredths($0.medianDB), sigmaDB: hundredths($0.sigmaDB), applicable: $0.isApplicable)
            }
            isCalibrationApplied = isApplied
        }
    }

    /// Villages by their newest service: every village stands in one row.
    public struct ServiceRow: Codable, Hashable, Sendable {
        /// Newest service that counts.
        public var serviceClass: ServiceClass
        /// Villages of that class.
        public var villages: Int
        /// Households in these villages; unknown numbers count as 0.
        public var households: Int
    }

    /// Dead zones by who is to pay, and by electricity.
    public struct FundingRow: Codable, Hashable, Sendable {
        /// Who is to pay by the project's funding rule.
        public var funding: Funding
        /// What electricity the villages have.
        public var electricity: Electricity
        /// Uncovered and partly covered villages.
        public var villages: Int
        /// Households in these villages, all of them also where a village is partly covered; unknown numbers count as 0.
        public var households: Int
    }

    /// Villages by why they have their grade; a pair that no village has gets no row.
    public struct ReasonRow: Codable, Hashable, Sendable {
        /// Why.
        public var reason: Reason
        /// The grade that they have for it.
        public var grade: Grade
        /// Villages of that reason and grade, at least 1.
        public var villages: Int
    }

    /// An official list vintage beside what was computed.
    public struct ListRow: Codable, Hashable, Sendable {
        /// The list's own id.
        public var id: String
        /// Day of which the list is.
        public var asOf: CalendarDate
        /// Official numbers by name: `listed`, `covered`, `uncovered`, …
        public var official: [String: Int]
        /// What this run computed over the villages of the project.
        public var computed: Counts

        /// Describes a row.
        public init(id: String, asOf: CalendarDate, official: [String: Int], computed: Counts) {
            self.id = id
            self.asOf = asOf
            self.official = official
            self.computed = computed
        }
    }

    /// What of the terrain the villages stand on, and what is missing of it.
    public struct Terrain: Codable, Hashable, Sendable {
        /// Share of the villages that stand on known ground, 0…1; 0 where verdicts use no terrain.
        public var covered: Double
        /// The tiles for want of which villages could not be graded, and how many villages each.
        public var missingTiles: [MissingTile]

        /// Describes the terrain under the villages.
        public init(covered: Double, missingTiles: [MissingTile] = []) {
            self.covered = covered
            self.missingTiles = missingTiles
        }
    }

    /// A tile of terrain for want of which villages could not be graded.
    public struct MissingTile: Codable, Hashable, Sendable {
        /// As in `N22E105`.
        public var tile: String
        /// Villages whose grade the tile could change; a village may wait for several.
        public var villages: Int
        /// True where the tile is there, but has holes.
        public var hasHoles: Bool
    }

    /// A village that footprints and prediction grade differently.
    public struct Disagreement: Codable, Hashable, Sendable {
        /// Id of the village.
        public var id: String
        /// Name of the village.
        public var name: String
        /// Name of its commune; empty where it is not known.
        public var commune: String
        /// Grade by footprints and range discs alone.
        public var footprints: Grade
        /// Grade by prediction alone.
        public var prediction: Grade
        /// Predicted level of the best site, dBm; nil when no path could be computed.
        public var signalDBm: Double?
        /// Id of the site with that level; nil when no path could be computed.
        public var bestSite: String?
    }

    /// Something about the inputs that a reader of the numbers should know, and how often it was met.
    public struct Warning: Codable, Hashable, Sendable {
        /// Stable name: that of a diagnostic, or of the run itself, such as `rows-dropped` and `synthetic`.
        public var code: String
        /// The file as the project names it; the rule's id where the rule is the cause.
        public var file: String
        /// How many rows, keys or things it is about.
        public var count: Int
        /// One line for people, in English.
        public var message: String

        /// Describes a warning.
        public init(code: String, file: String, count: Int, message: String) {
            self.code = code
            self.file = file
            self.count = count
            self.message = message
        }
    }

    /// Name and version of the document's format.
    public var schema = "phusong.gaps/1"
    /// Name of the project.
    public var project: String
    /// Id of the rule.
    public var rule: String
    /// The day of the analysis, on which technologies must still count.
    public var asOf: CalendarDate
    /// What graded the villages: `footprints`, `prediction` or `both`.
    public var mode: String
    /// The villages that the rule is about, by grade.
    public var villages: Counts
    /// Their households, by the village's grade; unknown numbers count as 0.
    public var households: Counts
    /// Their people, by the village's grade; unknown numbers count as 0.
    public var population: Counts
    /// Ascending by the code of the province.
    public var byProvince: [ProvinceRow]
    /// Ascending by the code of the province, then by that of the commune.
    public var byCommune: [CommuneRow]
    /// In the order of the enumeration.
    public var byElectricity: [ElectricityRow]
    /// Ascending by operator.
    public var byOperator: [OperatorRow]
    /// By reason, then by grade, both in the order of their enumerations.
    public var byReason: [ReasonRow]
    /// Ascending by the name of the province, then by that of the district.
    public var byFormerDistrict: [DistrictRow]
    /// The oldest technology first.
    public var byTechnology: [TechnologyRow]
    /// In the order of the enumeration: without service first, then the oldest service.
    public var byServiceClass: [ServiceRow]
    /// By who is to pay, then by electricity, both in the order of their enumerations.
    public var byFunding: [FundingRow]
    /// Villages in the tables that the rule is not about; they are counted nowhere else.
    public var notEligible: Int
    /// Official lists that the project names, in its order.
    public var lists: [ListRow]
    /// How far the terrain reaches.
    public var terrain: Terrain
    /// In mode `both`: every village on which the sources disagree, in the order of the villages. Empty in the other modes.
    public var disagreements: [Disagreement]
    /// Villages where one measurement would decide much; they are listed in `measure-here.csv`.
    public var measureHere = 0
    /// What was found in the field; absent where the project names no evidence.
    public var evidence: Evidence?
    /// In the order in which they were given.
    public var warnings: [Warning]
    /// Rows whose attributes were made up for a sample.
    public var syntheticVillages: Int

    /// Sums up a report. Rows stand in a stable order: by code, or by the order of the enumeration.
    ///
    /// - Parameters:
    ///   - terrainCovered: share of the villages that stand on known ground.
    ///   - knownTiles: the tiles of which there is any ground.
    public init(
        project: String, world: World, report: GapReport, mode: String, lists: [ListRow] = [], terrainCovered: Double = 0,
        knownTiles: Set<TerrainTile> = [], notEligible: Int = 0, funding: FundingRule = .standard,
        warnings: [Warning]
    ) {
        self.project = project
        rule = report.rule.id
        asOf = report.asOf
        self.mode = mode
        self.warnings = warnings

        var all = Tally()
        var communes: [CommuneKey: Tally] = [:]
        var provinces: [CommuneKey: Tally] = [:]
        var electricity: [Electricity: (tally: Tally, small: Int)] = [:]
        var operators: [Operator: (heard: Int, alone: Int)] = [:]
        var reasons: [ReasonKey: Int] = [:]
        var districts: [DistrictKey: Tally] = [:]
        var technologies: [Technology: (villages: Int, households: Int)] = [:]
        var services: [ServiceClass: (villages: Int, households: Int)] = [:]
        var fundings: [FundingKey: (villages: Int, households: Int)] = [:]
        self.notEligible = notEligible
        for verdict in report.verdicts {
            let village = world.villages[verdict.village]
            let grade = verdict.grade
            all.add(village, grade)
            let province = CommuneKey(code: "", name: "", provinceCode: village.provinceCode, province: village.provinceName)
            provinces[province, default: Tally()].add(village, grade)
            let commune = CommuneKey(
                code: village.communeCode, name: village.communeName, provinceCode: village.provinceCode,
                province: village.provinceName)
            communes[commune, default: Tally()].add(village, grade)
            electricity[village.electricity, default: (Tally(), 0)].tally.add(village, grade)
            if grade.isDeadZone, let households = village.households, households < 50 {
                electricity[village.electricity, default: (Tally(), 0)].small += 1
            }
            for carrier in verdict.operators {
                operators[carrier, default: (0, 0)].heard += 1
                if verdict.operators.count == 1 { operators[carrier, default: (0, 0)].alone += 1 }
            }
            reasons[ReasonKey(reason: verdict.reason, grade: grade), default: 0] += 1
            districts[DistrictKey(province: village.provinceName, district: village.formerDistrict), default: Tally()].add(village, grade)
            let households = village.households ?? 0
            for technology in verdict.technologies {
                technologies[technology, default: (0, 0)].villages += 1
                technologies[technology, default: (0, 0)].households += households
            }
            services[verdict.serviceClass, default: (0, 0)].villages += 1
            services[verdict.serviceClass, default: (0, 0)].households += households
            if grade.isDeadZone {
                let key = FundingKey(funding: funding.funding(of: village), electricity: village.electricity)
                fundings[key, default: (0, 0)].villages += 1
                fundings[key, default: (0, 0)].households += households
            }
        }
        villages = all.villages
        households = all.households
        population = all.population
        byProvince = provinces.sorted { $0.key < $1.key }.map { key, tally in
            ProvinceRow(
                provinceCode: key.provinceCode, province: key.province, villages: tally.villages, households: tally.households,
                population: tally.population)
        }
        byCommune = communes.sorted { $0.key < $1.key }.map { key, tally in
            CommuneRow(
                communeCode: key.code, commune: key.name, provinceCode: key.provinceCode, province: key.province,
                villages: tally.villages, households: tally.households, population: tally.population)
        }
        byElectricity = Electricity.allCases.compactMap { kind in
            electricity[kind].map {
                ElectricityRow(
                    electricity: kind, villages: $0.tally.villages, households: $0.tally.households, population: $0.tally.population,
                    deadZonesUnder50Households: $0.small)
            }
        }
        byOperator = operators.sorted { $0.key < $1.key }.map {
            OperatorRow(operator: $0.key, villagesHeard: $0.value.heard, villagesHeardAlone: $0.value.alone)
        }
        byReason = Reason.allCases.flatMap { reason in
            Grade.allCases.compactMap { grade in
                reasons[ReasonKey(reason: reason, grade: grade)].map { ReasonRow(reason: reason, grade: grade, villages: $0) }
            }
        }
        byFormerDistrict = districts.sorted { ($0.key.province, $0.key.district) < ($1.key.province, $1.key.district) }.map {
            DistrictRow(province: $0.key.province, formerDistrict: $0.key.district, counts: $0.value)
        }
        byTechnology = Technology.allCases.sorted().compactMap { technology in
            technologies[technology].map {
                TechnologyRow(technology: technology, villagesHeard: $0.villages, householdsHeard: $0.households)
            }
        }
        byServiceClass = ServiceClass.allCases.compactMap { service in
            services[service].map { ServiceRow(serviceClass: service, villages: $0.villages, households: $0.households) }
        }
        byFunding = Funding.allCases.flatMap { funding in
            Electricity.allCases.compactMap { electricity in
                fundings[FundingKey(funding: funding, electricity: electricity)].map {
                    FundingRow(funding: funding, electricity: electricity, villages: $0.villages, households: $0.households)
                }
            }
        }
        self.lists = lists.map { ListRow(id: $0.id, asOf: $0.asOf, official: $0.official, computed: all.villages) }
        let tiles = Dictionary(report.verdicts.flatMap(\.missingTiles).map { ($0, 1) }, uniquingKeysWith: +)
        terrain = Terrain(
            covered: (terrainCovered * 10_000).rounded() / 10_000,
            missingTiles: tiles.sorted { $0.key < $1.key }.map {
                MissingTile(tile: $0.key.description, villages: $0.value, hasHoles: knownTiles.contains($0.key))
            })
        disagreements = report.verdicts.compactMap { verdict in
            guard let sources = verdict.sources, sources.disagree else { return nil }
            let village = world.villages[verdict.village]
            return Disagreement(
                id: village.id, name: village.name, commune: village.communeName, footprints: sources.footprints,
                prediction: sources.prediction, signalDBm: sources.predictedDBm.map { ($0 * 100).rounded() / 100 },
                bestSite: sources.predictedSite.map { world.sites[$0].id })
        }
        syntheticVillages = world.villages.count(where: \.isSynthetic)
    }

    private struct CommuneKey: Hashable, Comparable {
        var code: String
        var name: String
        var provinceCode: String
        var province: String

        static func < (left: CommuneKey, right: CommuneKey) -> Bool {
            (left.provinceCode, left.code, left.name, left.province) < (right.provinceCode, right.code, right.name, right.province)
        }
    }

    private struct DistrictKey: Hashable {
        var province: String
        var district: String
    }

    private struct FundingKey: Hashable {
        var funding: Funding
        var electricity: Electricity
    }

    private struct ReasonKey: Hashable {
        var reason: Reason
        var grade: Grade
    }
}
