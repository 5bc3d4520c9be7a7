import Planning

/// Reads coverage rules (`phusong.rule/1`).
public enum RuleReader {
    /// Reads one rule file.
    ///
    /// - Throws: `InputError` with every defect of the file, by line and key.
    public static func read(path: String, displayName: String) throws(InputError) -> CoverageRule {
        let file = try SettingsFile(path: path, displayName: displayName)
        let root = file.root(keys: [
            "schema", "id", "version", "title", "source", "note", "technologies", "operators", "threshold", "reliability", "grades",
            "eligible", "gradeByFallback", "discRadiiMeters", "assumedExtent",
        ])
        if let schema = root.string("schema", required: true), schema != "phusong.rule/1" {
            root.invalid("schema", "`\(schema)` is not phusong.rule/1")
        }
        let technologies = root.mappings("technologies", keys: ["name", "until"], scalarKey: "name").compactMap {
            item -> CoverageRule.CountedTechnology? in
            guard let name = item.string("name", required: true) else { return nil }
            guard let technology = Technology(label: name) else {
                item.invalid("name", "`\(name)` is not 2G, 3G, 4G or 5G")
                return nil
            }
            return .init(technology: technology, until: item.date("until"))
        }
        if !root.has("technologies") { _ = root.string("technologies", required: true) }
        // A rule by which nothing counts would call every village dead.
        if root.has("technologies"), technologies.isEmpty, file.diagnostics.isEmpty { root.invalid("technologies", "name at least one") }
        for counted in Set(technologies.map(\.technology)).sorted() where technologies.count(where: { $0.technology == counted }) > 1 {
            root.invalid("technologies", "\(counted.rawValue) stands twice")
        }
        let threshold = root.mapping(
            "threshold",
            keys: [
                "rsrpDBm", "goodRSRPDBm", "receiverHeightMeters", "environment", "indoorExtraBelow1GHzDB", "indoorExtraAbove1GHzDB",
                "vehicleExtraDB",
            ])
        let reliability = root.mapping("reliability", keys: ["probability", "planningSigmaDB"])
        let extent = root.mapping("assumedExtent", keys: ["points", "ringMeters"])
        var minimumOperators = 1
        var onlyOperator: Operator?
        if root.isMapping("operators"), let operators = root.mapping("operators", keys: ["atLeast", "only"]) {
            minimumOperators = Int(operators.integer("atLeast", in: 1...9) ?? 1)
            if let name = operators.string("only") {
                onlyOperator = Operator.declared(name)
                if onlyOperator == nil { operators.invalid("only", "`\(name)` has no letter or digit") }
            }
            if operators.has("only"), minimumOperators > 1 {
                operators.invalid("atLeast", "one operator alone cannot be two: drop `only` or `atLeast`")
            }
            if !operators.has("only"), !operators.has("atLeast") {
                root.invalid("operators", "write `any`, `{atLeast: 2}` or `{only: viettel}`")
            }
        } else if let word = root.string("operators"), word != "any" {
            root.invalid("operators", "write `any`, `{atLeast: 2}` or `{only: viettel}`")
        }
        let eligibility = eligibility(root)
        var grades: [Grade] = []
        for word in root.strings("grades") ?? ["covered", "uncovered"] {
            guard let grade = Grade(rawValue: word), grade != .unknown else {
                root.invalid("grades", "`\(word)` is not covered, partial or uncovered")
                continue
            }
            grades.append(grade)
        }
        if !grades.contains(.covered) || !grades.contains(.uncovered) {
            root.invalid("grades", "covered and uncovered are needed, partial may stand between them")
        }
        var radii: [Technology: Double] = [:]
        if let discs = root.mapping("discRadiiMeters", keys: [], required: true) {
            for key in discs.presentKeys {
                guard let technology = Technology(label: key) else {
                    discs.invalid(key, "not 2G, 3G, 4G or 5G")
                    continue
                }
                if radii[technology] != nil { discs.invalid(key, "a second radius for \(technology.rawValue)") }
                radii[technology] = discs.number(key, in: 1...100_000)
            }
            for counted in technologies where radii[counted.technology] == nil && !discs.has(counted.technology.rawValue) {
                root.invalid("discRadiiMeters", "no radius for \(counted.technology.rawValue), which counts by this rule")
            }
        }
        var rule = CoverageRule(
            id: root.string("id", required: true) ?? "",
            version: Int(root.integer("version", in: 1...1_000_000, required: true) ?? 1),
            title: root.bilingual("title", required: true) ?? Bilingual(vi: "", en: ""),
            source: root.string("source", required: true) ?? "",
            note: root.bilingual("note") ?? Bilingual(vi: "", en: ""),
            technologies: technologies,
            minimumOperators: minimumOperators,
            rsrpDBm: threshold?.number("rsrpDBm", in: -160...0) ?? -115,
            goodRSRPDBm: threshold?.number("goodRSRPDBm", in: -160...0) ?? -105,
            receiverHeightMeters: threshold?.number("receiverHeightMeters", in: 1...100) ?? 1.5,
            environment: threshold?.choice("environment", CoverageRule.Environment.self) ?? .outdoor,
            indoorExtraBelow1GHzDB: threshold?.number("indoorExtraBelow1GHzDB", in: 0...60) ?? 12,
            indoorExtraAbove1GHzDB: threshold?.number("indoorExtraAbove1GHzDB", in: 0...60) ?? 14,
            probability: reliability?.number("probability", in: 0.01...0.999) ?? 0.9,
            planningSigmaDB: reliability?.number("planningSigmaDB", in: 0...30) ?? 8,
            grades: grades,
            gradeByFallback: root.boolean("gradeByFallback") ?? false,
            discRadiiMeters: radii,
            assumedExtentPoints: Int(extent?.integer("points", in: 1...64) ?? 6),
            assumedExtentRingMeters: extent?.number("ringMeters", in: 0...5000) ?? 600)
        rule.vehicleExtraDB = threshold?.number("vehicleExtraDB", in: 0...60) ?? rule.vehicleExtraDB
        rule.onlyOperator = onlyOperator
        rule.eligibility = eligibility
        if let threshold, rule.goodRSRPDBm < rule.rsrpDBm {
            threshold.invalid("goodRSRPDBm", "\(rule.goodRSRPDBm) is below rsrpDBm, \(rule.rsrpDBm)")
        }
        try file.throwErrors()
        return rule
    }

    /// Which villages count: `all`, or conditions that all hold.
    private static func eligibility(_ root: SettingsMapping) -> Eligibility {
        guard root.isMapping("eligible"),
            let mapping = root.mapping("eligible", keys: ["inhabited", "electrified", "anyOf", "minHouseholds"])
        else {
            if let word = root.string("eligible"), word != "all" {
                root.invalid("eligible", "write `all`, or a mapping of inhabited, electrified, anyOf, minHouseholds")
            }
            return .all
        }
        let traits = (mapping.strings("anyOf") ?? []).compactMap { word -> VillageTrait? in
            let trait = VillageTrait(rawValue: word)
            if trait == nil {
                mapping.invalid("anyOf", "`\(word)` is not one of \(VillageTrait.allCases.map(\.rawValue).joined(separator: ", "))")
            }
            return trait
        }
        if mapping.has("anyOf"), traits.isEmpty { mapping.invalid("anyOf", "name at least one") }
        return Eligibility(
            mustBeInhabited: mapping.boolean("inhabited") ?? false, mustBeElectrified: mapping.boolean("electrified") ?? false,
            anyOf: Set(traits).sorted(), minimumHouseholds: Int(mapping.integer("minHouseholds", in: 0...1_000_000) ?? 0))
    }
}
