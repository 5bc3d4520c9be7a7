import Geodesy
import Geometry
import Planning

/// Grades every village by footprints, and by range discs where an operator gives none.
///
/// One pass: the villages' places are indexed once, every polygon is prepared once by the thread that owns it, and every village is judged once by
/// one of the threads. The result does not depend on their number. Complexity: O((n + m) log n + hits) for n places and m polygons.
public struct FootprintAnalysis: Sendable {
    /// What counts as signal.
    public var rule: CoverageRule
    /// The day of the analysis: technologies that no longer count then are not heard.
    public var asOf: CalendarDate
    /// Number of threads, at least 1.
    public var threads: Int

    /// Describes an analysis; fewer threads than 1 are 1.
    public init(rule: CoverageRule, asOf: CalendarDate, threads: Int) {
        self.rule = rule
        self.asOf = asOf
        self.threads = max(1, threads)
    }

    /// Runs the analysis.
    ///
    /// - Throws: `GeometryError` when a polygon cannot be prepared (readers repair polygons before they get here).
    public func run(_ world: World) throws -> GapReport {
        let extents = VillageExtents(world, rule)
        let (examined, discs) = try examine(world, extents)
        return GapReport(rule: rule, asOf: asOf, verdicts: examined.enumerated().map { $1.graded(extents[$0]) }, discs: discs)
    }

    /// What footprints and discs say of every village's places, and the discs that spoke.
    func examine(_ world: World, _ extents: VillageExtents) throws -> ([ExaminedVillage], [RangeDisc]) {
        let counted = Set(rule.countedTechnologies(on: asOf))
        let layout = ExtentLayout(extents)
        var heard = try hearFootprints(world, layout.places, counted)
        let discs = hearDiscs(world, layout, counted, &heard)

        let active = world.sites.indices.filter { world.sites[$0].status == .active }
        let nearest = PointIndex(active.map { world.sites[$0].place })
        let complete = try world.sitesCompleteIn.map { try AreaIndex($0) }
        // Threads see arrays by themselves: taking one out of the world would count references to all of it, each time.
        let (all, villages) = (heard, world.villages)
        let examined = ParallelBlocks.map(count: villages.count, threads: threads) { village in
            let place = villages[village].centre
            let near = nearest.nearest(to: place)
            let isComplete = complete.map { !$0.areas(containing: place).isEmpty } ?? true
            let centre = verdict(
                village, villages[village], all[layout.centre(of: village)], isSiteListComplete: isComplete,
                isCompletenessDeclared: complete != nil, nearestSite: near.map { (active[$0.index], $0.distanceMeters) })
            return ExaminedVillage(
                centre: centre, points: layout.points(of: village).map { point(all[$0], isSiteListComplete: isComplete) },
                samples: layout.samples(of: village).map { point(all[$0], isSiteListComplete: isComplete) })
        }
        return (examined, discs)
    }

    /// The verdict on a place beside the centre.
    private func point(_ heard: Heard, isSiteListComplete: Bool) -> PointVerdict {
        let isAlive = heard.services.count >= rule.minimumOperators
        return PointVerdict(
            life: isAlive ? .alive : isSiteListComplete ? .dead : .unknown, operators: heard.services.map(\.carrier),
            byPolygon: heard.services.filter(\.isFootprint).map(\.carrier))
    }

    // MARK: What is heard where

    /// What a footprint says to a village inside it.
    private enum Statement: Sendable {
        case source(HeardSource)
        case uncounted(Technology)
        case planned
        case nothing
    }

    private func statement(_ footprint: Footprint, _ world: World, _ counted: Set<Technology>, _ sitesByID: [String: Int]) -> Statement {
        let site = footprint.siteID.isEmpty ? nil : sitesByID[footprint.siteID]
        // A footprint outlives its site in the files: what is off air or only planned covers nobody.
        if let site, world.sites[site].status != .active { return world.sites[site].status == .planned ? .planned : .nothing }
        guard counted.contains(footprint.technology) else { return .uncounted(footprint.technology) }
        return .source(
            HeardSource(carrier: footprint.operator, technology: footprint.technology, site: site, basis: .footprint, isWeak: false))
    }

    private func hearFootprints(_ world: World, _ places: [Coordinate], _ counted: Set<Technology>) throws -> [Heard] {
        guard !world.footprints.isEmpty, !places.isEmpty else { return [Heard](repeating: Heard(), count: places.count) }
        let sitesByID = Dictionary(world.sites.enumerated().map { ($1.id, $0) }, uniquingKeysWith: { first, _ in first })
        let statements = world.footprints.map { statement($0, world, counted, sitesByID) }
        let join = try PointInPolygonJoin(points: places)
        let covering = try join.polygonsCovering(world.footprints.map(\.area), threads: threads)
        let sitePlaces = world.sites.map(\.place)
        return ParallelBlocks.map(count: places.count, threads: threads) { village in
            var heard = Heard()
            for position in covering[village] {
                switch statements[Int(position)] {
                case .source(let source):
                    heard.add(source) { Geodesic.distanceMeters(sitePlaces[$0], places[village]) }
                case .uncounted(let technology): heard.addUncounted(technology)
                case .planned: heard.isPlannedInRange = true
                case .nothing: break
                }
            }
            return heard
        }
    }

    /// Adds what the sites' range discs say.
    private func hearDiscs(_ world: World, _ layout: ExtentLayout, _ counted: Set<Technology>, _ heard: inout [Heard]) -> [RangeDisc] {
        let places = layout.places
        guard !places.isEmpty else { return [] }
        let claims = CoverageClaims(world.footprints)
        let reaches = world.sites.indices.compactMap { DiscReach($0, world.sites[$0], rule, counted, claims) }
        let (speaking, silent) = (reaches.filter(\.countsAnything), reaches.filter { !$0.countsAnything })
        hear(speaking, over: Array(places.indices), world, places, &heard)
        // The others can only say why a village has nothing, so that they need not look at those that have something, nor beside the centres.
        hear(silent, over: layout.centres.filter { heard[$0].services.count < rule.minimumOperators }, world, places, &heard)
        return speaking.flatMap(\.discs)
    }

    /// Lets sites be heard in some of the villages. Threads look for the villages in reach; what they find is added in the sites' order.
    private func hear(_ reaches: [DiscReach], over villages: [Int], _ world: World, _ places: [Coordinate], _ heard: inout [Heard]) {
        guard !reaches.isEmpty, !villages.isEmpty else { return }
        let index = PointIndex(villages.map { places[$0] })
        let sitePlaces = world.sites.map(\.place)
        let batchLength = 4096
        for start in stride(from: 0, to: reaches.count, by: batchLength) {
            let batch = reaches[start..<min(reaches.count, start + batchLength)]
            let hits = ParallelBlocks.map(count: batch.count, threads: threads) { number in
                let reach = batch[start + number]
                return index.within(radiusMeters: reach.largestMeters, of: sitePlaces[reach.site])
            }
            for (reach, hits) in zip(batch, hits) {
                for hit in hits {
                    let village = villages[hit.index]
                    reach.speak(to: places[village], atMeters: hit.distanceMeters, sitePlaces, &heard[village])
                }
            }
        }
    }

    // MARK: One village

    private func verdict(
        _ position: Int, _ village: Village, _ heard: Heard, isSiteListComplete: Bool, isCompletenessDeclared: Bool,
        nearestSite: (site: Int, meters: Double)?
    ) -> VillageVerdict {
        let operators = heard.services.map(\.carrier)
        let isCovered = operators.count >= rule.minimumOperators
        let isFootprint = heard.isFootprint

        let grade: Grade = isCovered ? .covered : isSiteListComplete ? .uncovered : .unknown
        let reason: Reason =
            if isCovered {
                isFootprint ? .insideFootprint : .insideDisc
            } else if !isSiteListComplete {
                .siteListIncomplete
            } else if !operators.isEmpty {
                .tooFewOperators
            } else if !heard.uncounted.isEmpty {
                .onlyRetiredTechnology
            } else if heard.isSiteInRange {
                .outsideFootprints
            } else if heard.isPlannedInRange {
                .onlyPlannedSite
            } else {
                .noSiteInRange
            }

        var notes: [VerdictNote] = []
        if heard.technologies == [.umts3G] { notes.append(.only3G) }
        if isCovered, operators.count == 1 { notes.append(.singleOperator) }
        if village.isCoordinateRounded { notes.append(.roundedCoordinate) }
        let isWeak = isCovered && heard.isWeak
        if isWeak { notes.append(.weakEvidence) }

        return VillageVerdict(
            village: position, grade: grade, reason: reason,
            basis: operators.isEmpty ? .absence : isFootprint ? .footprint : .disc,
            confidence: confidence(
                isCovered: isCovered, grade: grade, isFootprint: isFootprint, isWeak: isWeak, operators: operators.count,
                isRounded: village.isCoordinateRounded, isCompletenessDeclared: isCompletenessDeclared),
            services: heard.services.map(\.stated), technologies: heard.technologies, bestSite: heard.best?.source.site,
            bestOperator: heard.best?.source.carrier, bestTechnology: heard.best?.source.technology,
            nearestSite: nearestSite?.site, nearestSiteMeters: nearestSite?.meters, signalDBm: nil, probability: nil,
            uncountedTechnologies: isCovered ? [] : heard.uncounted, notes: notes)
    }

    /// A statement by one operator is `medium`, by two or more `high`; a disc is a guess at terrain and so `low`; a coordinate known only
    /// to the arc-minute lowers either by one step. Nothing in footprint mode was measured, so an absence is `medium` at best, and `low` where
    /// the project does not say that its site list is complete: it is then taken as complete everywhere, with a warning, because a report of
    /// nothing but `unknown` would help nobody.
    private func confidence(
        isCovered: Bool, grade: Grade, isFootprint: Bool, isWeak: Bool, operators: Int, isRounded: Bool, isCompletenessDeclared: Bool
    ) -> Confidence {
        if grade == .unknown || isWeak || (!isCovered && !isCompletenessDeclared) { return .low }
        let level: Confidence = isCovered ? (isFootprint ? (operators > 1 ? .high : .medium) : .low) : .medium
        guard isRounded else { return level }
        return level == .high ? .medium : .low
    }
}
