import Planning
import Testing

@testable import Ingest

@Suite struct TraitReadingTests {
    let workspace: Workspace

    init() throws { workspace = try Workspace() }

    @Test func traitsAndTheFormerDistrictAreRead() throws {
        let read = villages(
            try workspace.table(
                "thon.csv",
                """
                id,name,lon,lat,former_district,border,especially_difficult,school
                v1,A,105.1,22.1,Yên Sơn,có,không,x
                v2,B,105.2,22.2,,,,
                """, columns: ["districtName": "former_district"]))
        #expect(read.defects == [])
        #expect(read.world.villages.map(\.formerDistrict) == ["Yên Sơn", ""])
        #expect(read.world.villages[0].traits == [.border: true, .especiallyDifficult: false, .school: true])
        #expect(read.world.villages[1].traits.isEmpty)
    }

    /// A cell that says neither yes nor no is told, and the village is kept.
    @Test func aTraitThatIsNeitherYesNorNoIsToldAndIgnored() throws {
        let read = villages(try workspace.table("thon.csv", "id,name,lon,lat,border\nv1,A,105.1,22.1,perhaps\n"))
        #expect(read.world.villages.count == 1 && read.world.villages[0].traits.isEmpty)
        #expect(read.diagnostics.map(\.code) == [.traitUnknown])
        #expect(read.diagnostics.first?.value == "perhaps" && read.diagnostics.first?.row == 2)
    }
}
