import Foundation
import Geodesy
import Testing

@testable import Radio

/// The public validation set of the reference implementation of P.1812-8: profiles, and a log of every value for each case.
struct ReferenceCase: CustomTestStringConvertible, Sendable {
    let name: String
    let profile: PathProfile
    let inputs: P1812Inputs
    /// Rows of the log after its inputs: label, value as printed, in order. Labels repeat.
    let rows: [(label: String, value: Double)]

    var testDescription: String { name }

    /// The `occurrence`-th value with a label, from 0.
    func value(_ label: String, _ occurrence: Int = 0) -> Double? {
        let found = rows.filter { $0.label == label }
        return occurrence < found.count ? found[occurrence].value : nil
    }

    static let folder = Bundle.module.bundleURL.appending(path: "Resources/p1812")

    /// All cases, in order of name.
    static let all: Result<[ReferenceCase], any Error> = Result {
        let results = folder.appending(path: "validation_results")
        let names = try FileManager.default.contentsOfDirectory(atPath: results.path)
        return try names.filter { $0.hasSuffix("_log.csv") }.sorted().compactMap { try read($0) }
    }

    private static func read(_ log: String) throws -> ReferenceCase? {
        let text = try String(contentsOf: folder.appending(path: "validation_results/\(log)"), encoding: .utf8)
        var rows: [(label: String, value: Double)] = []
        for line in text.split(whereSeparator: \.isNewline) {
            let cells = line.split(separator: ",", omittingEmptySubsequences: false)
            guard cells.count > 3, let value = Double(cells[3]) else { continue }
            let label = cells[0].prefix { $0 != "(" }.trimmingCharacters(in: .whitespaces)
            rows.append((label, value))
        }
        let name = String(log.dropLast("_log.csv".count))
        guard let cut = name.lastIndex(of: "_") else { return nil }
        func input(_ label: String) throws -> Double {
            guard let row = rows.first(where: { $0.label == label }) else { throw Missing(label: label) }
            return row.value
        }
        var inputs = P1812Inputs(
            frequencyGHz: try input("f"), transmitterHeightMeters: try input("htg"), receiverHeightMeters: try input("hrg"),
            polarization: try input("pol") == 1 ? .horizontal : .vertical,
            transmitter: Coordinate(longitude: try input("lam_t"), latitude: try input("phi_t")),
            receiver: Coordinate(longitude: try input("lam_r"), latitude: try input("phi_r")),
            climate: RadioClimate(lapseRateNUnitsPerKm: try input("DN"), seaLevelRefractivityNUnits: try input("N0")))
        inputs.timePercent = try input("p")
        inputs.locationPercent = try input("pL")
        inputs.locationSigmaDB = try input("sigmaL")
        inputs.transmitterCoastDistanceKm = try input("dct")
        inputs.receiverCoastDistanceKm = try input("dcr")
        let profile = try readProfile(folder.appending(path: "validation_profiles/\(name[..<cut]).csv"))
        return ReferenceCase(name: name, profile: profile, inputs: inputs, rows: rows)
    }

    private static func readProfile(_ url: URL) throws -> PathProfile {
        let text = try String(contentsOf: url, encoding: .utf8)
        var (distances, heights, clutter, zones) = ([Double](), [Double](), [Double](), [RadioClimaticZone]())
        var isInside = false
        for line in text.split(whereSeparator: \.isNewline) {
            if line.hasPrefix("{Begin of Profile}") { isInside = true }
            if line.hasPrefix("{End of Profile}") { break }
            let cells = line.split(separator: ",", omittingEmptySubsequences: false)
            guard isInside, cells.count >= 5, let distance = Double(cells[0]), let height = Double(cells[1]),
                let cover = Double(cells[3]), let code = Int(cells[4].prefix { $0.isNumber }), let zone = RadioClimaticZone(rawValue: code)
            else { continue }
            distances.append(distance)
            heights.append(height)
            clutter.append(cover)
            zones.append(zone)
        }
        return try PathProfile(distancesKm: distances, heightsMeters: heights, clutterHeightsMeters: clutter, zones: zones)
    }

    struct Missing: Error { let label: String }
}

extension P1812Prediction {
    /// An intermediate by its name; NaN when there is none, which no comparison passes.
    func named(_ name: String) -> Double { intermediates.first { $0.name == name }?.value ?? .nan }
}
