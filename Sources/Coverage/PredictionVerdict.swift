import Geodesy
import Planning
import Radio
import Terrain

/// Turns what a village hears by prediction into a verdict.
struct PredictionVerdict {
    let rule: CoverageRule
    let reception: ReceptionRule
    let isSiteListComplete: Bool
    let isCompletenessDeclared: Bool

    func verdict(
        _ position: Int, _ village: Village, _ heard: Reception, uncounted: [Technology], isPlannedHeard: Bool,
        nearestSite: (site: Int, meters: Double)?
    ) -> VillageVerdict {
        let usable = heard.usable(reception)
        var services = self.services(usable)
        let strongest = Reception.strongest(usable) ?? heard.strongest
        let operators = Set(services.map(\.operator))
        let missing = Set(heard.unknown.compactMap(\.carrier)).subtracting(operators)
        let couldTerrainChange = operators.count < rule.minimumOperators && operators.union(missing).count >= rule.minimumOperators
        let fallback = heard.unknown.max { $0.fallbackDBm < $1.fallbackDBm }

        var grade: Grade
        var reason: Reason
        var basis: Basis = strongest != nil ? .terrainPrediction : .absence
        if operators.count >= rule.minimumOperators {
            (grade, reason) = (.covered, .predictedSignal)
        } else if couldTerrainChange {
            (grade, reason, basis) = (.unknown, .terrainMissing, strongest != nil ? .terrainPrediction : .noTerrainFallback)
            if rule.gradeByFallback, isSiteListComplete {
                services = (services + fallbackServices(heard, besides: operators)).sorted { $0.operator < $1.operator }
                basis = .noTerrainFallback
                let isReached = services.count >= rule.minimumOperators
                (grade, reason) =
                    isReached ? (.covered, .fallbackSignal) : (.uncovered, services.isEmpty ? .signalTooWeak : .tooFewOperators)
            }
        } else {
            (grade, reason) = (.uncovered, why(operators, uncounted, isPlannedHeard, strongest))
        }
        if grade == .uncovered, !isSiteListComplete { (grade, reason) = (.unknown, .siteListIncomplete) }

        // A fallback level is shown only where no path over known ground gives one.
        let isFallback = basis == .noTerrainFallback
        let fallbackDBm = fallback.flatMap { $0.fallbackDBm.isFinite ? $0.fallbackDBm : nil }
        let shown = isFallback ? fallbackDBm : strongest?.signal.rsrpDBm
        let isWeak = grade == .covered && !usable.isEmpty && usable.allSatisfy(\.isWeak)
        let technologies = Set(services.flatMap(\.technologies)).sorted()
        return VillageVerdict(
            village: position, grade: grade, reason: reason, basis: basis,
            confidence: confidence(grade, strongest, basis, isWeak: isWeak, isRounded: village.isCoordinateRounded),
            services: services, technologies: technologies,
            bestSite: isFallback ? fallback?.site : strongest?.signal.site,
            bestOperator: isFallback ? fallback?.carrier : strongest?.carrier,
            bestTechnology: isFallback ? fallback?.technology : strongest?.technology,
            nearestSite: nearestSite?.site, nearestSiteMeters: nearestSite?.meters, signalDBm: shown,
            probability: shown.map(reception.probability), prediction: isFallback ? nil : strongest?.signal,
            missingTiles: couldTerrainChange ? missingTiles(heard, missing) : [],
            uncountedTechnologies: uncounted,
            notes: notes(grade, services, technologies, village, strongest, isWeak: isWeak))
    }

    /// The tiles that might let one of these operators be heard.
    private func missingTiles(_ heard: Reception, _ operators: Set<Operator>) -> [TerrainTile] {
        heard.unknown.reduce(into: Set<TerrainTile>()) { tiles, path in
            if let carrier = path.carrier, operators.contains(carrier) { tiles.formUnion(path.tiles) }
        }.sorted()
    }

    /// Operators whose level by a model without terrain is enough.
    private func fallbackServices(_ heard: Reception, besides operators: Set<Operator>) -> [OperatorService] {
        heard.unknown.compactMap { path in
            guard let carrier = path.carrier, !operators.contains(carrier), reception.isUsable(path.fallbackDBm) else { return nil }
            return OperatorService(
                operator: carrier, technologies: [path.technology], bestSite: path.site, basis: .noTerrainFallback,
                signalDBm: path.fallbackDBm, probability: reception.probability(path.fallbackDBm))
        }
    }

    private func services(_ usable: [Reception.Best]) -> [OperatorService] {
        Set(usable.compactMap(\.carrier)).sorted().map { carrier in
            let own = usable.filter { $0.carrier == carrier }
            let best = Reception.strongest(own)
            return OperatorService(
                operator: carrier, technologies: Set(own.map(\.technology)).sorted(), bestSite: best?.signal.site,
                basis: .terrainPrediction, signalDBm: best?.signal.rsrpDBm, probability: best?.signal.probability)
        }
    }

    /// Why no level is usable: what would help first. A ridge counts as the reason only where the same path without it would do.
    private func why(
        _ operators: Set<Operator>, _ uncounted: [Technology], _ isPlannedHeard: Bool, _ strongest: Reception.Best?
    ) -> Reason {
        if !operators.isEmpty { return .tooFewOperators }
        if !uncounted.isEmpty { return .onlyRetiredTechnology }
        if isPlannedHeard { return .onlyPlannedSite }
        guard let strongest else { return .noSiteInRange }
        if !strongest.signal.isLineOfSight, reception.isUsable(strongest.freeSpaceDBm) { return .behindTerrain }
        if reception.isUsable(strongest.inBeamDBm) { return .outsideBeam }
        return .signalTooWeak
    }

    private func notes(
        _ grade: Grade, _ services: [OperatorService], _ technologies: [Technology], _ village: Village, _ strongest: Reception.Best?,
        isWeak: Bool
    ) -> [VerdictNote] {
        var notes: [VerdictNote] = []
        if technologies == [.umts3G] { notes.append(.only3G) }
        if grade == .covered, services.count == 1 { notes.append(.singleOperator) }
        if village.isCoordinateRounded { notes.append(.roundedCoordinate) }
        if isWeak { notes.append(.weakEvidence) }
        if strongest?.signal.isBelowModelRange ?? false { notes.append(.belowModelRange) }
        if grade == .covered, let uplink = strongest?.signal.uplink, uplink.oneBlockDB < reception.marginDB { notes.append(.uplinkLimited) }
        return notes
    }

    /// A level a whole σ away from the one needed is `high`, a nearer one `medium`, one within a quarter of σ `low`: its side is little better
    /// than a toss. Absence is `low` where the site list is not declared complete. A coordinate known only to the arc-minute can lie behind
    /// another hill, which takes one step.
    private func confidence(_ grade: Grade, _ strongest: Reception.Best?, _ basis: Basis, isWeak: Bool, isRounded: Bool) -> Confidence {
        if grade == .unknown || isWeak || basis == .noTerrainFallback || (grade != .covered && !isCompletenessDeclared) { return .low }
        let sigmas = strongest.map { abs($0.signal.rsrpDBm - reception.requiredDBm) / max(reception.sigmaDB, 0.1) } ?? 0.5
        let level: Confidence = sigmas >= 1 ? .high : sigmas >= 0.25 ? .medium : .low
        guard isRounded else { return level }
        return level == .high ? .medium : .low
    }
}
