import Testing

@testable import Coverage
@testable import Radio

@Suite struct RasterMosaicTests {
    private func window(_ column: Int, _ row: Int, _ columns: Int, _ rows: Int, _ values: [Float]) -> SignalWindow {
        SignalWindow(firstColumn: column, firstRow: row, columns: columns, rows: rows, valuesDBm: values)
    }

    @Test func theStrongestServesAndTheFirstAmongEquals() {
        var mosaic = RasterMosaic(columns: 0..<3, rows: 0..<1, layers: 1)
        mosaic.take(window(0, 0, 3, 1, [-90, -100, .nan]), site: 7, layers: [0])
        mosaic.take(window(0, 0, 3, 1, [-95, -100, .nan]), site: 2, layers: [0])
        let layer = mosaic.tile().layers[0]
        #expect(layer.site == [7, 2, -1])
        #expect(layer.rsrpDBm[0] == -90 && layer.rsrpDBm[1] == -100 && layer.rsrpDBm[2].isNaN)
    }

    @Test func windowsOverTheEdgeAreCut() {
        var mosaic = RasterMosaic(columns: 10..<12, rows: 20..<22, layers: 1)
        mosaic.take(window(9, 19, 2, 2, [1, 2, 3, -80]), site: 0, layers: [0])
        mosaic.take(window(11, 21, 5, 5, [Float](repeating: -70, count: 25)), site: 1, layers: [0])
        mosaic.take(window(0, 0, 3, 3, [Float](repeating: 0, count: 9)), site: 2, layers: [0])
        #expect(mosaic.tile().layers[0].site == [0, -1, -1, 1])
    }

    @Test func layersAreApart() {
        var mosaic = RasterMosaic(columns: 0..<1, rows: 0..<1, layers: 3)
        mosaic.take(window(0, 0, 1, 1, [-80]), site: 0, layers: [0, 1])
        mosaic.take(window(0, 0, 1, 1, [-70]), site: 1, layers: [0, 2])
        #expect(mosaic.tile().layers.map(\.site) == [[1], [0], [1]])
    }

    @Test func theOrderOfWindowsDoesNotMatter() {
        var random = SplitMix(state: 5)
        let windows = (0..<40).map { site in
            let (column, row) = (Int(random.unit() * 12) - 2, Int(random.unit() * 12) - 2)
            // Few different levels, so that many are equal.
            let values = (0..<16).map { _ in random.unit() < 0.2 ? Float.nan : Float(-100 + Int(random.unit() * 5)) }
            return (Int32(site), window(column, row, 4, 4, values))
        }
        func mosaic(_ windows: [(Int32, SignalWindow)]) -> RasterTile.Layer {
            var mosaic = RasterMosaic(columns: 0..<10, rows: 0..<10, layers: 1)
            for (site, window) in windows { mosaic.take(window, site: site, layers: [0]) }
            return mosaic.tile().layers[0]
        }
        let forward = mosaic(windows)
        #expect(forward.site.contains { $0 >= 0 } && forward.site.contains(-1))
        #expect(mosaic(windows.reversed()).site == forward.site)
        #expect(mosaic(windows.reversed()).rsrpDBm.map(\.bitPattern) == forward.rsrpDBm.map(\.bitPattern))
    }

    @Test(arguments: [(1, 1, 1), (674, 663, 7), (513, 5000, 3), (5000, 513, 1), (2048, 2048, 2)])
    func tilesHoldEveryPostOnce(columns: Int, rows: Int, layers: Int) {
        for budget in [0, 1 << 22, 1 << 25, .max / 2] {
            let tiles = RasterTile.split(columns: columns, rows: rows, layers: layers, budgetBytes: budget)
            var seen = [UInt8](repeating: 0, count: columns * rows)
            for tile in tiles {
                #expect(tile.columns.lowerBound % 512 == 0 && tile.rows.lowerBound % 512 == 0)
                let posts = tile.columns.count * tile.rows.count
                #expect(posts * 8 * layers <= max(budget, 512 * 512 * 8 * layers))
                for row in tile.rows { for column in tile.columns { seen[row * columns + column] += 1 } }
            }
            #expect(seen.allSatisfy { $0 == 1 })
        }
    }
}
