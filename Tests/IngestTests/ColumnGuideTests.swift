import Foundation
import Testing

@testable import Ingest

/// The guide to inputs lists every column, and every other title of it that readers understand.
@Suite struct ColumnGuideTests {
    private static let guide = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent().appendingPathComponent("Sources/phusong/Documentation.docc/Inputs.md")

    @Test(arguments: Column.allCases) func columnAndItsOtherTitlesAreListed(column: Column) throws {
        let rows = try String(contentsOf: Self.guide, encoding: .utf8).split(separator: "\n")
            .filter { $0.hasPrefix("| `\(column.rawValue)` |") && $0.filter { $0 == "|" }.count == 5 }
        #expect(!rows.isEmpty, "\(column.rawValue) is in no table")
        for row in rows {
            let listed = row.split(separator: "|").last.map { $0.split { !$0.isLetter && !$0.isNumber }.map(String.init) } ?? []
            #expect(Set(listed) == Set(column.aliases))
        }
    }
}
