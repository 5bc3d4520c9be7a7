import Ingest
import Planning
import Publishing

/// The terrain part of `phusong check` for people.
struct TerrainText {
    let language: Language

    func text(_ report: TerrainReport) -> String {
        let isVietnamese = language == .vietnamese
        let numbers = HumanNumbers(language: language)
        let villages = report.villages
        var text = isVietnamese ? "Địa hình: " : "Terrain: "
        text += "\(numbers.count(villages.onKnownGround))/\(numbers.count(villages.total)) "
        text += isVietnamese ? "thôn nằm trên địa hình đã biết" : "villages stand on known ground"
        text += " (\(numbers.percent(villages.onKnownGround, of: villages.total)))\n"
        let rasters = report.rasters + report.clutterRasters
        if !rasters.isEmpty {
            var table = TextTable(
                isVietnamese
                    ? ["tệp raster", "định dạng", "hệ toạ độ", "ô (m)", "ô trống", "phần lưới", "cách dùng"]
                    : ["raster", "format", "system", "cell m", "voids", "of grid", "use"],
                [.left, .left, .left, .right, .right, .right, .left])
            for raster in rasters {
                table.add(
                    raster.file, raster.driver, raster.crs, numbers.fixed(raster.resolutionMeters, decimals: 1),
                    numbers.count(raster.voidCells), numbers.fixed(raster.gridShare * 100, decimals: 1) + " %", use(raster))
            }
            text += table.text()
        }
        for overlap in report.overlaps {
            text +=
                isVietnamese
                ? "  \(overlap.upper) đè lên \(overlap.lower)\n" : "  \(overlap.upper) lies over \(overlap.lower)\n"
        }
        for tile in report.missingTiles {
            text += isVietnamese ? "  thiếu mảnh " : "  missing tile "
            text += "\(tile.tile): \(places(tile, numbers))\n"
        }
        for tile in report.voidTiles {
            text += isVietnamese ? "  chỗ khuyết trong " : "  holes in "
            text += "\(tile.tile): \(places(tile, numbers))\n"
        }
        return text
    }

    private func places(_ tile: TerrainReport.Tile, _ numbers: HumanNumbers) -> String {
        language == .vietnamese
            ? "\(numbers.count(tile.villages)) thôn, \(numbers.count(tile.sites)) trạm"
            : "\(numbers.count(tile.villages)) villages, \(numbers.count(tile.sites)) sites"
    }

    private func use(_ raster: TerrainReport.Raster) -> String {
        guard language == .vietnamese else { return raster.use.rawValue }
        return switch raster.use {
        case .copied: "chép nguyên"
        case .warped: "nội suy"
        case .unused: "không dùng"
        }
    }
}
