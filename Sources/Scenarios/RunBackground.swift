import Foundation
import Geometry
import Ingest
import Planning

/// What a run folder does not hold and its inputs do: the rule's numbers, the project's settings and words, outlines for a map.
///
/// Nothing is taken from a file that is not, byte for byte, the one that the run was made from: what has moved or changed is absent, and
/// ``missing`` names it.
public struct RunBackground: Sendable {
    /// The rule, when its file is still the run's.
    public private(set) var rule: CoverageRule?
    /// The project file as read, when it is still the run's.
    public private(set) var project: Project?
    /// The project's area, one item per row of its file; empty when there is none, or not any more.
    public private(set) var area: [MultiPolygon] = []
    /// The project's communes; empty as above.
    public private(set) var communes: [Commune] = []
    /// Files, as the run names them, that were wanted and are not there as they were.
    public private(set) var missing: [String] = []

    /// Nothing at all.
    public init() {}

    /// Looks for the files of a run.
    ///
    /// - Parameter projectFile: where the project stands now; nil = where the manifest says.
    public init(_ manifest: Manifest, projectFile: String? = nil, rules: RuleStore) {
        let path = projectFile ?? manifest.projectFile
        let read = try? ProjectFile.read(path)
        let base = read.map { ($0.path as NSString).deletingLastPathComponent } ?? (path as NSString).deletingLastPathComponent
        let places = [read?.ruleReference, manifest.rule.id, manifest.ruleFile].compactMap { $0 }
            .compactMap { try? rules.find($0, base: $0 == read?.ruleReference ? read?.ruleFolder ?? base : base) }
        rule = places.first { $0.sha256 == manifest.rule.sha256 }?.rule
        if rule == nil { missing.append(manifest.rule.id) }
        guard let read, Self.isUnchanged(read, manifest) else {
            missing += manifest.inputs.filter { $0.role == "project" }.map(\.file)
            return
        }
        project = read
        var inputs = InputFiles()
        inputs.area = kept(read.inputs.area, "area", manifest)
        inputs.communes = kept(read.inputs.communes, "communes", manifest)
        let world = WorldReader().read(inputs).world
        (area, communes) = (world.area, world.communes)
    }

    private static func isUnchanged(_ project: Project, _ manifest: Manifest) -> Bool {
        let sources = project.scenario?.sources.map(\.path) ?? [project.path]
        let hashes = Set(manifest.inputs.filter { $0.role == "project" }.map(\.sha256))
        return Set(sources.map { Fingerprint.ofFile($0) ?? "" }) == hashes
    }

    /// A source whose file is still the run's.
    private mutating func kept(_ source: TableSource?, _ role: String, _ manifest: Manifest) -> TableSource? {
        guard let source else { return nil }
        let hash = Fingerprint.ofFile(source.path)
        if manifest.inputs.contains(where: { $0.role == role && $0.sha256 == hash }) { return source }
        missing.append(source.displayName)
        return nil
    }
}
