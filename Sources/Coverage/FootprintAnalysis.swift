import Geodesy
import Geometry
import Planning

/// Grades every village by footprints, and by range discs where an operator gives none.
///
/// One pass: the villages are indexed once, every polygon is prepared once by the thread that owns it. The result does not depend on the
/// number of threads. Complexity: O((n + m) log n + hits) for n villages and m polygons.
public struct FootprintAnalysis: Sendable {
    public var rule: CoverageRule
    public var asOf: CalendarDate
    /// Number of threads, at least 1.
    public var threads: Int

    public init(rule: CoverageRule, asOf: CalendarDate, threads: Int) {
        self.rule = rule
        self.asOf = asOf
        self.threads = max(1, threads)
    }

    /// Runs the analysis.
    ///
    /// - Throws: `GeometryError` when a polygon cannot be prepared (readers repair polygons before they get here).
    public func run(_ world: World) throws -> GapReport {
        let counted = Set(rule.countedTechnologies(on: asOf))
        let places = world.villages.map(\.centre)
        var heard = [Heard](repeating: Heard(), count: places.count)

        let claims = CoverageClaims(world.footprints)
        let sitesByID = Dictionary(world.sites.enumerated().map { ($1.id, $0) }, uniquingKeysWith: { first, _ in first })
        try hearFootprints(world, places, counted, sitesByID, &heard)
        let discs = try hearDiscs(world, places, counted, claims, &heard)

        let active = world.sites.indices.filter { world.sites[$0].status == .active }
        let nearest = PointIndex(active.map { world.sites[$0].place })
        let complete = try world.sitesCompleteIn.map { try AreaIndex($0) }
        var verdicts: [VillageVerdict] = []
        verdicts.reserveCapacity(places.count)
        for village in places.indices {
            let near = nearest.nearest(to: places[village])
            let isComplete = complete.map { !$0.areas(containing: places[village]).isEmpty } ?? true
            verdicts.append(
                verdict(
                    village, world, heard[village], isSiteListComplete: isComplete,
                    nearestSite: near.map { (active[$0.index], $0.distanceMeters) }))
        }
        return GapReport(rule: rule, asOf: asOf, verdicts: verdicts, discs: discs)
    }

    // MARK: What is heard where

    /// One source that reaches a village.
    private struct Source {
        var carrier: Operator
        var technology: Technology
        var site: Int?
        var basis: Basis
        var isWeak: Bool
    }

    private struct Heard {
        var counted: [Source] = []
        /// Reached by a technology that no longer counts.
        var isRetiredHeard = false
        /// Within the disc of a site that is planned.
        var isPlannedInRange = false
        /// Within the disc of a site on air whose operator states footprints instead.
        var isSiteInRange = false
    }

    private func hearFootprints(
        _ world: World, _ places: [Coordinate], _ counted: Set<Technology>, _ sitesByID: [String: Int], _ heard: inout [Heard]
    ) throws {
        guard !world.footprints.isEmpty, !places.isEmpty else { return }
        let join = try PointInPolygonJoin(points: places)
        let covering = try join.polygonsCovering(world.footprints.map(\.area), threads: threads)
        for village in places.indices {
            for position in covering[village] {
                let footprint = world.footprints[Int(position)]
                let site = footprint.siteID.isEmpty ? nil : sitesByID[footprint.siteID]
                // A footprint outlives its site in the files: what is off air or only planned covers nobody.
                if let site, world.sites[site].status != .active {
                    if world.sites[site].status == .planned { heard[village].isPlannedInRange = true }
                    continue
                }
                guard counted.contains(footprint.technology) else {
                    heard[village].isRetiredHeard = true
                    continue
                }
                heard[village].counted.append(
                    Source(carrier: footprint.operator, technology: footprint.technology, site: site, basis: .footprint, isWeak: false))
            }
        }
    }

    private func hearDiscs(
        _ world: World, _ places: [Coordinate], _ counted: Set<Technology>, _ claims: CoverageClaims, _ heard: inout [Heard]
    ) throws -> [RangeDisc] {
        var discs: [RangeDisc] = []
        guard !places.isEmpty else { return discs }
        let index = PointIndex(places)
        for (position, site) in world.sites.enumerated() where site.status != .off {
            let radii = site.technologies.map { ($0, rule.discRadiusMeters(of: site, $0)) }
            guard let largest = radii.map(\.1).max(), largest > 0 else { continue }
            if site.status == .active {
                for (technology, radius) in radii
                where radius > 0 && counted.contains(technology) && claims.usesDiscs(site.operator, technology) {
                    discs.append(RangeDisc(site: position, technology: technology, radiusMeters: radius))
                }
            }
            for hit in index.within(radiusMeters: largest, of: site.place) {
                for (technology, radius) in radii where hit.distanceMeters <= radius {
                    guard site.status == .active else {
                        if counted.contains(technology) { heard[hit.index].isPlannedInRange = true }
                        continue
                    }
                    guard claims.usesDiscs(site.operator, technology) else {
                        heard[hit.index].isSiteInRange = true
                        continue
                    }
                    guard counted.contains(technology) else {
                        heard[hit.index].isRetiredHeard = true
                        continue
                    }
                    heard[hit.index].counted.append(
                        Source(
                            carrier: site.operator, technology: technology, site: position, basis: .disc,
                            isWeak: site.evidence == .crowdsourced))
                }
            }
        }
        return discs
    }

    // MARK: One village

    private func verdict(
        _ position: Int, _ world: World, _ heard: Heard, isSiteListComplete: Bool,
        nearestSite: (site: Int, meters: Double)?
    ) -> VillageVerdict {
        let village = world.villages[position]
        let services = services(heard.counted, village, world)
        let operators = services.map(\.operator)
        let technologies = Set(heard.counted.map(\.technology)).sorted()
        let best = heard.counted.min { isBetter($0, $1, than: village, world) }
        let isCovered = operators.count >= rule.minimumOperators
        let isFootprint = heard.counted.contains { $0.basis == .footprint }

        let grade: Grade = isCovered ? .covered : isSiteListComplete ? .uncovered : .unknown
        let reason: Reason =
            if isCovered {
                isFootprint ? .insideFootprint : .insideDisc
            } else if !isSiteListComplete {
                .siteListIncomplete
            } else if !operators.isEmpty {
                .tooFewOperators
            } else if heard.isRetiredHeard {
                .onlyRetiredTechnology
            } else if heard.isSiteInRange {
                .outsideFootprints
            } else if heard.isPlannedInRange {
                .onlyPlannedSite
            } else {
                .noSiteInRange
            }

        var notes: [VerdictNote] = []
        if technologies == [.umts3G] { notes.append(.only3G) }
        if isCovered, operators.count == 1 { notes.append(.singleOperator) }
        if village.isCoordinateRounded { notes.append(.roundedCoordinate) }
        let isWeak = isCovered && heard.counted.allSatisfy(\.isWeak)
        if isWeak { notes.append(.weakEvidence) }

        return VillageVerdict(
            village: position, grade: grade, reason: reason,
            basis: heard.counted.isEmpty ? .absence : isFootprint ? .footprint : .disc,
            confidence: confidence(
                isCovered: isCovered, grade: grade, isFootprint: isFootprint, isWeak: isWeak, operators: operators.count,
                isRounded: village.isCoordinateRounded),
            services: services, technologies: technologies, bestSite: best?.site, bestOperator: best?.carrier,
            bestTechnology: best?.technology, nearestSite: nearestSite?.site, nearestSiteMeters: nearestSite?.meters,
            signalDBm: nil, probability: nil, notes: notes)
    }

    private func services(_ heard: [Source], _ village: Village, _ world: World) -> [OperatorService] {
        Dictionary(grouping: heard, by: \.carrier).sorted { $0.key < $1.key }.map { carrier, sources in
            OperatorService(
                operator: carrier, technologies: Set(sources.map(\.technology)).sorted(),
                bestSite: sources.min { isBetter($0, $1, than: village, world) }?.site)
        }
    }

    /// Newest technology first, then the nearest site, then the operator's id and the order of the input: never a matter of chance.
    private func isBetter(_ a: Source, _ b: Source, than village: Village, _ world: World) -> Bool {
        if a.technology != b.technology { return a.technology > b.technology }
        func meters(_ source: Source) -> Double {
            source.site.map { Geodesic.distanceMeters(world.sites[$0].place, village.centre) } ?? .infinity
        }
        let (metersA, metersB) = (meters(a), meters(b))
        if metersA != metersB { return metersA < metersB }
        if a.carrier != b.carrier { return a.carrier < b.carrier }
        return (a.site ?? .max) < (b.site ?? .max)
    }

    /// A statement by one operator is `medium`, by two or more `high`; a disc is a guess at terrain and so `low`; a coordinate known only
    /// to the arc-minute lowers either by one step. Nothing in footprint mode was measured, so an absence is `medium` at best.
    private func confidence(
        isCovered: Bool, grade: Grade, isFootprint: Bool, isWeak: Bool, operators: Int, isRounded: Bool
    ) -> Confidence {
        if grade == .unknown || isWeak { return .low }
        let level: Confidence = isCovered ? (isFootprint ? (operators > 1 ? .high : .medium) : .low) : .medium
        guard isRounded else { return level }
        return level == .high ? .medium : .low
    }
}
