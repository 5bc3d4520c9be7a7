import Foundation
import GeoFiles
import Geodesy
import Geometry
import Testing

/// What `phusong export` hands over: that it holds nothing secret, that other programs take it, that all formats tell the same places.
@Suite struct ExportTests {
    private static let everything = "geojson,geojsonseq,gpkg,fgb,csv,kmz,xlsx,shp,mbtiles"

    /// The sample with operators among whom the plan chooses, and its plan.
    private static func plan(_ program: Program) throws {
        let sample = Program.root.appendingPathComponent("GeoData/samples/tuyen-quang")
        var text = try String(contentsOf: sample.appendingPathComponent("siting.yaml"), encoding: .utf8)
        for (old, new) in [
            ("../../", Program.root.appendingPathComponent("GeoData").path + "/"),
            ("plan:\n", "plan:\n  operators: [viettel, vnpt, mobifone]\n"), ("[30, 45, 60]", "[45]"),
        ] {
            try #require(text.contains(old))
            text = text.replacingOccurrences(of: old, with: new)
        }
        for file in try FileManager.default.contentsOfDirectory(atPath: sample.path) where !file.hasSuffix(".yaml") {
            try FileManager.default.createSymbolicLink(
                atPath: program.path(file), withDestinationPath: sample.appendingPathComponent(file).path)
        }
        try text.write(toFile: program.path("operators.yaml"), atomically: true, encoding: .utf8)
        let outcome = try program.run("plan", "operators.yaml", "--cover-all", "--time-limit", "20", "-o", "plan")
        try #require([0, 12].contains(outcome.status), "\(outcome.err)")
    }

    private static func python(_ program: Program, _ script: String, _ arguments: [String]) throws -> (status: Int32, out: String) {
        let process = Process()
        process.executableURL = URL(fileURLWithPath: "/usr/bin/python3")
        process.arguments = [try #require(Bundle.module.path(forResource: "Resources/\(script)", ofType: nil))] + arguments
        let pipe = Pipe()
        process.standardOutput = pipe
        process.standardError = FileHandle(forWritingAtPath: "/dev/null")
        process.currentDirectoryURL = program.folder
        try process.run()
        let text = String(decoding: pipe.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
        process.waitUntilExit()
        return (process.terminationStatus, text)
    }

    private static let hasPython = FileManager.default.isExecutableFile(atPath: "/usr/bin/python3")
    private static let hasValidators = ["/usr/lib/python3/dist-packages/osgeo_utils/samples/validate_gpkg.py"].allSatisfy {
        FileManager.default.fileExists(atPath: $0)
    }

    // MARK: Secrets

    private struct Secrets: Encodable {
        var words: [String]
        var places: [[Double]]
        var grid: [[Double]]
    }

    /// Ids and places of the sites that an operator may not see. Masts of several operators stand at one place, which is no secret then.
    private static func secrets(_ program: Program, _ carrier: String) throws -> Secrets {
        let sites = try VectorReader.read(program.path("plan/sites.geojson"))
        func text(_ feature: Feature, _ field: String) -> String { sites.fieldIndex(field).flatMap { feature.values[$0].text } ?? "" }
        func place(_ feature: Feature) -> [Double] {
            if case .point(let place)? = feature.shape { [place.longitude, place.latitude] } else { [] }
        }
        func isHidden(_ site: Feature) -> Bool {
            text(site, "operator") != carrier && !(text(site, "shared") == "true" && text(site, "confidential") == "false")
        }
        var known = Set(sites.features.filter { !isHidden($0) }.map(place).filter { $0.count == 2 })
        for file in ["villages", "plan"] {
            known.formUnion(try VectorReader.read(program.path("plan/\(file).geojson")).features.map(place))
        }
        let hidden = sites.features.filter(isHidden)
        try #require(hidden.count { text($0, "confidential") == "true" } > 10)
        // Ten metres apart is another place; villages are written with a decimal more than masts.
        let places = Set(hidden.map(place)).filter { place in
            !known.contains { abs($0[0] - place[0]) < 1e-4 && abs($0[1] - place[1]) < 1e-4 }
        }.sorted { $0.lexicographicallyPrecedes($1) }
        let grid = try places.map { place in
            let point = try VN2000.project(Coordinate(longitude: place[0], latitude: place[1]), centralMeridianDegrees: 106)
            return [point.eastingMeters, point.northingMeters]
        }
        return Secrets(words: hidden.map { text($0, "id") }, places: places, grid: grid)
    }

    @Test(.enabled(if: hasPython)) func noByteOfAnyFormatTellsASecret() throws {
        try Program.inFreshFolder { program in
            try Self.plan(program)
            for carrier in ["viettel", "vnpt", "mobifone"] {
                let exported = try program.run("export", "plan", "--for", carrier, "--format", Self.everything, "-o", carrier)
                #expect(exported.status == 0, "\(exported.err)")
                let secrets = try Self.secrets(program, carrier)
                #expect(secrets.places.count > 5)
                try JSONEncoder().encode(secrets).write(to: program.folder.appendingPathComponent("secrets.json"))
                let found = try Self.python(program, "search_export.py", [carrier, "secrets.json"])
                #expect(found.status == 0 && found.out.isEmpty, "\(carrier): \(found.out)")
                let own = try VectorReader.read(program.path("\(carrier)/\(carrier)-sites.csv"))
                #expect(own.features.count > 20)
            }
            // The search itself finds what is there: the owner's export holds everything.
            #expect(try program.run("export", "plan", "--format", Self.everything, "-o", "all").status == 0)
            let found = try Self.python(program, "search_export.py", ["all", "secrets.json"])
            #expect(found.status == 1)
            for kind in ["all.kmz/doc.kml", "all.gpkg:sites", "as text", "as doubles", "VN-2000", "all.xlsx", "(gzip)"] {
                #expect(found.out.contains(kind), "\(kind): \(found.out)")
            }
        }
    }

    // MARK: Other programs

    @Test(.enabled(if: hasPython && hasValidators, "python3-gdal is installed")) func validatorsHaveNoComplaint() throws {
        try Program.inFreshFolder { program in
            #expect(try program.run("plan", Program.sample("tuyen-quang", "siting.yaml"), "--cover-all", "-o", "plan").status == 0)
            for (folder, options) in [("wgs84", []), ("vn2000", ["--crs", "vn2000/106"])] {
                let exported = try program.run(
                    list: ["export", "plan", "--format", Self.everything, "-o", folder] + options)
                #expect(exported.status == 0, "\(exported.err)")
                let checked = try Self.python(program, "validate_export.py", [folder])
                #expect(checked.status == 0 && checked.out.isEmpty, "\(folder): \(checked.out)")
            }
        }
    }

    // MARK: The same places everywhere

    @Test func allFormatsTellTheSamePlaces() throws {
        try Program.inFreshFolder { program in
            #expect(try program.run("plan", Program.sample("tuyen-quang", "siting.yaml"), "--cover-all", "-o", "plan").status == 0)
            let exported = try program.run(
                "export", "plan", "--for", "vnpt", "--format", Self.everything, "--crs", "vn2000/106", "-o", "out")
            #expect(exported.status == 0, "\(exported.err)")
            for layer in ["dead_zones", "sites", "proposed_sites"] {
                let sources = [
                    VectorSource(path: program.path("out/vnpt-\(layer).geojson")),
                    VectorSource(path: program.path("out/vnpt-\(layer).geojsonl")),
                    VectorSource(path: program.path("out/vnpt.gpkg"), layer: layer),
                    VectorSource(path: program.path("out/vnpt-\(layer).fgb")),
                    VectorSource(path: program.path("out/vnpt-\(layer).shp")),
                ]
                let tables = try sources.map { try VectorReader.read($0) }
                let first = try Self.places(tables[0])
                #expect(first.count > 3)
                for table in tables.dropFirst() { try Self.expectSame(first, try Self.places(table), table.path) }
                // Tables state WGS 84 and VN-2000 side by side.
                for table in [
                    try VectorReader.read(program.path("out/vnpt-\(layer).csv")),
                    try VectorReader.read(program.path("out/vnpt.xlsx"), layer: layer),
                ] {
                    func number(_ feature: Feature, _ field: String) throws -> Double {
                        try #require(table.fieldIndex(field).flatMap { feature.values[$0].number })
                    }
                    var stated: [String: Coordinate] = [:]
                    for feature in table.features {
                        let place = Coordinate(longitude: try number(feature, "lon"), latitude: try number(feature, "lat"))
                        stated[feature.values[0].text ?? ""] = place
                        let point = try VN2000.project(place, centralMeridianDegrees: try number(feature, "vn2000_meridian_deg"))
                        // Seven decimals of a degree are a centimetre; the metres come from the exact place.
                        #expect(abs(try number(feature, "vn2000_e_m") - point.eastingMeters) < 0.012)
                        #expect(abs(try number(feature, "vn2000_n_m") - point.northingMeters) < 0.012)
                    }
                    try Self.expectSame(first, stated, table.path)
                }
            }
            // KML has its places in folders of folders.
            let names = try VectorReader.layerNames(program.path("out/vnpt.kmz"))
            #expect(names.count > 4)
        }
    }

    private static func places(_ table: FeatureTable) throws -> [String: Coordinate] {
        let id = try #require(table.fieldIndex("id"))
        return Dictionary(
            table.features.compactMap { feature in
                guard case .point(let place)? = feature.shape, let id = feature.values[id].text else { return nil }
                return (id, place)
            }, uniquingKeysWith: { first, _ in first })
    }

    private static func expectSame(_ left: [String: Coordinate], _ right: [String: Coordinate], _ path: String) throws {
        #expect(Set(left.keys) == Set(right.keys), "\(path)")
        for (id, place) in left {
            guard let other = right[id] else { continue }
            #expect(abs(place.longitude - other.longitude) <= 1e-7 && abs(place.latitude - other.latitude) <= 1e-7, "\(path) \(id)")
        }
    }

    // MARK: Choosing a part

    @Test func aCommuneAndARasterAreCutOut() throws {
        try Program.inFreshFolder { program in
            #expect(try program.run("gaps", Program.sample("tuyen-quang"), "-o", "gaps").status == 0)
            let raster = try program.run(
                "raster", Program.sample("tuyen-quang"), "-o", "coverage.tif", "--radius-km", "5", "--operator", "viettel")
            #expect(raster.status == 0, "\(raster.err)")
            let cut = try program.run(
                "export", "gaps", "--for", "viettel", "--commune", "minh thanh", "--format", "cog,csv", "--raster", "coverage.tif", "-o",
                "part", "--json")
            #expect(cut.status == 0, "\(cut.err)")
            #expect(program.files("part").contains("viettel-minh-thanh-coverage.tif"))
            let dead = try VectorReader.read(program.path("part/viettel-minh-thanh-dead_zones.csv"))
            let all = try VectorReader.read(program.path("gaps/dead-zones.geojson"))
            let commune = try #require(all.fieldIndex("commune"))
            #expect(dead.features.count == all.features.count { $0.values[commune].text == "Minh Thanh" })
            let sizes = ["coverage.tif", "part/viettel-minh-thanh-coverage.tif"].map {
                (try? FileManager.default.attributesOfItem(atPath: program.path($0))[.size] as? Int) ?? 0
            }
            #expect(sizes[1] > 0 && sizes[1] < sizes[0] / 2)
            if Self.hasPython, Self.hasValidators { #expect(try Self.python(program, "validate_export.py", ["part"]).out.isEmpty) }
            // A raster of one operator is not for another.
            let wrong = try program.run("export", "gaps", "--for", "vnpt", "--format", "cog", "--raster", "coverage.tif", "-o", "wrong")
            #expect(wrong.status == 65 && wrong.err.contains("viettel") && program.files("wrong").isEmpty)
            let unclear = try program.run("export", "gaps", "--commune", "Nowhere", "-o", "wrong")
            #expect(unclear.status == 64 && unclear.err.contains("Nowhere") && program.files("wrong").isEmpty)
        }
    }

    @Test func pmtilesAreRefusedWholly() throws {
        guard let objection = VectorWriter.objection(to: .pmtiles) else { return }
        try Program.inFreshFolder { program in
            #expect(try program.run("gaps", Program.sample("tuyen-quang"), "-o", "gaps").status == 0)
            let refused = try program.run("export", "gaps", "--format", "csv,pmtiles", "-o", "out")
            #expect(refused.status == 65 && refused.err.contains(objection))
            #expect(program.files("out").isEmpty && program.files(".").count == 1)
        }
    }
}
