import Foundation
import Geodesy
import Radio

/// A path with measurements in ITU's "Fryderyk" form: sections of lines, not a table.
///
/// Above the sections stand the places of the terminals; `Meteorology` holds dN and No; each line of `Profile` is distance km, height m,
/// coverage code, ground-cover height m, zone; each line of `Measurements` is one case. Coast distances are not told: 500 km, and the model takes 0 for
/// a terminal at sea.
struct FryderykFile {
    struct Measurement {
        var line: Int
        var inputs: P1812Inputs
        /// Basic transmission loss that the file states; nil where it states none.
        var referenceLossDB: Double?
    }

    let path: String
    let profile: ProfileFile
    let measurements: [Measurement]

    /// Reads a file.
    init(path: String) throws(InputDefects) { try self.init(DelimitedText(path: path)) }

    init(_ text: DelimitedText) throws(InputDefects) {
        path = text.path
        var reading = Reading(text)
        let startsAtReceiver = reading.firstPoint()
        let climate = RadioClimate(
            lapseRateNUnitsPerKm: reading.headNumber("dN", "average annual values dn"),
            seaLevelRefractivityNUnits: reading.headNumber("No", "average annual sea-level surface refractivity"))
        let transmitter = Coordinate(longitude: reading.headNumber("Tx LON", "tx lon"), latitude: reading.headNumber("Tx LAT", "tx lat"))
        let receiver = Coordinate(longitude: reading.headNumber("Rx LON", "rx lon"), latitude: reading.headNumber("Rx LAT", "rx lat"))
        let points = reading.section("Profile").filter { !$0[0].lowercased().hasPrefix("number of points") }
        measurements = reading.section("Measurements").map {
            reading.measurement($0, climate: climate, transmitter: transmitter, receiver: receiver)
        }
        guard reading.defects.isEmpty else { throw InputDefects(reading.defects) }
        profile = try ProfileFile(path: text.path, points: points, clutterColumn: 3, zoneColumn: 4, startsAtReceiver: startsAtReceiver)
    }

    /// One outcome for each measurement.
    func outcomes() -> [CaseOutcome] {
        measurements.map { measurement in
            CaseOutcome(
                profile: (path as NSString).lastPathComponent, row: measurement.line, result: answer(measurement),
                referenceLossDB: measurement.referenceLossDB)
        }
    }

    private func answer(_ measurement: Measurement) -> Result<PathAnswer, InputDefects> {
        do {
            return .success(try PathCase.p1812(measurement.inputs).answer(over: profile.profile))
        } catch {
            return .failure(
                InputDefects(
                    error.defects.map {
                        InputDefect(
                            file: path, row: measurement.line, field: $0.field, reason: "\($0.field) is \($0.value)", remedy: $0.remedy)
                    }))
        }
    }

    private struct Reading {
        let text: DelimitedText
        var defects: [InputDefect] = []

        init(_ text: DelimitedText) { self.text = text }

        /// The lines between the marks of a section.
        mutating func section(_ name: String) -> [DelimitedText.Row] {
            let (begin, end) = ("{begin of \(name.lowercased())}", "{end of \(name.lowercased())}")
            guard let first = text.rows.firstIndex(where: { $0[0].lowercased() == begin }),
                let last = text.rows[first...].firstIndex(where: { $0[0].lowercased() == end })
            else {
                add(
                    nil, nil, "there is no section {Begin of \(name)} … {End of \(name)}",
                    "give a Fryderyk file, or name a folder with --profiles")
                return []
            }
            return Array(text.rows[(first + 1)..<last])
        }

        /// The number behind a label.
        mutating func headNumber(_ field: String, _ label: String) -> Double {
            guard let row = text.rows.first(where: { $0[0].lowercased().hasPrefix(label) }) else {
                add(nil, field, "there is no such line", "add it as in the form of the ITU")
                return 0
            }
            return number(row, 1, field)
        }

        /// Whether the profile begins at the receiver.
        func firstPoint() -> Bool {
            text.rows.first { $0[0].lowercased().hasPrefix("first point tx or rx") }?[1].lowercased().hasPrefix("r") ?? false
        }

        mutating func measurement(
            _ row: DelimitedText.Row, climate: RadioClimate, transmitter: Coordinate, receiver: Coordinate
        ) -> Measurement {
            if Polarization(row[4]) == nil {
                add(row, "polarization", "\"\(row[4])\" is not a polarization", "give 1 for horizontal or 2 for vertical")
            }
            var inputs = P1812Inputs(
                frequencyGHz: number(row, 0, "frequency") / 1000, transmitterHeightMeters: number(row, 1, "transmitter height"),
                receiverHeightMeters: number(row, 3, "receiver height"), polarization: Polarization(row[4]) ?? .horizontal,
                transmitter: transmitter, receiver: receiver, climate: climate)
            inputs.timePercent = number(row, 14, "time")
            return Measurement(line: row.line, inputs: inputs, referenceLossDB: row[17].isEmpty ? nil : number(row, 17, "basic loss"))
        }

        private mutating func number(_ row: DelimitedText.Row, _ column: Int, _ field: String) -> Double {
            if let value = NumberCell.read(row[column]) { return value }
            add(row, field, row[column].isEmpty ? "the cell is empty" : "\"\(row[column])\" is not a number", "give a number such as 12.5")
            return 0
        }

        private mutating func add(_ row: DelimitedText.Row?, _ field: String?, _ reason: String, _ remedy: String) {
            defects.append(InputDefect(file: text.path, row: row?.line, field: field, reason: reason, remedy: remedy))
        }
    }
}
