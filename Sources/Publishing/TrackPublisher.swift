import Foundation
import Planning
import Scenarios

/// Writes lists over time: `track.json`, `burn-down.csv`, `villages.csv`, `matches.csv`, `burn-down.svg`.
public enum TrackPublisher {
    /// Writes the files into a staging folder. Only the picture depends on the language.
    ///
    /// - Throws: `StoreError` when something cannot be written.
    public static func write(_ run: TrackRun, language: Language, to folder: String) throws {
        try RunStore.write(CanonicalJSON.data(run.document), to: "\(folder)/track.json")
        for (file, text) in [
            ("burn-down.csv", TrackTables.burnDown(run.document)), ("villages.csv", TrackTables.villages(run.ledger)),
            ("matches.csv", TrackTables.matches(run.ledger)), ("burn-down.svg", BurnDownChart(run.document, language: language).svg()),
        ] { try RunStore.write(Data(text.utf8), to: "\(folder)/\(file)") }
    }

    /// What decides the files' content, as one text: equal texts, equal files.
    public static func content(_ run: TrackRun, language: Language) throws -> String {
        try CanonicalJSON.text(run.document) + TrackTables.villages(run.ledger) + TrackTables.matches(run.ledger) + language.rawValue
    }
}
