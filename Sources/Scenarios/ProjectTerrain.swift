import GeoFiles
import Ingest
import Planning
import Radio
import Terrain

/// The keys `terrain`, `clutter` and `radio` of a project file.
extension ProjectFile {
    /// `terrain: {folder, surface}` or `{file, surface}`, with `clutter: PATH` or `{file, classes}`.
    static func readTerrain(_ root: SettingsMapping, _ mode: CoverageMode?) -> TerrainSource? {
        let file = root.file
        if mode == .footprints {
            for key in ["terrain", "clutter", "radio"] where root.has(key) {
                file.report(
                    .warning, .settingNotUsedYet, line: root.line(key), key: key, value: "coverage.mode is footprints", consequence: .kept)
            }
        }
        guard root.has("terrain") else {
            if root.has("clutter") { root.invalid("clutter", "land cover needs `terrain:` under it") }
            return nil
        }
        guard let terrain = root.mapping("terrain", keys: ["folder", "file", "surface"]) else { return nil }
        let folder = terrain.string("folder", required: !terrain.has("file"))
        let single = terrain.string("file")
        if folder != nil, single != nil { terrain.invalid("file", "give `folder` or `file`, not both") }
        let surface = terrain.choice("surface", TerrainSurface.self)
        if !terrain.has("surface") {
            file.report(.warning, .terrainSurfaceAssumed, line: root.line("terrain"), key: "terrain.surface", consequence: .kept)
        }
        var clutter = readClutter(root)
        if clutter != nil, surface != .dtm {
            file.report(.warning, .clutterNotUsed, line: root.line("clutter"), key: "clutter", consequence: .fieldIgnored)
            clutter = nil
        }
        guard let shown = folder ?? single else { return nil }
        return TerrainSource(
            path: terrain.resolve(shown, of: folder == nil ? "file" : "folder"), displayName: shown, surface: surface ?? .dsm,
            clutter: clutter)
    }

    private static func readClutter(_ root: SettingsMapping) -> ClutterHeights.Source? {
        let items = root.mappings("clutter", keys: ["file", "classes"], scalarKey: "file")
        if items.count > 1 { root.invalid("clutter", "one raster is expected, \(items.count) are given") }
        guard let item = items.first, let shown = item.string("file", required: true) else { return nil }
        var heights = ClutterHeights.worldCover
        if let classes = item.mapping("classes", keys: []) {
            heights.metersByClass = [:]
            for key in classes.presentKeys {
                guard let value = Int(key), (0...65_535).contains(value) else {
                    classes.invalid(key, "a class number from 0 to 65535 is expected")
                    continue
                }
                if let height = classes.number(key, in: 0...100, required: true) { heights.metersByClass[value] = height }
            }
            if classes.presentKeys.isEmpty { item.invalid("classes", "give at least one class with its height in metres") }
        }
        return ClutterHeights.Source(path: item.resolve(shown, of: "file"), name: shown, heights: heights)
    }

    /// `radio: {deltaN, n0}`: both numbers, or neither.
    ///
    /// The ranges hold every value of the Recommendation's world maps with room, and keep the effective Earth radius finite (ΔN < 157).
    static func readClimate(_ root: SettingsMapping) -> RadioClimate? {
        guard let radio = root.mapping("radio", keys: ["deltaN", "n0"]) else { return nil }
        guard let lapse = radio.number("deltaN", in: 20...120, required: true),
            let seaLevel = radio.number("n0", in: 250...450, required: true)
        else { return nil }
        return RadioClimate(lapseRateNUnitsPerKm: lapse, seaLevelRefractivityNUnits: seaLevel)
    }
}
