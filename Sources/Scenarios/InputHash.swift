import Foundation
import Planning

/// The hash that names a run: equal hash, equal results.
enum InputHash {
    static func of(
        command: String, parameters: [String: String], ruleSHA256: String, seed: Int64, inputs: [Manifest.Input]
    ) -> String {
        var text = "\(ProgramVersion.current)\n\(command)\n\(ruleSHA256)\n\(seed)\n"
        for (key, value) in parameters.sorted(by: { $0.key < $1.key }) { text += "\(key)=\(value)\n" }
        for input in inputs { text += "\(input.role) \(input.file) \(input.sha256)\n" }
        return Fingerprint.of(text)
    }
}

extension LoadedProject {
    /// The hash that names a run of this project.
    public func inputHash(command: String, parameters: [String: String]) -> String {
        InputHash.of(command: command, parameters: parameters, ruleSHA256: rule.sha256, seed: project.seed, inputs: fingerprints)
    }

    /// `runs/<command>-<hash>` under the working folder.
    public func defaultFolder(command: String, parameters: [String: String]) -> String {
        "runs/\(command)-\(inputHash(command: command, parameters: parameters).prefix(12))"
    }
}
