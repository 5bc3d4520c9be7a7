import Planning

/// Grades by operators' polygons and by prediction together, and says where they disagree.
///
/// A polygon is a statement about the place and a prediction a calculation for it, so that either makes an operator heard. A range disc is a
/// guess that prediction replaces: it speaks only where the prediction knows no answer, but is the other source in the list of disagreements
/// where an operator gives no polygons. What neither source covers has the prediction's grade, with its reason.
public struct CombinedAnalysis: Sendable {
    /// What operators state; its rule says how many operators are enough.
    public var footprints: FootprintAnalysis
    /// What is calculated; its rule and day are those of the report.
    public var prediction: PredictionAnalysis

    /// Describes an analysis. Both sources should have the same rule and day: nothing checks it.
    public init(footprints: FootprintAnalysis, prediction: PredictionAnalysis) {
        self.footprints = footprints
        self.prediction = prediction
    }

    /// Runs both and joins them village by village.
    ///
    /// - Throws: `GeometryError`, as either source does.
    public func run(_ world: World) throws -> GapReport {
        let minimum = footprints.rule.minimumOperators
        let extents = VillageExtents(world, footprints.rule)
        let (stated, discs) = try footprints.examine(world, extents)
        let predicted = try prediction.examine(world, extents)
        let verdicts = zip(stated, predicted).enumerated().map { position, pair in
            Self.join(pair.0, pair.1, extents[position], minimumOperators: minimum)
        }
        return GapReport(rule: prediction.rule, asOf: prediction.asOf, verdicts: verdicts, discs: discs)
    }

    /// Joins place by place, then grades the village.
    static func join(
        _ stated: ExaminedVillage, _ predicted: ExaminedVillage, _ extent: VillageExtent, minimumOperators: Int
    ) -> VillageVerdict {
        // Each source by itself, by all the places that it knows.
        let sources = VillageVerdict.Sources(
            footprints: stated.graded(extent).grade, prediction: predicted.graded(extent).grade,
            predictedDBm: predicted.centre.signalDBm, predictedSite: predicted.centre.prediction?.site)
        func joined(_ a: [PointVerdict], _ b: [PointVerdict]) -> [PointVerdict] {
            zip(a, b).map { PointVerdict.join($0, $1, minimumOperators: minimumOperators) }
        }
        return ExaminedVillage(
            centre: join(stated.centre, predicted.centre, sources, minimumOperators: minimumOperators),
            points: joined(stated.points, predicted.points), samples: joined(stated.samples, predicted.samples)
        ).graded(extent)
    }

    private static func join(
        _ stated: VillageVerdict, _ predicted: VillageVerdict, _ sources: VillageVerdict.Sources, minimumOperators: Int
    ) -> VillageVerdict {
        let usesDiscs = predicted.grade == .unknown
        var byOperator: [Operator: OperatorService] = [:]
        for service in stated.services where service.basis == .footprint || usesDiscs { byOperator[service.operator] = service }
        for service in predicted.services {
            guard var known = byOperator[service.operator] else {
                byOperator[service.operator] = service
                continue
            }
            known.technologies = Set(known.technologies + service.technologies).sorted()
            if known.bestSite == nil || known.bestSite == service.bestSite {
                (known.bestSite, known.signalDBm, known.probability) = (service.bestSite, service.signalDBm, service.probability)
            }
            byOperator[service.operator] = known
        }
        let services = byOperator.sorted { $0.key < $1.key }.map(\.value)
        let isCovered = services.count >= minimumOperators
        let restsOnStatement = isCovered && predicted.grade != .covered

        var joined = restsOnStatement ? stated : predicted
        joined.services = services
        joined.technologies = Set(services.flatMap(\.technologies)).sorted()
        joined.missingTiles = isCovered ? [] : predicted.missingTiles
        joined.sources = sources
        joined.uncountedTechnologies =
            isCovered ? [] : Set(stated.uncountedTechnologies + predicted.uncountedTechnologies).sorted()
        if isCovered {
            joined.grade = .covered
            joined.reason =
                restsOnStatement ? (services.contains { $0.basis == .footprint } ? .insideFootprint : .insideDisc) : predicted.reason
        } else if predicted.grade == .uncovered, !services.isEmpty {
            joined.reason = .tooFewOperators
        }
        if restsOnStatement { serve(&joined, by: services) }
        joined.notes = VerdictNote.allCases.filter { note in
            switch note {
            case .singleOperator: isCovered && services.count == 1
            case .only3G: joined.technologies == [.umts3G]
            case .sourcesDisagree: sources.disagree
            case .roundedCoordinate, .weakEvidence, .belowModelRange, .uplinkLimited, .assumedExtent: joined.notes.contains(note)
            }
        }
        // Two sources that contradict each other leave little to trust.
        if sources.disagree { joined.confidence = .low }
        return joined
    }

    /// Names the best of the services, and nothing of a path from another site: its level and its ridge would be told under the wrong name.
    private static func serve(_ verdict: inout VillageVerdict, by services: [OperatorService]) {
        let best = services.max { ($0.technologies.last?.rawValue ?? "") < ($1.technologies.last?.rawValue ?? "") }
        verdict.bestSite = best?.bestSite
        verdict.bestOperator = best?.operator
        verdict.bestTechnology = best?.technologies.last
        verdict.signalDBm = best?.signalDBm
        verdict.probability = best?.probability
        verdict.prediction = nil
    }
}
