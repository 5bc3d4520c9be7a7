import Foundation
import Planning

extension LoadedProject {
    /// The hash that names a run: equal hash, equal results.
    public func inputHash(command: String, parameters: [String: String]) -> String {
        var text = "\(ProgramVersion.current)\n\(command)\n\(rule.sha256)\n\(project.seed)\n"
        for (key, value) in parameters.sorted(by: { $0.key < $1.key }) { text += "\(key)=\(value)\n" }
        for input in fingerprints { text += "\(input.role) \(input.file) \(input.sha256)\n" }
        return Fingerprint.of(text)
    }

    /// `runs/<command>-<hash>` under the working folder.
    public func defaultFolder(command: String, parameters: [String: String]) -> String {
        "runs/\(command)-\(inputHash(command: command, parameters: parameters).prefix(12))"
    }
}
