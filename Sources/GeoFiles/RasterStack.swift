import CGDAL
import Foundation
import Geodesy

/// The rasters of one source over an area, in the order of painting. Only for use inside one `GDALSession.run`.
struct RasterStack {
    struct Item {
        var file: RasterFile
        var candidate: RasterCandidate
        var raster: TerrainRaster
        var isStandardTile: Bool
    }

    /// To be painted, first to last.
    var used: [Item] = []
    /// Opened and left out.
    var left: [TerrainRaster] = []
    var problems: [RasterProblem] = []

    var rasters: [TerrainRaster] { used.map(\.raster) + left }

    mutating func open(_ candidate: RasterCandidate, _ box: BoundingBox, _ meaning: RasterCells.Meaning, _ messages: GDALMessages) {
        do {
            let file = try RasterFile(candidate, messages)
            let raster = TerrainRaster(file, candidate)
            guard raster.boundingBox.intersects(box) else {
                note(.elsewhere, candidate, "it spans \(Self.text(raster.boundingBox)), the area \(Self.text(box))")
                left.append(raster)
                return
            }
            try checkValues(file, meaning)
            used.append(
                Item(file: file, candidate: candidate, raster: raster, isStandardTile: Self.isStandardTile(candidate.name, file.place)))
            let bands = GDALGetRasterCount(file.dataset.handle)
            let isMask = bands == 2 && GDALGetRasterColorInterpretation(GDALGetRasterBand(file.dataset.handle, 2)) == GCI_AlphaBand
            if bands > 1, !isMask { note(.severalBands, candidate, "\(bands) bands") }
            if meaning == .heights {
                if let unit = RasterUnit(file).unknown { note(.unknownUnit, candidate, "`\(unit)`") }
                if file.place.resolutionMeters > TerrainReader.coarseMeters {
                    note(.coarse, candidate, "cells of \(Int(file.place.resolutionMeters.rounded())) m")
                }
            }
        } catch {
            note(error.kind, candidate, error.detail)
        }
    }

    /// Puts standard tiles first, then coarse before fine, then by name.
    mutating func order() {
        func rank(_ item: Item) -> (Int, Int, String) {
            // Fineness in steps of 1 %, so that tiles of one set are equal though their cells narrow towards the poles within it.
            (item.isStandardTile ? 0 : 1, -Int((log(item.file.place.resolutionMeters) * 100).rounded()), item.candidate.name)
        }
        used.sort { rank($0) < rank($1) }
    }

    /// Paints all of them. Those that break off leave nothing behind and are out of the stack; false then.
    mutating func paint(
        _ lattice: TerrainLattice, _ meaning: RasterCells.Meaning, _ posts: inout [Float], _ messages: GDALMessages
    ) -> Bool {
        let painter = RasterPainter(lattice: lattice, meaning: meaning)
        let problemsBefore = problems.count
        var broken: [(item: Item, defect: RasterFile.Defect)] = []
        for position in used.indices {
            let item = used[position]
            do {
                let outcome = try painter.paint(item.file, onto: &posts, messages)
                used[position].raster.use = outcome.paintedPosts == 0 ? .unused : outcome.isCopied ? .copied : .warped
                used[position].raster.voidCells = outcome.voidCells
                used[position].raster.gridShare = Double(outcome.paintedPosts) / Double(lattice.posts)
                if outcome.absurdCells > 0 {
                    note(.absurdHeights, item.candidate, "\(outcome.absurdCells) cells became no data")
                }
                if outcome.paintedPosts == 0 { note(.withoutData, item.candidate, "\(outcome.voidCells) cells were looked at") }
            } catch {
                broken.append((item, error))
            }
        }
        guard !broken.isEmpty else { return true }
        // What was noted holds for a grid that is not kept.
        problems.removeLast(problems.count - problemsBefore)
        for (item, defect) in broken { note(defect.kind, item.candidate, defect.detail) }
        let names = Set(broken.map(\.item.candidate.name))
        left = broken.map(\.item.raster) + left
        used.removeAll { names.contains($0.candidate.name) }
        return false
    }

    /// The problems by file in order of names, each file's in order of discovery.
    var orderedProblems: [RasterProblem] {
        problems.enumerated().sorted { ($0.element.file, $0.offset) < ($1.element.file, $1.offset) }.map(\.element)
    }

    /// Pairs that share more than an edge.
    func overlaps(_ lattice: TerrainLattice) -> [RasterOverlap] {
        let painted = used.map(\.raster).filter { $0.use != .unused }
        return painted.indices.flatMap { upper in
            (0..<upper).compactMap { lower in
                let (a, b, area) = (painted[upper].boundingBox, painted[lower].boundingBox, lattice.boundingBox)
                let width = min(a.east, b.east, area.east) - max(a.west, b.west, area.west)
                let height = min(a.north, b.north, area.north) - max(a.south, b.south, area.south)
                guard width > 1.5 * lattice.stepLongitude, height > 1.5 * lattice.stepLatitude else { return nil }
                return RasterOverlap(upper: painted[upper].name, lower: painted[lower].name)
            }
        }
    }

    private mutating func note(_ kind: RasterProblem.Kind, _ candidate: RasterCandidate, _ detail: String) {
        problems.append(RasterProblem(kind: kind, file: candidate.name, detail: detail))
    }

    private func checkValues(_ file: RasterFile, _ meaning: RasterCells.Meaning) throws(RasterFile.Defect) {
        if GDALDataTypeIsComplex(GDALGetRasterDataType(file.band)) != 0 {
            throw .init(kind: .notHeights, detail: "its values are complex numbers")
        }
        guard meaning == .heights else { return }
        switch GDALGetRasterColorInterpretation(file.band) {
        case GCI_RedBand, GCI_PaletteIndex: throw .init(kind: .notHeights, detail: "its values are colours")
        default: break
        }
    }

    /// Whether a raster is named like `N21E105` (also `n21_e105_…`, `…_N21_00_E105_00_…`) and is that square degree.
    private static func isStandardTile(_ name: String, _ place: RasterPlace) -> Bool {
        let stem = (name as NSString).lastPathComponent.uppercased()
        guard let match = stem.firstMatch(of: /(?:^|[^A-Z])([NS])(\d{2})(?:_00)?_?([EW])(\d{3})/),
            let degreesNorth = Double(match.2), let degreesEast = Double(match.4)
        else { return false }
        let south = match.1 == "S" ? -degreesNorth : degreesNorth
        let west = match.3 == "W" ? -degreesEast : degreesEast
        let box = place.boundingBox
        return abs(box.south - south) < 0.02 && abs(box.north - south - 1) < 0.02 && abs(box.west - west) < 0.02
            && abs(box.east - west - 1) < 0.02
    }

    private static func text(_ box: BoundingBox) -> String {
        func degrees(_ value: Double) -> String { String(format: "%.2f", value) }
        return "longitude \(degrees(box.west)) to \(degrees(box.east)), latitude \(degrees(box.south)) to \(degrees(box.north))"
    }
}

extension ClutterHeights {
    /// Turns class numbers into heights; NaN stays. Returns the classes without a height, which become 0.
    func apply(to values: inout [Float]) -> [(value: Int, posts: Int)] {
        let known = Dictionary(uniqueKeysWithValues: metersByClass.map { (Float($0.key), Float($0.value)) })
        var unknown: [Int: Int] = [:]
        // Neighbours mostly share their class.
        var last: (value: Float, height: Float) = (.nan, 0)
        for index in values.indices where !values[index].isNaN {
            let value = values[index]
            if value != last.value {
                last = (value, known[value] ?? .nan)
            }
            if last.height.isNaN {
                unknown[Int(value.rounded().clamped), default: 0] += 1
                values[index] = 0
            } else {
                values[index] = last.height
            }
        }
        return unknown.sorted { $0.key < $1.key }.map { (value: $0.key, posts: $0.value) }
    }
}

extension Float {
    fileprivate var clamped: Float { Swift.max(-1e9, Swift.min(1e9, self)) }
}
