import Foundation
import Terrain

extension TerrainRead {
    /// Everything but the numbers of the grid.
    private struct Head: Codable {
        struct Grid: Codable {
            var west, north, stepLongitude, stepLatitude: Double
            var columns, rows: Int
            var hasClutter: Bool
            var surface: TerrainSurface
        }
        struct Class: Codable { var value, posts: Int }

        var grid: Grid?
        var rasters, clutterRasters: [TerrainRaster]
        var overlaps: [RasterOverlap]
        var problems, clutterProblems: [RasterProblem]
        var unknownClasses: [Class]
    }

    /// The reading as bytes that this kind of machine reads back: a line of JSON, then heights and clutter as 32-bit numbers as they lie in memory.
    public func bytes() throws -> Data {
        let head = Head(
            grid: grid.map {
                .init(
                    west: $0.west, north: $0.north, stepLongitude: $0.stepLongitude, stepLatitude: $0.stepLatitude, columns: $0.columns,
                    rows: $0.rows, hasClutter: $0.clutterMeters != nil, surface: $0.surface)
            }, rasters: rasters, clutterRasters: clutterRasters, overlaps: overlaps, problems: problems, clutterProblems: clutterProblems,
            unknownClasses: unknownClasses.map { .init(value: $0.value, posts: $0.posts) })
        var data = try JSONEncoder().encode(head)
        data.append(UInt8(ascii: "\n"))
        for numbers in [grid?.heightsMeters, grid?.clutterMeters] {
            numbers?.withUnsafeBytes { data.append(contentsOf: $0) }
        }
        return data
    }

    /// Reads ``bytes()`` back; nil when they are something else.
    public init?(bytes data: Data) {
        guard let end = data.firstIndex(of: UInt8(ascii: "\n")),
            let head = try? JSONDecoder().decode(Head.self, from: data[data.startIndex..<end])
        else { return nil }
        self.init()
        (rasters, clutterRasters, overlaps) = (head.rasters, head.clutterRasters, head.overlaps)
        (problems, clutterProblems) = (head.problems, head.clutterProblems)
        unknownClasses = head.unknownClasses.map { ($0.value, $0.posts) }
        guard let form = head.grid else { return }
        let (count, overflow) = form.columns.multipliedReportingOverflow(by: form.rows)
        let width = MemoryLayout<Float>.size
        let rest = data[(end + 1)...]
        guard !overflow, count > 0, rest.count / width == count * (form.hasClutter ? 2 : 1), rest.count.isMultiple(of: width) else {
            return nil
        }
        func numbers(_ part: Int) -> [Float] {
            [Float](unsafeUninitializedCapacity: count) { buffer, filled in
                let start = rest.startIndex + part * count * width
                _ = rest[start..<start + count * width].copyBytes(to: buffer)
                filled = count
            }
        }
        guard
            let grid = try? TerrainGrid(
                west: form.west, north: form.north, stepLongitude: form.stepLongitude, stepLatitude: form.stepLatitude,
                columns: form.columns, rows: form.rows, heightsMeters: numbers(0), clutterMeters: form.hasClutter ? numbers(1) : nil,
                surface: form.surface)
        else { return nil }
        self.grid = grid
    }
}
