/// One thing that is wrong with an input file, told so that a person can mend it.
struct InputDefect: Hashable, Sendable, CustomStringConvertible {
    var file: String
    /// Line of the file, from 1; nil for the whole file.
    var row: Int?
    /// Name of the column; nil for the whole row.
    var field: String?
    var reason: String
    var remedy: String
    /// The file itself is not there.
    var isMissingFile = false

    /// `file:row:field: reason; remedy`, without a part at the end of the place that does not apply.
    var description: String {
        let place = [file, row.map(String.init) ?? (field == nil ? nil : "-"), field].compactMap { $0 }.joined(separator: ":")
        return "\(place): \(reason); \(remedy)"
    }
}

/// Everything that is wrong with one input.
struct InputDefects: Error, CustomStringConvertible {
    /// Never empty.
    var defects: [InputDefect]

    init(_ defects: InputDefect...) { self.defects = defects }

    init(_ defects: [InputDefect]) { self.defects = defects }

    var description: String { defects.map(\.description).joined(separator: "\n") }

    /// 66 when all that is wrong is that files are not there, else 65.
    var exitCode: Int32 { defects.allSatisfy(\.isMissingFile) ? 66 : 65 }
}
