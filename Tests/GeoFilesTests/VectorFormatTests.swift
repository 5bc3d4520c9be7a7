import Testing

@testable import GeoFiles

@Suite struct VectorFormatTests {
    @Test func formatsKnowTheirEndings() {
        for format in VectorFormat.allCases { #expect(VectorFormat(path: "runs/a.\(format.fileExtension)") == format) }
        #expect(VectorFormat(path: "a.GeoJSON") == .geojson)
        #expect(VectorFormat(path: "a.tif") == nil && VectorFormat(path: "geojson") == nil)
    }
}
