import Foundation

/// What several runs are called side by side.
public enum RunNames {
    /// The names of their folders; the paths as given where two would be called the same.
    public static func of(_ folders: [String]) -> [String] {
        distinct(folders.map { URL(fileURLWithPath: $0).standardizedFileURL.lastPathComponent }, else: folders)
    }

    /// Short names, in place of those that stand there twice the longer ones, and with a number what is alike even then.
    ///
    /// - Parameter longer: one for each short name.
    public static func distinct(_ names: [String], else longer: [String]) -> [String] {
        let uses = Dictionary(names.map { ($0, 1) }, uniquingKeysWith: +)
        var taken: Set<String> = []
        return zip(names, longer).map { short, longer in
            let name = (uses[short] ?? 0) > 1 ? longer : short
            // One folder may be given twice.
            var (unique, number) = (name, 2)
            while !taken.insert(unique).inserted { (unique, number) = ("\(name) (\(number))", number + 1) }
            return unique
        }
    }
}
