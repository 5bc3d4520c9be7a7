import Geodesy
import Planning

/// What the field says of one village.
public struct VillageEvidence: Hashable, Sendable {
    /// What all of it together says.
    public enum Says: String, CaseIterable, Hashable, Sendable, Codable {
        /// Enough operators for the rule were measured or reported there.
        case signal
        /// The newest report on every operator says so, and nobody measured or reported anything else.
        case noSignal = "no-signal"
        /// Measurements and reports contradict each other, or the signal is said to be weak.
        case mixed
        /// Only some operators were looked at, and what is known of them does not decide.
        case undecided
    }

    /// What is known of one operator.
    public struct OperatorEvidence: Hashable, Sendable {
        /// Whose signal.
        public var `operator`: Operator
        /// Measurements of technologies that count.
        public var measurements: Int
        /// Highest median level of a technology that counts, where the rule's phone is held, dBm; nil without measurements.
        public var measuredDBm: Double?
        /// Whether it is heard; nil where the evidence does not say, or contradicts itself.
        public var isHeard: Bool?
        /// Measurements and reports contradict each other, or the signal is said to be weak.
        public var isMixed: Bool
        /// Day of the newest evidence.
        public var newest: CalendarDate
        /// Sources of the reports used, in their order.
        public var sources: [String]
    }

    /// Position in `World.villages`.
    public var village: Int
    /// Measurements of technologies that count, in the village.
    public var measurements: Int
    /// Reports on the village, newest first.
    public var reports: [FieldReport]
    /// Ascending by operator.
    public var operators: [OperatorEvidence]
    /// What the evidence together says.
    public var says: Says
    /// Day of the newest evidence.
    public var newest: CalendarDate
    /// Whether the newest report on no operator in particular says that there is no signal.
    public var isReportedDead: Bool

    /// The strongest of the operators' measured levels, dBm.
    public var measuredDBm: Double? { operators.compactMap(\.measuredDBm).max() }
}

extension VillageEvidence {
    /// What is known of one village, put together operator by operator.
    ///
    /// - Parameters:
    ///   - measurements: those taken in the village, any order.
    ///   - reports: those on the village, any order.
    init?(_ village: Int, _ measurements: [FieldMeasurement], _ reports: [FieldReport], _ rule: CoverageRule, asOf: CalendarDate) {
        let counted = rule.countedTechnologies(on: asOf)
        let reception = ReceptionRule(rule)
        let measured = measurements.filter { counted.contains($0.technology) }
        let reports = reports.sorted { ($1.date, $0.kind.rawValue, $0.source) < ($0.date, $1.kind.rawValue, $1.source) }
        guard let newest = (measured.map(\.takenOn) + reports.map(\.date)).max() else { return nil }
        func speaks(_ report: FieldReport) -> Bool {
            guard !report.technologies.isEmpty else { return true }
            // That one technology is there is enough. That some are missing says nothing of others, but where there is no 4G there is no 5G.
            return report.kind == .signal
                ? report.technologies.contains(where: counted.contains)
                : counted.allSatisfy { report.technologies.contains($0) || ($0 == .nr5G && report.technologies.contains(.lte4G)) }
        }
        let general = reports.first { $0.operator == nil && speaks($0) }
        var operators: [OperatorEvidence] = []
        for carrier in Set(measured.map(\.operator) + reports.compactMap(\.operator)).sorted() {
            let levels = Dictionary(grouping: measured.filter { $0.operator == carrier }, by: \.technology).map { technology, all in
                Self.median(
                    all.map { $0.rsrpDBm - reception.extraLossDB(frequencyMHz: $0.bandMHz ?? technology.assumedBandMHz) })
            }
            let best = levels.max()
            let report = reports.first { $0.operator == carrier && speaks($0) }
            let opinions = [best.map { $0 >= reception.thresholdDBm }, report.flatMap(Self.opinion)].compactMap(\.self)
            let isMixed = Set(opinions).count > 1 || report?.kind == .weak
            let own = measured.filter { $0.operator == carrier }
            let days = own.map(\.takenOn) + reports.filter { $0.operator == carrier }.map(\.date)
            operators.append(
                OperatorEvidence(
                    operator: carrier, measurements: own.count, measuredDBm: best, isHeard: isMixed ? nil : opinions.first,
                    isMixed: isMixed, newest: days.max() ?? newest, sources: [report?.source ?? ""].filter { !$0.isEmpty }))
        }
        self.village = village
        self.measurements = measured.count
        self.reports = reports
        self.operators = operators
        self.newest = newest
        isReportedDead = general?.kind == .noSignal
        let heard = operators.count { $0.isHeard == true }
        let says: Says =
            if heard >= rule.minimumOperators {
                isReportedDead ? .mixed : .signal
            } else if operators.contains(where: \.isMixed) || general?.kind == .weak {
                .mixed
            } else if let general, general.kind == .signal, operators.allSatisfy({ $0.isHeard == nil }) {
                .signal
            } else if isReportedDead {
                heard > 0 ? .mixed : .noSignal
            } else {
                .undecided
            }
        self.says = says
    }

    private static func opinion(_ report: FieldReport) -> Bool? {
        switch report.kind {
        case .signal: true
        case .noSignal: false
        case .weak: nil
        }
    }

    /// The middle value, or the mean of the middle two.
    static func median(_ values: [Double]) -> Double {
        let sorted = values.sorted()
        guard let last = sorted.last else { return .nan }
        let middle = sorted.count / 2
        return sorted.count.isMultiple(of: 2) ? (sorted[middle - 1] + sorted[middle]) / 2 : (middle < sorted.count ? sorted[middle] : last)
    }
}
