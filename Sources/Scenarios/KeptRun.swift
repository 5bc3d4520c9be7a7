import Foundation
import Ingest
import Planning

/// A finished run of exactly what would be run again, found without reading a table: by the hashes of the files alone.
public struct KeptRun: Sendable {
    /// Path of the run's folder, from the store's own.
    public var folder: String
    /// Its `run.json`.
    public var manifest: Manifest

    /// Looks under the default name of the run.
    ///
    /// Every file that the project names is hashed, and every file of the run: both must be what they were. A run whose tables were partly
    /// rejected, or which read antenna files, is not found this way; then the inputs are read and the same question asked again.
    ///
    /// - Parameter store: the folder of runs, `runs` by default.
    /// - Returns: nil where there is none.
    /// - Complexity: O(bytes of inputs and outputs).
    public static func find(
        _ project: Project, ruleOverride: String?, rules: RuleStore, command: String, parameters: [String: String], store: String = "runs"
    ) -> KeptRun? {
        guard let rule = try? LoadedProject.rule(of: project, override: ruleOverride, rules: rules),
            let inputs = try? LoadedProject.fingerprints(project, [])
        else { return nil }
        let hash = InputHash.of(command: command, parameters: parameters, ruleSHA256: rule.sha256, seed: project.seed, inputs: inputs)
        let folder = "\(store)/\(command)-\(hash.prefix(12))"
        guard let manifest = try? RunStore.document(Manifest.self, "run.json", in: folder), manifest.inputHash == hash,
            manifest.isIntact(in: folder)
        else { return nil }
        return KeptRun(folder: folder, manifest: manifest)
    }
}

extension Manifest {
    /// Whether every file of the run still is what the run wrote. O(bytes).
    public func isIntact(in folder: String) -> Bool {
        outputs.allSatisfy { Fingerprint.ofFile("\(folder)/\($0.file)") == $0.sha256 }
    }

    /// Said of a run whose files are not what it wrote.
    public func changedWarning(_ name: String) -> Bilingual {
        Bilingual(
            vi: "\(name) đã bị sửa sau khi ghi: `phusong verify` cho biết các tệp còn đáng tin đến đâu",
            en: "\(name) was changed since it was written: `phusong verify` says what its files are worth")
    }
}
