import Planning

/// Grades by operators' polygons and by prediction together, and says where they disagree.
///
/// A polygon is a statement about the place and a prediction a calculation for it, so that either makes an operator heard. A range disc is a
/// guess that prediction replaces: it speaks only where the prediction knows no answer. What neither source covers has the prediction's
/// grade, with its reason.
public struct CombinedAnalysis: Sendable {
    public var footprints: FootprintAnalysis
    public var prediction: PredictionAnalysis

    public init(footprints: FootprintAnalysis, prediction: PredictionAnalysis) {
        self.footprints = footprints
        self.prediction = prediction
    }

    /// Runs both and joins them village by village.
    ///
    /// - Throws: `GeometryError`, as either source does.
    public func run(_ world: World) throws -> GapReport {
        let stated = try footprints.run(world)
        let predicted = try prediction.run(world)
        let minimum = footprints.rule.minimumOperators
        var report = predicted
        report.discs = stated.discs
        report.verdicts = zip(stated.verdicts, predicted.verdicts).map { Self.join($0, $1, minimumOperators: minimum) }
        return report
    }

    static func join(_ stated: VillageVerdict, _ predicted: VillageVerdict, minimumOperators: Int) -> VillageVerdict {
        let usesDiscs = predicted.grade == .unknown
        var byOperator: [Operator: OperatorService] = [:]
        for service in stated.services where service.basis == .footprint || usesDiscs { byOperator[service.operator] = service }
        for service in predicted.services {
            guard var known = byOperator[service.operator] else {
                byOperator[service.operator] = service
                continue
            }
            known.technologies = Set(known.technologies + service.technologies).sorted()
            known.bestSite = known.bestSite ?? service.bestSite
            known.signalDBm = service.signalDBm
            byOperator[service.operator] = known
        }
        let services = byOperator.sorted { $0.key < $1.key }.map(\.value)
        let isCovered = services.count >= minimumOperators
        let restsOnStatement = isCovered && predicted.grade != .covered

        var joined = restsOnStatement ? stated : predicted
        joined.services = services
        joined.technologies = Set(services.flatMap(\.technologies)).sorted()
        joined.prediction = predicted.prediction
        joined.signalDBm = predicted.signalDBm
        joined.probability = predicted.probability
        joined.missingTile = isCovered ? nil : predicted.missingTile
        joined.sources = VillageVerdict.Sources(footprints: stated.grade, prediction: predicted.grade)
        if isCovered {
            joined.grade = .covered
            joined.reason =
                restsOnStatement ? (services.contains { $0.basis == .footprint } ? .insideFootprint : .insideDisc) : predicted.reason
        }
        joined.notes = VerdictNote.allCases.filter { note in
            switch note {
            case .singleOperator: isCovered && services.count == 1
            case .only3G: joined.technologies == [.umts3G]
            case .sourcesDisagree: joined.sources?.disagree ?? false
            case .roundedCoordinate, .weakEvidence, .belowModelRange, .uplinkLimited: joined.notes.contains(note)
            }
        }
        // Two sources that contradict each other leave little to trust.
        if joined.sources?.disagree ?? false { joined.confidence = .low }
        return joined
    }
}
