import Foundation
import Scenarios

/// Source and licence of the files that come with the program, by their hash: the table of `GeoData/README.md`.
///
/// A file that was changed has another hash, and no licence is claimed for it.
struct DataLicences {
    private let bySHA256: [String: String]

    /// Reads the table.
    ///
    /// - Parameter folder: the data folder; nil = nothing is known.
    init(dataFolder folder: String?) {
        let text = folder.flatMap { try? String(contentsOfFile: "\($0)/README.md", encoding: .utf8) } ?? ""
        var found: [String: String] = [:]
        for line in text.split(separator: "\n") where line.hasPrefix("| `") {
            let cells = line.split(separator: "|", omittingEmptySubsequences: false).map { $0.trimmingCharacters(in: .whitespaces) }
            guard cells.count >= 8 else { continue }
            found[cells[6].replacingOccurrences(of: "`", with: "")] = cells[3]
        }
        bySHA256 = found
    }

    subscript(sha256: String) -> String? { bySHA256[sha256] }
}

extension Manifest {
    /// States the licences of the inputs, where they are known.
    mutating func state(_ known: DataLicences) {
        let found = inputs.compactMap { input in
            known[input.sha256].map { Licence(file: input.file, sha256: input.sha256, licence: $0) }
        }
        licences = found.isEmpty ? nil : found
    }
}
