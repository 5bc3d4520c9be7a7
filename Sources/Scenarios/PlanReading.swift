import Candidates
import Ingest
import Planning

/// Reads what the planner decides about new sites: `plan:` and `backhaul:`.
enum PlanReading {
    private static let keys = [
        "operator", "operators", "operatorBudgets", "technologies", "bandsMHz", "mastHeightMeters", "mastHeightsMeters", "azimuthsDegrees",
        "roadWithinMeters", "mustCover", "timeLimitSeconds", "minimumShares", "candidates", "targets",
    ]

    static func plan(
        _ root: SettingsMapping, _ costs: CostTable, _ operators: [Operator]
    ) -> (PlanSettings, timeLimit: Double?) {
        var settings = PlanSettings(costs: costs)
        settings.backhaul = backhaul(root)
        guard let plan = root.mapping("plan", keys: keys) else { return (settings, nil) }
        if let label = plan.string("operator") { settings.operator = known(label, operators, plan, "operator") }
        readOperators(plan, operators, &settings)
        if let labels = plan.strings("technologies") {
            settings.technologies = Set(
                labels.compactMap { label in
                    let technology = Technology(label: label)
                    if technology == nil { plan.invalid("technologies", "`\(label)` is not 2G, 3G, 4G or 5G") }
                    return technology
                }
            ).sorted()
            if labels.isEmpty { plan.invalid("technologies", "name at least one") }
        }
        func numbers(_ key: String, in range: ClosedRange<Double>) -> [Double]? {
            plan.strings(key).map { texts in
                texts.compactMap { text in
                    guard let number = Double(text), range.contains(number) else {
                        plan.invalid(key, "`\(text)` is not a number from \(range.lowerBound) to \(range.upperBound)")
                        return nil
                    }
                    return number
                }
            }
        }
        settings.bandsMHz = numbers("bandsMHz", in: 300...90_000) ?? settings.bandsMHz
        if plan.has("bandsMHz"), settings.bandsMHz.isEmpty { plan.invalid("bandsMHz", "name at least one") }
        if plan.strings("azimuthsDegrees") == ["auto"] {
            settings.turnsSectors = true
        } else {
            settings.azimuthsDegrees = numbers("azimuthsDegrees", in: 0...360) ?? settings.azimuthsDegrees
        }
        settings.mastHeightMeters = plan.number("mastHeightMeters", in: 1...400) ?? settings.mastHeightMeters
        if let heights = numbers("mastHeightsMeters", in: 1...400) {
            settings.mastHeightChoicesMeters = Set(heights).sorted()
            if heights.isEmpty { plan.invalid("mastHeightsMeters", "name at least one") }
            if plan.has("mastHeightMeters") {
                plan.invalid("mastHeightsMeters", "give `mastHeightMeters` or `mastHeightsMeters`, not both")
            }
            // Plans in documents and layers name a mast by its whole metres.
            if Set(heights.map { Int($0) }).count < Set(heights).count {
                plan.invalid("mastHeightsMeters", "heights must differ by a metre at least")
            }
            // What a mast in a village would cost is asked of the usual mast, or of the nearest choice.
            let usual = settings.mastHeightMeters
            settings.mastHeightMeters = heights.min { abs($0 - usual) < abs($1 - usual) } ?? usual
        }
        settings.roadWithinMeters = plan.number("roadWithinMeters", in: 0...100_000) ?? settings.roadWithinMeters
        settings.mustCover = plan.strings("mustCover") ?? []
        if let shares = plan.mapping("minimumShares", keys: MinimumShare.Grouping.all.map(\.word)) {
            settings.minimumShares = MinimumShare.Grouping.all.compactMap { grouping in
                shares.number(grouping.word, in: 0...100).map {
                    MinimumShare(grouping: grouping, basisPoints: Int(($0 * 100).rounded()))
                }
            }
        }
        settings.candidates = candidates(plan)
        if let targets = plan.mapping("targets", keys: ["electricity"]), let words = targets.strings("electricity") {
            settings.targetElectricity = Set(
                words.compactMap { word in
                    let electricity = Electricity(rawValue: word)
                    if electricity == nil {
                        let all = Electricity.allCases.map(\.rawValue).joined(separator: ", ")
                        targets.invalid("electricity", "`\(word)` is not one of \(all)")
                    }
                    return electricity
                })
            if words.isEmpty { targets.invalid("electricity", "name at least one") }
        }
        return (settings, plan.number("timeLimitSeconds", in: 0...86_400))
    }

    private static func known(_ label: String, _ operators: [Operator], _ mapping: SettingsMapping, _ key: String) -> Operator? {
        if let known = Operator(label: label) ?? operators.first(where: { NameFolding.key($0.id) == NameFolding.key(label) }) {
            return known
        }
        let nearest = NearestWord.to(label, among: (Operator.known + operators).map(\.id)).map { "did you mean `\($0)`?" }
        mapping.invalid(key, "`\(label)` is not a known operator: \(nearest ?? "declare it under `operators:`")")
        return nil
    }

    /// How many operators may be told apart: every group of them is an option of its own.
    private static let mostOperators = 5

    private static func readOperators(_ plan: SettingsMapping, _ operators: [Operator], _ settings: inout PlanSettings) {
        for label in plan.strings("operators") ?? [] {
            guard let found = known(label, operators, plan, "operators") else { continue }
            if settings.operators.contains(found) {
                plan.invalid("operators", "`\(label)` is named twice")
            } else {
                settings.operators.append(found)
            }
        }
        if settings.operators.count > mostOperators { plan.invalid("operators", "at most \(mostOperators) can be told apart") }
        if plan.has("operators"), plan.has("operator") { plan.invalid("operators", "give `operator` or `operators`, not both") }
        guard let budgets = plan.mapping("operatorBudgets", keys: []) else { return }
        for label in budgets.presentKeys {
            guard let found = known(label, operators, budgets, label) else { continue }
            guard settings.operators.contains(found) else {
                budgets.invalid(label, "only operators named under `plan.operators` build")
                continue
            }
            settings.operatorBudgets[found] = budgets.integer(label, in: 0...1_000_000_000_000_000, required: true)
        }
        if settings.backhaul != nil {
            plan.invalid("operatorBudgets", "links have no operator: budgets by operator cannot stand beside `backhaul:`")
        }
    }

    private static func candidates(_ plan: SettingsMapping) -> CandidateSettings? {
        let keys = [
            "sources", "highSpotWithinMeters", "highSpotsPerVillage", "existingSiteWithinMeters", "spacingMeters", "maximumSlopeDegrees",
            "maximumRoadMeters",
        ]
        guard let mapping = plan.mapping("candidates", keys: keys) else { return nil }
        var settings = CandidateSettings()
        if let words = mapping.strings("sources") {
            settings.sources = Set(
                words.compactMap { word in
                    let source = CandidateSettings.Source(rawValue: word)
                    if source == nil {
                        mapping.invalid(
                            "sources",
                            "`\(word)` is not one of \(CandidateSettings.Source.allCases.map(\.rawValue).joined(separator: ", "))")
                    }
                    return source
                })
        }
        settings.highSpotWithinMeters = mapping.number("highSpotWithinMeters", in: 100...20_000) ?? settings.highSpotWithinMeters
        settings.highSpotsPerVillage = mapping.integer("highSpotsPerVillage", in: 1...20).map { Int($0) } ?? settings.highSpotsPerVillage
        settings.existingSiteWithinMeters = mapping.number("existingSiteWithinMeters", in: 0...50_000) ?? settings.existingSiteWithinMeters
        settings.spacingMeters = mapping.number("spacingMeters", in: 0...20_000) ?? settings.spacingMeters
        settings.maximumSlopeDegrees = mapping.number("maximumSlopeDegrees", in: 0...90)
        settings.maximumRoadMeters = mapping.number("maximumRoadMeters", in: 0...100_000)
        return settings
    }

    private static func backhaul(_ root: SettingsMapping) -> BackhaulSettings? {
        let keys = ["kinds", "maximumHops", "microwaveHopVND", "satelliteVND", "rainRateMMPerHour"]
        guard let backhaul = root.mapping("backhaul", keys: keys) else { return nil }
        var settings = BackhaulSettings()
        if let labels = backhaul.strings("kinds") {
            settings.kinds = Set(
                labels.compactMap { label in
                    let kind = BackhaulKind(rawValue: label)
                    if kind == nil {
                        backhaul.invalid(
                            "kinds", "`\(label)` is not one of \(BackhaulKind.allCases.map(\.rawValue).joined(separator: ", "))")
                    }
                    return kind
                })
            if labels.isEmpty { backhaul.invalid("kinds", "name at least one") }
        }
        let money: ClosedRange<Int64> = 0...1_000_000_000_000
        settings.maximumHops = backhaul.integer("maximumHops", in: 1...20).map { Int($0) } ?? settings.maximumHops
        settings.microwaveHopVND = backhaul.integer("microwaveHopVND", in: money) ?? settings.microwaveHopVND
        settings.satelliteVND = backhaul.integer("satelliteVND", in: money) ?? settings.satelliteVND
        settings.rainRateMMPerHour = backhaul.number("rainRateMMPerHour", in: 0...300) ?? settings.rainRateMMPerHour
        return settings
    }
}
