import Ingest

/// The text of a new scenario file.
public enum ScenarioTemplate {
    /// A commented file that changes nothing yet.
    ///
    /// - Parameter inheritsGoal: whether the base states a goal, which then holds until another one is stated.
    public static func text(name: String, base: String, inheritsGoal: Bool = false) -> String {
        """
        schema: phusong.scenario/1
        name: \(SettingsFile.quoted(name))
        # note: "why somebody asks"

        # The project that this is about, or a scenario on a project. / Dự án gốc, hoặc một kịch bản trên dự án.
        base: \(SettingsFile.quoted(base))

        # What the plan aims at, exactly one. / Mục tiêu, đúng một dòng.
        \(inheritsGoal ? "# goal" : "goal"): {coverAll: true}
        # goal: {budgetVND: 12_000_000_000}
        # goal: {sites: 10}
        # goal: {share: 90}

        # Named changes, in order. Keys are those of a project file; mappings are joined, other values replaced, null takes a key out.
        # Các thay đổi có tên; khoá như trong tệp dự án; null là bỏ khoá.
        changes: []
        #  - name: "masts of 60 m"
        #    set: {plan: {mastHeightsMeters: [60], mastHeightMeters: null}}
        #  - name: "1800 MHz"
        #    set: {plan: {bandsMHz: [1800]}}
        #  - name: "operators' footprints believed"
        #    set: {coverage: {mode: footprints}, footprints: footprints.gpkg}
        #  - name: "after 3G ends"
        #    set: {asOf: 2028-10-01}

        """
    }

    /// A path as seen from a folder; both absolute and standardised.
    public static func relative(_ path: String, to folder: String) -> String {
        let (target, start) = (path.split(separator: "/"), folder.split(separator: "/"))
        var shared = 0
        while shared < min(target.count - 1, start.count), target[shared] == start[shared] { shared += 1 }
        return (start.dropFirst(shared).map { _ in ".." } + target.dropFirst(shared)).joined(separator: "/")
    }
}
