import Radio

/// A profile as it stands in a file, with the line of each point.
struct ProfileFile: Sendable {
    let path: String
    let profile: PathProfile
    /// Line of the file for each point.
    let lines: [Int]

    /// Names for the columns, which are known by position.
    static let columns = ["distance", "height", "clutter height", "zone"]

    /// Reads a profile: one header line, then distance km, height m, and where wanted clutter height m (0 when empty) and zone (4 when empty).
    /// - Parameter usesCover: false leaves the last two columns unread.
    init(path: String, usesCover: Bool) throws(InputDefects) {
        let text = try DelimitedText(path: path)
        guard let header = text.rows.first else {
            throw InputDefects(
                InputDefect(
                    file: path, reason: "the file is empty", remedy: "give one header line and at least \(PathProfile.minimumPoints) points"
                ))
        }
        guard NumberCell.read(header[0]) == nil || NumberCell.read(header[1]) == nil else {
            throw InputDefects(
                InputDefect(
                    file: path, row: header.line, reason: "the first line holds numbers", remedy: "put one header line above the points"))
        }
        try self.init(path: path, points: text.rows.dropFirst(), clutterColumn: usesCover ? 2 : nil, zoneColumn: usesCover ? 3 : nil)
    }

    /// Reads points from rows that have the distance and the height in their first two cells.
    init(
        path: String, points: some Collection<DelimitedText.Row>, clutterColumn: Int?, zoneColumn: Int?, startsAtReceiver: Bool = false
    ) throws(InputDefects) {
        var reading = Reading(path: path)
        for row in points { reading.add(row, clutterColumn: clutterColumn, zoneColumn: zoneColumn) }
        if startsAtReceiver { reading.reverse() }
        guard reading.defects.isEmpty else { throw InputDefects(reading.defects) }
        self.path = path
        lines = reading.lines
        do {
            profile = try PathProfile(
                distancesKm: reading.distances, heightsMeters: reading.heights,
                clutterHeightsMeters: reading.clutter.contains { $0 != 0 } ? reading.clutter : [],
                zones: reading.zones.contains { $0 != .inland } ? reading.zones : [])
        } catch {
            throw InputDefects(error.defects.map { Self.defect($0, path, reading.lines) })
        }
    }

    private static func defect(_ defect: RadioInputError.Defect, _ path: String, _ lines: [Int]) -> InputDefect {
        let names = ["distancesKm": columns[0], "heightsMeters": columns[1], "clutterHeightsMeters": columns[2], "zones": columns[3]]
        let row = defect.index.flatMap { lines.indices.contains($0) ? lines[$0] : nil }
        return InputDefect(
            file: path, row: row, field: names[defect.field] ?? defect.field, reason: "\(defect.field) is \(defect.value)",
            remedy: defect.remedy)
    }

    /// The columns as they grow, and what is wrong with them.
    private struct Reading {
        let path: String
        var lines: [Int] = []
        var distances: [Double] = []
        var heights: [Double] = []
        var clutter: [Double] = []
        var zones: [RadioClimaticZone] = []
        var defects: [InputDefect] = []

        /// More of one file help nobody.
        private static let shownDefects = 5

        mutating func add(_ row: DelimitedText.Row, clutterColumn: Int?, zoneColumn: Int?) {
            lines.append(row.line)
            distances.append(number(row, 0, ProfileFile.columns[0], unit: "km"))
            heights.append(number(row, 1, ProfileFile.columns[1], unit: "metres"))
            if let clutterColumn { clutter.append(number(row, clutterColumn, ProfileFile.columns[2], unit: "metres", absent: 0)) }
            if let zoneColumn { zones.append(zone(row, zoneColumn)) }
        }

        mutating func reverse() {
            let length = distances.last ?? 0
            distances = distances.reversed().map { length - $0 }
            lines.reverse()
            heights.reverse()
            clutter.reverse()
            zones.reverse()
        }

        private mutating func number(_ row: DelimitedText.Row, _ column: Int, _ name: String, unit: String, absent: Double? = nil) -> Double
        {
            let text = row[column]
            if text.isEmpty, let absent { return absent }
            if let value = NumberCell.read(text) { return value }
            add(row, name, text.isEmpty ? "the cell is empty" : "\"\(text)\" is not a number", "give \(unit) as a number such as 12.5")
            return 0
        }

        private mutating func zone(_ row: DelimitedText.Row, _ column: Int) -> RadioClimaticZone {
            let text = row[column]
            if text.isEmpty { return .inland }
            if let zone = NumberCell.read(text).flatMap({ Int(exactly: $0) }).flatMap({ RadioClimaticZone(rawValue: $0) }) { return zone }
            add(row, ProfileFile.columns[3], "\"\(text)\" is not a zone", "give 1 for sea, 3 for coastal land or 4 for inland")
            return .inland
        }

        private mutating func add(_ row: DelimitedText.Row, _ field: String, _ reason: String, _ remedy: String) {
            guard defects.count < Self.shownDefects else { return }
            defects.append(InputDefect(file: path, row: row.line, field: field, reason: reason, remedy: remedy))
        }
    }
}
