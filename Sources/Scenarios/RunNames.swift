import Foundation

/// What several runs are called side by side.
public enum RunNames {
    /// The names of their folders; the paths as given where two would be called the same.
    public static func of(_ folders: [String]) -> [String] {
        distinct(folders.map { URL(fileURLWithPath: $0).standardizedFileURL.lastPathComponent }, else: folders)
    }

    /// Short names, and in place of those that stand there twice the longer ones.
    ///
    /// - Parameter longer: one for each short name.
    public static func distinct(_ names: [String], else longer: [String]) -> [String] {
        let uses = Dictionary(names.map { ($0, 1) }, uniquingKeysWith: +)
        return zip(names, longer).map { (uses[$0] ?? 0) > 1 ? $1 : $0 }
    }
}
