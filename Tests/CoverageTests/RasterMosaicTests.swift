import Testing

@testable import Coverage
@testable import Radio

@Suite struct RasterMosaicTests {
    private func window(_ column: Int, _ row: Int, _ columns: Int, _ rows: Int, _ values: [Float]) -> SignalWindow {
        SignalWindow(firstColumn: column, firstRow: row, columns: columns, rows: rows, valuesDBm: values)
    }

    private typealias Contender = RasterMosaic.Contender

    @Test func theStrongestStandFirstAndTheFirstMastAmongEquals() {
        var mosaic = RasterMosaic(columns: 0..<3, rows: 0..<1, contenders: [3])
        for (mast, level) in [(7, Float(-90)), (2, -95), (9, -120), (4, -95), (1, -130)] {
            mosaic.take(window(0, 0, 3, 1, [level, -100, .nan]), mast: Int32(mast), layers: [0])
        }
        #expect(
            mosaic.contenders(layer: 0, row: 0, column: 0) == [
                Contender(mast: 7, levelDBm: -90), Contender(mast: 2, levelDBm: -95), Contender(mast: 4, levelDBm: -95),
            ])
        #expect(mosaic.contenders(layer: 0, row: 0, column: 1).map(\.mast) == [1, 2, 4])
        #expect(mosaic.contenders(layer: 0, row: 0, column: 2).isEmpty)
    }

    @Test func aMastStandsOnceWithItsStrongestCell() {
        var mosaic = RasterMosaic(columns: 0..<1, rows: 0..<1, contenders: [3])
        for (mast, level) in [(3, Float(-100)), (5, -90), (3, -95), (5, -99), (3, -80), (8, -101), (8, -99)] {
            mosaic.take(window(0, 0, 1, 1, [level]), mast: Int32(mast), layers: [0])
        }
        #expect(
            mosaic.contenders(layer: 0, row: 0, column: 0) == [
                Contender(mast: 3, levelDBm: -80), Contender(mast: 5, levelDBm: -90), Contender(mast: 8, levelDBm: -99),
            ])
    }

    @Test func windowsOverTheEdgeAreCut() {
        var mosaic = RasterMosaic(columns: 10..<12, rows: 20..<22, contenders: [3])
        mosaic.take(window(9, 19, 2, 2, [1, 2, 3, -80]), mast: 0, layers: [0])
        mosaic.take(window(11, 21, 5, 5, [Float](repeating: -70, count: 25)), mast: 1, layers: [0])
        mosaic.take(window(0, 0, 3, 3, [Float](repeating: 0, count: 9)), mast: 2, layers: [0])
        let found = [(20, 10), (20, 11), (21, 10), (21, 11)].map { mosaic.contenders(layer: 0, row: $0.0, column: $0.1).map(\.mast) }
        #expect(found == [[0], [], [], [1]])
    }

    @Test func layersAreApart() {
        var mosaic = RasterMosaic(columns: 0..<1, rows: 0..<1, contenders: [3, 3, 3])
        mosaic.take(window(0, 0, 1, 1, [-80]), mast: 0, layers: [0, 1])
        mosaic.take(window(0, 0, 1, 1, [-70]), mast: 1, layers: [0, 2])
        #expect((0..<3).map { mosaic.contenders(layer: $0, row: 0, column: 0).map(\.mast) } == [[1, 0], [0], [1]])
    }

    @Test func theOrderOfWindowsDoesNotMatter() {
        var random = SplitMix(state: 5)
        let windows = (0..<60).map { number in
            let (column, row) = (Int(random.unit() * 12) - 2, Int(random.unit() * 12) - 2)
            // Few different levels, so that many are equal; few masts, so that most come again.
            let values = (0..<16).map { _ in random.unit() < 0.2 ? Float.nan : Float(-100 + Int(random.unit() * 5)) }
            return (Int32(number % 9), window(column, row, 4, 4, values))
        }
        func mosaic(_ windows: [(Int32, SignalWindow)]) -> [[Contender]] {
            var mosaic = RasterMosaic(columns: 0..<10, rows: 0..<10, contenders: [3])
            for (mast, window) in windows { mosaic.take(window, mast: mast, layers: [0]) }
            return (0..<100).map { mosaic.contenders(layer: 0, row: $0 / 10, column: $0 % 10) }
        }
        let forward = mosaic(windows)
        #expect(forward.contains { $0.count == 3 } && forward.contains { $0.isEmpty })
        #expect(mosaic(windows.reversed()) == forward)
        #expect(mosaic(windows.shuffled(using: &random)) == forward)
        // The strongest levels of different masts, sorted.
        var levels = [[Int: Float]](repeating: [:], count: 100)
        for (mast, window) in windows {
            for (index, value) in window.valuesDBm.enumerated() where !value.isNaN {
                let (row, column) = (window.firstRow + index / 4, window.firstColumn + index % 4)
                guard (0..<10).contains(row), (0..<10).contains(column) else { continue }
                levels[row * 10 + column][Int(mast)] = max(value, levels[row * 10 + column][Int(mast)] ?? -.infinity)
            }
        }
        let expected = levels.map { post in
            post.map { Contender(mast: $0.key, levelDBm: $0.value) }.sorted { ($1.levelDBm, $0.mast) < ($0.levelDBm, $1.mast) }.prefix(3)
        }
        #expect(forward == expected.map { Array($0) })
    }

    @Test(arguments: [(1, 1, 1), (674, 663, 7), (513, 5000, 3), (5000, 513, 1), (2048, 2048, 2)])
    func tilesHoldEveryPostOnce(columns: Int, rows: Int, layers: Int) {
        for budget in [0, 1 << 22, 1 << 25, .max / 2] {
            let maps = [RasterLayer(), RasterLayer(carrier: .viettel)] + (0..<layers).map { _ in RasterLayer(carrier: .vnpt) }
            let tiles = RasterTile.split(columns: columns, rows: rows, layers: maps, budgetBytes: budget)
            var seen = [UInt8](repeating: 0, count: columns * rows)
            for tile in tiles {
                #expect(tile.columns.lowerBound % 512 == 0 && tile.rows.lowerBound % 512 == 0)
                let posts = tile.columns.count * tile.rows.count
                let bytes = RasterTile.bytesPerPost(maps)
                #expect(posts * bytes <= max(budget, 512 * 512 * bytes))
                for row in tile.rows { for column in tile.columns { seen[row * columns + column] += 1 } }
            }
            #expect(seen.allSatisfy { $0 == 1 })
        }
    }
}
