import Foundation
import Ingest
import Planning

/// The coverage rules at hand: a project's own files, and the shipped ones by id.
public struct RuleStore: Sendable {
    /// Folder of the shipped rules; nil when the data folder was not found.
    public var folder: String?

    /// Looks for shipped rules in a folder; nil = there are none.
    public init(folder: String?) { self.folder = folder }

    /// A rule and where it was found.
    public struct Found: Sendable {
        /// The rule as its file states it.
        public var rule: CoverageRule
        /// Standardised absolute path.
        public var path: String
        /// SHA-256 of the file, 64 hex digits.
        public var sha256: String
    }

    /// Finds a rule by path (absolute, or relative to `base`) or by the id of a shipped one.
    ///
    /// - Throws: `InputError` when there is no such rule, or when its file is defective.
    public func find(_ reference: String, base: String) throws(InputError) -> Found {
        let joined = (reference as NSString).isAbsolutePath ? reference : "\(base)/\(reference)"
        let direct = URL(fileURLWithPath: joined).standardizedFileURL.path
        if isFile(direct) { return try read(direct, displayName: reference) }
        if let folder, !reference.contains("/") {
            let shipped = "\(folder)/\(reference).yaml"
            if isFile(shipped) { return try read(shipped, displayName: "\(reference).yaml") }
        }
        let known = shippedPaths.map { (($0 as NSString).lastPathComponent as NSString).deletingPathExtension }
        throw InputError(
            .missing,
            [
                Diagnostic(
                    .error, .fileMissing, file: reference, field: "rule",
                    value: known.isEmpty ? "" : "shipped rules: \(known.joined(separator: ", "))", consequence: .fileRejected)
            ])
    }

    /// Every shipped rule, by id.
    public func shipped() throws(InputError) -> [Found] {
        var rules: [Found] = []
        for path in shippedPaths { rules.append(try read(path, displayName: (path as NSString).lastPathComponent)) }
        return rules
    }

    private var shippedPaths: [String] {
        guard let folder, let names = try? FileManager.default.contentsOfDirectory(atPath: folder) else { return [] }
        return names.filter { $0.hasSuffix(".yaml") }.sorted().map { "\(folder)/\($0)" }
    }

    private func read(_ path: String, displayName: String) throws(InputError) -> Found {
        let rule = try RuleReader.read(path: path, displayName: displayName)
        // A manifest keeps the path: it must mean the same file from another working folder.
        let absolute = URL(fileURLWithPath: path).standardizedFileURL.path
        return Found(rule: rule, path: absolute, sha256: try FingerprintedFiles.hash(path, shown: displayName))
    }

    private func isFile(_ path: String) -> Bool {
        var isFolder: ObjCBool = false
        return FileManager.default.fileExists(atPath: path, isDirectory: &isFolder) && !isFolder.boolValue
    }
}
