import Foundation
import GeoFiles
import Planning
import Testing

@testable import Publishing
@testable import Scenarios

@Suite struct OperatorExportTests {
    /// Every byte that an export writes, GeoPackages included.
    private func bytes(_ folder: String) throws -> Data {
        try FileManager.default.contentsOfDirectory(atPath: folder).reduce(into: Data()) { all, file in
            all += FileManager.default.contents(atPath: "\(folder)/\(file)") ?? Data()
        }
    }

    private func contains(_ data: Data, _ word: String) -> Bool { data.range(of: Data(word.utf8)) != nil }

    /// The records of one layer.
    private func rows(_ folder: String, _ carrier: Operator?, _ layer: String) throws -> [OutputRow] {
        let layers = try RunExport(run: folder, scope: ExportScope(carrier: carrier)).layers()
        var rows: [OutputRow] = []
        try #require(layers.first { $0.name == layer }).rows { rows.append($0) }
        return rows
    }

    /// Ids of the features of one layer.
    private func ids(_ folder: String, _ carrier: Operator, _ layer: String) throws -> [String] {
        try rows(folder, carrier, layer).map(\.id)
    }

    @Test func noByteNamesAnotherOperatorsSite() throws {
        try SmallProvince.withRun { _, folder in
            let out = "\(folder)-viettel"
            try FileManager.default.createDirectory(atPath: out, withIntermediateDirectories: true)
            try RunExport(run: folder, scope: ExportScope(carrier: .viettel)).write(formats: [.vector(.geojson), .vector(.gpkg)], to: out)
            let all = try bytes(out)
            #expect(contains(all, "VTT-SECRET"))
            #expect(contains(all, "VNP-SHARED"), "shared and not confidential")
            #expect(!contains(all, "VNP-SECRET"), "confidential, though shared")
            #expect(!contains(all, "VNP-OWN"), "not shared")
            #expect(!contains(all, "F-VNP"), "another's footprint")
            // Nor its place.
            #expect(!contains(all, "105.19"))
            #expect(!contains(all, "105.42"))
        }
    }

    @Test func villagesAreThoseServedOrToBeServed() throws {
        try SmallProvince.withRun { run, folder in
            #expect(run.document.sites.map(\.id).sorted() == ["C1", "C2"])
            let found1 = try ids(folder, .viettel, "villages")
            #expect(found1 == ["v1", "v2", "v3", "v4"])
            let found2 = try ids(folder, .vnpt, "villages")
            #expect(found2 == ["v2", "v3", "v4"])
            let found3 = try ids(folder, .viettel, "dead_zones")
            #expect(found3 == ["v3", "v4"])
            let found4 = try ids(folder, .viettel, "footprints")
            #expect(found4 == ["F-VTT", "disc-VTT-SECRET-4G"])
            let found5 = try ids(folder, .mobifone, "sites")
            #expect(found5 == ["VNP-SHARED"])
        }
    }

    @Test func anAssignedSiteIsSeenByItsOperatorAlone() throws {
        try SmallProvince.withRun(planOperator: "vnpt") { _, folder in
            let found6 = try ids(folder, .vnpt, "proposed_sites").count
            #expect(found6 == 2)
            let found7 = try ids(folder, .viettel, "proposed_sites").count
            #expect(found7 == 0)
        }
    }

    @Test func theGeoPackageHoldsALayerPerTheme() throws {
        try SmallProvince.withRun { _, folder in
            let out = "\(folder)-vnpt"
            try FileManager.default.createDirectory(atPath: out, withIntermediateDirectories: true)
            let document = try RunExport(run: folder, scope: ExportScope(carrier: .vnpt)).write(formats: [.vector(.gpkg)], to: out)
            let names = try VectorReader.layerNames("\(out)/vnpt.gpkg")
            #expect(Set(names) == ["villages", "dead_zones", "sites", "footprints", "proposed_sites", "links", "layer_styles"])
            #expect(document.files.map(\.file) == ["vnpt.gpkg", "fields.md"])
            for layer in document.layers {
                #expect(try VectorReader.read("\(out)/vnpt.gpkg", layer: layer.name).features.count == layer.features)
            }
        }
    }

    @Test func nothingIsSaidOfOthersReasons() throws {
        try SmallProvince.withRun { _, folder in
            let layers = try RunExport(run: folder, scope: ExportScope(carrier: .viettel)).layers()
            for name in ["villages", "dead_zones"] {
                let layer = try #require(layers.first { $0.name == name })
                let columns = Dictionary(uniqueKeysWithValues: layer.fields.enumerated().map { ($1.name, $0) })
                for row in try rows(folder, .viettel, name) {
                    func cell(_ field: String) -> FieldValue { columns[field].map { row.values[$0] } ?? .null }
                    // Only Viettel's own service is explained; of the rest no reason, no basis, no confidence.
                    let isOwn = cell("operators") == .text("viettel")
                    #expect((cell("reason") == .null) == !isOwn)
                    #expect((cell("basis") == .null) == !isOwn)
                    #expect((cell("confidence") == .null) == !isOwn)
                }
            }
        }
    }

    @Test func aSlipInTheNameIsAnError() throws {
        try SmallProvince.withRun { _, folder in
            let slip = try #require(Operator.declared("vietel"))
            let error = try #require(throws: UnknownOperator.self) { try RunExport(run: folder, scope: ExportScope(carrier: slip)) }
            #expect(error.known.contains("viettel"))
        }
    }
}
