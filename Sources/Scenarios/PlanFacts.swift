import Candidates
import Coverage
import GeoFiles
import Geodesy
import Planning

/// What could be built and reached, from the recomputed gaps: the ground that a plan is rechecked on.
struct PlanFacts {
    /// What a site or a candidate of a plan is looked up by.
    struct DesignKey: Hashable {
        var place: String
        var word: String
        var operators: [Planning.Operator]
    }

    let loaded: LoadedProject
    let naive: [NaiveGrading.Result]
    /// The places of every village, as ``NaiveGrading`` found them.
    let extents: [[Coordinate]]
    let dead: [Int]
    /// Those of them that the plan is about, ascending.
    let aimed: [Int]
    let isDead: Set<Int>
    let places: [CandidatePlace]
    let designs: [OptionDesign]
    let ids: [String]
    /// Positions in ``designs`` by what a plan calls them.
    let numbers: [DesignKey: Int]
    /// Sector azimuths of each design: those of the settings, or as the run's layer of candidates has them; any azimuths may be built.
    let azimuths: [[Double]]
    let network: BackhaulNetwork?
    let cost: NaiveCost
    /// What each design brings signal to in full among the dead villages, ascending; where the plan does not assign several operators, only what the
    /// rule is content with then.
    private(set) var reached: [[Int]] = []
    /// Dead villages that all designs together cannot close.
    private(set) var unreachable: [Int] = []

    private var world: World { loaded.read.world }
    private var settings: PlanSettings { loaded.project.plan }
    var minimumOperators: Int { loaded.rule.rule.minimumOperators }
    var assignsSeveral: Bool { !settings.operators.isEmpty && minimumOperators > 1 }

    /// - Throws: `GeometryError`; `StoreError` when the layer of candidates cannot be read.
    init(_ loaded: LoadedProject, _ naive: [NaiveGrading.Result], _ extents: [[Coordinate]], folder: String) throws {
        (self.loaded, self.naive, self.extents) = (loaded, naive, extents)
        let settings = loaded.project.plan
        dead = naive.indices.filter { naive[$0].grade.isDeadZone }
        isDead = Set(dead)
        aimed = dead.filter { settings.aims(at: loaded.read.world.villages[$0]) }
        places = try loaded.candidates(deadZones: aimed).places
        designs = OptionDesign.all(places, loaded.read.world, settings, minimumOperators: loaded.rule.rule.minimumOperators)
        ids = OptionDesign.ids(designs)
        let keys = designs.map { DesignKey(place: $0.place.id, word: $0.word, operators: $0.operators) }
        numbers = Dictionary(zip(keys, keys.indices)) { $1 }
        if settings.turnsSectors {
            let stated = try GradeLayer.column("azimuths_deg", of: "\(folder)/candidates.geojson")
            azimuths = ids.map { id in (stated[id] ?? "").split(separator: ";").compactMap { Double($0) } }
        } else {
            azimuths = designs.map { _ in settings.azimuthsDegrees }
        }
        network = BackhaulNetwork(places, loaded)
        let counted = Set(loaded.rule.rule.countedTechnologies(on: loaded.project.asOf))
        let technologies = settings.technologies.filter(counted.contains)
        cost = NaiveCost(loaded.read.world, settings, technologies: technologies, dead: dead)
        reached = designs.indices.map { number in
            let brings = brings(number, technologies)
            return dead.filter { village in
                let missing = missing(village)
                return missing.allSatisfy {
                    (assignsSeveral || isEnough(designs[number].operators, village, $0)) && brings(extents[village][$0])
                }
            }
        }
        let joined = joinedPlaces()
        var groups: [Int: [[Operator]]] = [:]
        for number in designs.indices where joined.contains(designs[number].placeNumber) {
            for village in reached[number] { groups[village, default: []].append(designs[number].operators) }
        }
        unreachable = aimed.filter { !isClosed($0, by: groups[$0] ?? []) }
    }

    /// Places whose cost holds their connection, or from which some chain leads to the network in time.
    private func joinedPlaces() -> Set<Int> {
        guard let network else { return Set(places.indices) }
        var joined = Set(places.indices.filter { network.nodes[$0].isJoined })
        var chains: Set<Int> = []
        for _ in 0..<network.maximumHops {
            let next = network.links.filter { link in
                if case .candidate(let parent) = link.parent { return chains.contains(parent) }
                return true
            }
            chains.formUnion(next.map(\.from))
        }
        joined.formUnion(chains)
        return joined
    }

    /// The places of a village that are not known to have signal, by their numbers.
    func missing(_ village: Int) -> [Int] { naive[village].places.indices.filter { naive[village].places[$0].isAlive != true } }

    /// Whether one more site satisfies the rule at a place: an unassigned one counts as an operator that is not heard yet.
    private func isEnough(_ builders: [Operator], _ village: Int, _ place: Int) -> Bool {
        let heard = Set(naive[village].places[place].operators)
        return (builders.isEmpty ? heard.count + 1 : heard.union(builders).count) >= minimumOperators
    }

    /// Whether sites of some groups of operators, each of which brings signal to the whole village, close it.
    func isClosed(_ village: Int, by groups: [[Operator]]) -> Bool {
        guard assignsSeveral else { return !groups.isEmpty }
        let heard = missing(village).map { Set(naive[village].places[$0].operators) }
        let everywhere = heard.dropFirst().reduce(heard.first ?? []) { $0.intersection($1) }
        return !groups.isEmpty && Set(groups.joined()).subtracting(everywhere).count >= max(1, minimumOperators - everywhere.count)
    }

    /// Whether sites bring what the rule asks for to one place.
    func isAlive(_ village: Int, _ place: Int, by groups: [[Operator]]) -> Bool {
        guard !groups.isEmpty else { return false }
        return isEnough(groups.flatMap { $0 }, village, place) || (groups.contains([]) && isEnough([], village, place))
    }

    /// Whether a design brings signal to a place.
    func brings(_ number: Int) -> (Coordinate) -> Bool { brings(number, cost.technologies) }

    private func brings(_ number: Int, _ technologies: [Technology]) -> (Coordinate) -> Bool {
        let rule = loaded.rule.rule
        let design = designs[number]
        guard let environment = loaded.environment else {
            let reach = technologies.compactMap { rule.discRadiiMeters[$0] }.max() ?? 0
            return { Geodesic.distanceMeters(design.place.place, $0) <= reach }
        }
        let mast = ProposedMast(
            place: design.place.place, mastHeightMeters: design.mastHeightMeters, technologies: technologies, bandsMHz: settings.bandsMHz,
            azimuthsDegrees: azimuths[number])
        guard let station = Station(mast, environment: environment) else { return { _ in false } }
        let prediction = NaivePrediction(environment: environment, rule: rule)
        return { there in
            guard case .dBm(let level) = prediction.level(station, at: there) else { return false }
            return level >= prediction.requiredDBm
        }
    }
}
