import Foundation
import Planning
import Testing

@testable import Publishing

#if canImport(FoundationXML)
    import FoundationXML
#endif

@Suite struct LinkPictureTests {
    /// A path of 10 km over a plain at 100 m with one peak of 300 m in the middle.
    private func picture(samples: Int = 101, peak: Int? = nil) -> LinkPicture {
        let distances = (0..<samples).map { 10_000 * Double($0) / Double(samples - 1) }
        var heights = [Double](repeating: 100, count: samples)
        heights[peak ?? samples / 2] = 300
        return LinkPicture(
            title: "A → B", distanceMeters: 10_000, frequencyMHz: 299.792458, distancesMeters: distances, groundMeters: heights,
            transmitter: .init(name: "A", groundMeters: 100, antennaMeters: 50),
            receiver: .init(name: "B", groundMeters: 100, antennaMeters: 10), effectiveEarthRadiusKilometers: 8_500)
    }

    /// What an XML parser sees in a document.
    private final class Elements: NSObject, XMLParserDelegate {
        private(set) var all: [(name: String, attributes: [String: String])] = []
        private(set) var text = ""

        func parser(
            _ parser: XMLParser, didStartElement name: String, namespaceURI: String?, qualifiedName: String?,
            attributes: [String: String] = [:]
        ) { all.append((name, attributes)) }

        func parser(_ parser: XMLParser, foundCharacters string: String) { text += string }

        init(_ svg: String) throws {
            super.init()
            let parser = XMLParser(data: Data(svg.utf8))
            parser.delegate = self
            let isWellFormed = parser.parse()
            try #require(isWellFormed, "\(String(describing: parser.parserError))")
        }

        func classed(_ name: String) -> [[String: String]] { all.map(\.attributes).filter { $0["class"] == name } }

        /// The points of every path of a class.
        func points(_ name: String) -> [(x: Double, y: Double)] {
            classed(name).flatMap { attributes in
                (attributes["d"] ?? "").split { "MLZVHh".contains($0) }.compactMap { pair in
                    let numbers = pair.split(separator: " ").compactMap { Double($0) }
                    return numbers.count == 2 ? (numbers[0], numbers[1]) : nil
                }
            }
        }
    }

    // MARK: The document

    @Test(arguments: Language.allCases) func isAWellFormedAndNamedPicture(_ language: Language) throws {
        var picture = picture()
        picture.language = language
        picture.facts = [.init("RSRP", "−121.4 dBm")]
        let svg = picture.svg()
        let elements = try Elements(svg)
        let root = try #require(elements.all.first)
        #expect(root.name == "svg")
        #expect(root.attributes["role"] == "img")
        #expect(root.attributes["xml:lang"] == language.rawValue)
        #expect(root.attributes["aria-labelledby"] == "link-title link-desc")
        #expect(elements.all[1].name == "title" && elements.all[2].name == "desc")
        #expect(svg.contains(LinkPictureWords.fresnel.text(language)))
        #expect(!svg.contains(LinkPictureWords.fresnel.text(language == .english ? .vietnamese : .english)))
        for forbidden in ["<script", "href", "<image", "@import", "url(http"] { #expect(!svg.contains(forbidden)) }
        #expect(svg.contains("RSRP: −121.4 dBm."), "the figures stand in the description too")
    }

    @Test func idsAreUniqueAndCarryThePrefix() throws {
        var picture = picture()
        picture.idPrefix = "1 \"x>"
        let ids = try Elements(picture.svg()).all.compactMap { $0.attributes["id"] }
        #expect(Set(ids).count == ids.count)
        #expect(ids.count >= 5)
        #expect(ids.allSatisfy { $0.hasPrefix("link1x-") })
    }

    @Test func sameValueSameBytes() throws {
        #expect(picture(samples: 5_001).svg() == picture(samples: 5_001).svg())
        let first = try picture().png(width: 400)
        let second = try picture().png(width: 400)
        #expect(first == second)
    }

    @Test func namesAreEscapedAndComposed() throws {
        var picture = picture()
        let name = "Bản <\"Pe\u{302}\u{301}\"> & 'Sính'\u{1}"
        picture.title = name
        picture.transmitter.name = name
        picture.facts = [.init(name, name)]
        picture.obstacle = .init(distanceMeters: 5_000, heightMeters: 300, clearanceMeters: -171.5, place: name)
        let svg = picture.svg()
        let elements = try Elements(svg)
        #expect(elements.text.contains("Bản <\"Pế\"> & 'Sính'\u{FFFD}"))
        #expect(svg.contains("P\u{1EBF}"))
        #expect(!svg.contains("\u{301}"))
    }

    @Test func numbersHaveDotsAndNoNegativeZero() {
        #expect(SVGText.number(-0.001) == "0.00")
        #expect(SVGText.number(-0.5, decimals: 0) == "0")
        #expect(SVGText.number(-1234.5, decimals: 1) == "-1234.5")
        #expect(SVGText.number(.nan) == "0")
        #expect(SVGText.readable(-3.25, decimals: 2) == "−3.25")
        #expect(SVGText.readable(.infinity, decimals: 2) == "–")
    }

    // MARK: Where things stand

    @Test func thePeakStandsAtItsHeightWithTheBulge() throws {
        let drawing = LinkPictureDrawing(picture())
        let elements = try Elements(drawing.document())
        let peak = try #require(elements.points("ground-line").min { $0.y < $1.y })
        // d₁·d₂ / (2·a_e) = 5 · 5 / 17,000 km = 1.4706 m.
        #expect(abs(peak.x - drawing.across.position(5_000)) < 0.006)
        #expect(abs(peak.y - drawing.upward.position(300 + 1.470588)) < 0.006)
        #expect(abs(drawing.profile.bulgeMeters(at: 5_000) - 25e6 / 17e6) < 1e-12)
        #expect(drawing.profile.bulgeMeters(at: 0) == 0 && drawing.profile.bulgeMeters(at: 10_000) == 0)
    }

    @Test func theRayIsStraightFromAntennaToAntenna() throws {
        let drawing = LinkPictureDrawing(picture())
        let ray = try Elements(drawing.document()).points("ray")
        try #require(ray.count == 2)
        #expect(abs(ray[0].x - drawing.across.start) < 0.006 && abs(ray[0].y - drawing.upward.position(150)) < 0.006)
        #expect(abs(ray[1].x - drawing.across.end) < 0.006 && abs(ray[1].y - drawing.upward.position(110)) < 0.006)
    }

    @Test func theFirstFresnelZoneHasItsRadius() throws {
        // λ = 1 m: √(1 · 5,000 · 5,000 / 10,000) = 50 m at the middle, where the ray stands at 130 m.
        let drawing = LinkPictureDrawing(picture())
        #expect(abs(drawing.profile.fresnelRadiusMeters(at: 5_000) - 50) < 1e-9)
        let elements = try Elements(drawing.document())
        for (name, radius) in [("fresnel", 50.0), ("fresnel-60", 30.0)] {
            let middle = elements.points(name).filter { abs($0.x - drawing.across.position(5_000)) < 0.006 }.map(\.y).sorted()
            try #require(middle.count == 2)
            #expect(abs(middle[0] - drawing.upward.position(130 + radius)) < 0.006)
            #expect(abs(middle[1] - drawing.upward.position(130 - radius)) < 0.006)
        }
    }

    @Test func theAxisStartsNearTheLowestGround() {
        var picture = picture()
        picture.groundMeters = picture.groundMeters.map { $0 + 2_000 }
        picture.transmitter.groundMeters += 2_000
        picture.receiver.groundMeters += 2_000
        let axis = LinkPictureDrawing(picture).upward.values
        #expect(axis.lowerBound < 2_100 && axis.lowerBound > 2_080)
        #expect(axis.upperBound >= 2_301.4)
    }

    @Test func theObstacleHasAShapeABarAndALabel() throws {
        var picture = picture()
        picture.obstacle = .init(distanceMeters: 5_000, heightMeters: 300, clearanceMeters: -171.470588, place: "22.41873, 105.38210")
        let drawing = LinkPictureDrawing(picture)
        let elements = try Elements(drawing.document())
        #expect(elements.classed("obstacle").count == 2, "in the profile and in the legend")
        #expect(elements.text.contains("Obstacle: top 300 m at km 5.00, 171.5 m above the ray"))
        #expect(elements.text.contains("22.41873, 105.38210"))
        #expect(elements.classed("clearance").count == 1)
        picture.obstacle?.clearanceMeters = 4
        #expect(picture.svg().contains("4.0 m below the ray"))
        picture.obstacle?.distanceMeters = 10_001
        #expect(try Elements(picture.svg()).classed("clearance").isEmpty, "off the path")
    }

    @Test func canopyIsABandOfItsOwnAboveTheGround() throws {
        var picture = picture()
        #expect(try Elements(picture.svg()).classed("clutter").isEmpty)
        picture.clutterMeters = (0...100).map { (20...40).contains($0) ? 15 : ($0 == 60 ? .nan : 0) }
        let drawing = LinkPictureDrawing(picture)
        let line = try Elements(drawing.document()).points("clutter-line")
        let at3km = try #require(line.first { abs($0.x - drawing.across.position(3_000)) < 0.006 })
        #expect(abs(at3km.y - drawing.upward.position(115 + drawing.profile.bulgeMeters(at: 3_000))) < 0.006)
    }

    @Test func aFlatEarthIsDrawnWithoutBulge() {
        var picture = picture()
        for radius in [Double.infinity, .nan, 0, -8_500] {
            picture.effectiveEarthRadiusKilometers = radius
            #expect(LinkPictureProfile(picture).bulgeMeters(at: 5_000) == 0)
            #expect(picture.svg().contains(LinkPictureWords.flatEarth.en))
        }
    }

    // MARK: Gaps and bad samples

    @Test func aGapIsHatchedFromTheLastKnownSampleToTheNext() throws {
        var picture = picture()
        for index in 30...40 { picture.groundMeters[index] = .nan }
        let drawing = LinkPictureDrawing(picture)
        #expect(drawing.profile.gaps == [2_900...4_100])
        #expect(drawing.profile.stretches.count == 2)
        let elements = try Elements(drawing.document())
        let rect = try #require(elements.classed("gap").first)
        #expect(rect["fill"] == "url(#link-gap)")
        let x = try #require(rect["x"].flatMap(Double.init))
        let width = try #require(rect["width"].flatMap(Double.init))
        #expect(abs(x - drawing.across.position(2_900)) < 0.01)
        #expect(abs(x + width - drawing.across.position(4_100)) < 0.02)
        #expect(elements.text.contains("No terrain"))
        #expect(elements.text.contains("1.20 km have no terrain data."))
    }

    @Test func gapsAtTheEndsAndEverywhereAreSeen() throws {
        var picture = picture()
        picture.groundMeters[0] = .nan
        picture.groundMeters[100] = .infinity
        #expect(LinkPictureProfile(picture).gaps == [0...100, 9_900...10_000])
        picture.groundMeters = picture.groundMeters.map { _ in .nan }
        #expect(LinkPictureProfile(picture).gaps == [0...10_000])
        #expect(try Elements(picture.svg()).classed("gap").count == 1)
        #expect(try Elements(self.picture().svg()).classed("gap").isEmpty)
    }

    @Test func aVeryShortGapIsStillVisible() throws {
        var picture = picture(samples: 10_001)
        picture.groundMeters[7_000] = .nan
        let rect = try #require(try Elements(picture.svg()).classed("gap").first)
        #expect(rect["width"] == "4.00")
    }

    @Test func whatCannotBeDrawnIsLeftOut() throws {
        var picture = picture()
        picture.distancesMeters[10] = 200  // does not rise
        picture.distancesMeters[20] = .nan
        picture.distancesMeters[100] = 11_000  // off the path
        picture.transmitter.groundMeters = .nan
        picture.frequencyMHz = 0
        picture.obstacle = .init(distanceMeters: .nan, heightMeters: .nan, clearanceMeters: .nan)
        let drawing = LinkPictureDrawing(picture)
        #expect(drawing.profile.stretches.first?.ground.count == 98)
        let elements = try Elements(drawing.document())
        #expect(elements.classed("ray").isEmpty && elements.classed("fresnel").isEmpty)
        #expect(elements.classed("mast").count == 1)
        #expect(!drawing.document().lowercased().contains("nan "))
    }

    @Test(arguments: [0, -5, Double.nan, .infinity, 1e-9, 1e12]) func anAbsurdLengthDoesNotBreakIt(_ meters: Double) throws {
        var picture = picture()
        picture.distanceMeters = meters
        let elements = try Elements(picture.svg())
        #expect(elements.all.count > 20)
    }

    @Test(arguments: [1e300, -1e300, .infinity, .nan, 1e-300, 99_999]) func absurdNumbersAnywhereDoNotBreakIt(_ value: Double) throws {
        let fields: [WritableKeyPath<LinkPicture, Double>] = [
            \.distanceMeters, \.frequencyMHz, \.effectiveEarthRadiusKilometers, \.transmitter.groundMeters, \.transmitter.antennaMeters,
            \.receiver.groundMeters, \.receiver.antennaMeters, \.groundMeters[3], \.distancesMeters[3], \.clutterMeters[3],
        ]
        var whole = picture()
        whole.clutterMeters = [Double](repeating: 3, count: 101)
        var everywhere = whole
        everywhere.groundMeters = everywhere.groundMeters.map { _ in value }
        everywhere.obstacle = .init(distanceMeters: value, heightMeters: value, clearanceMeters: value)
        everywhere.transmitterHorizonMeters = value
        everywhere.receiverHorizonMeters = value
        for field in fields {
            var one = whole
            one[keyPath: field] = value
            everywhere[keyPath: field] = value
            for picture in [one, everywhere] {
                let drawing = LinkPictureDrawing(picture)
                #expect(drawing.upward.values.upperBound - drawing.upward.values.lowerBound >= 20)
                #expect(drawing.upward.pixelsPerUnit.isFinite && drawing.across.pixelsPerUnit.isFinite)
                let elements = try Elements(drawing.document())
                #expect(elements.all.count > 20)
            }
        }
    }

    @Test func horizonsSitOnTheTerrain() throws {
        var picture = picture()
        picture.transmitterHorizonMeters = 5_000
        picture.receiverHorizonMeters = 5_050
        let drawing = LinkPictureDrawing(picture)
        let peak = 300 + drawing.profile.bulgeMeters(at: 5_000)
        let next = 100 + drawing.profile.bulgeMeters(at: 5_100)
        let horizons = try Elements(drawing.document()).classed("horizon")
        #expect(horizons.count == 4, "two in the profile, two in the legend")
        for (horizon, height) in zip(horizons, [peak, (peak + next) / 2]) {
            // The diamond's top is 6 above its middle, its middle 7 above the terrain.
            let y = SVGText.number(drawing.upward.position(height) - 13)
            #expect(horizon["d"]?.contains(" \(y)l6 6") == true)
        }
        picture.receiverHorizonMeters = 12_000
        #expect(try Elements(picture.svg()).classed("horizon").count == 2, "off the path")
    }

    @Test func noSamplesAtAllAreOneGap() throws {
        var picture = picture()
        picture.distancesMeters = []
        picture.groundMeters = []
        #expect(try Elements(picture.svg()).classed("gap").count == 1)
    }

    // MARK: Thinning

    @Test(arguments: [1, 2, 7_777, 12_345, 19_998]) func thinningKeepsThePeak(_ peak: Int) throws {
        let drawing = LinkPictureDrawing(picture(samples: 20_001, peak: peak))
        let line = try Elements(drawing.document()).points("ground-line")
        #expect(Double(line.count) < drawing.across.end - drawing.across.start + 4)
        let highest = try #require(line.min { $0.y < $1.y })
        let distance = 10_000 * Double(peak) / 20_000
        #expect(abs(highest.x - drawing.across.position(distance)) < 0.006)
        #expect(abs(highest.y - drawing.upward.position(300 + drawing.profile.bulgeMeters(at: distance))) < 0.006)
        #expect(zip(line, line.dropFirst()).allSatisfy { $0.x <= $1.x })
    }

    @Test func aShortLineIsNotThinned() throws {
        #expect(try Elements(picture(samples: 301).svg()).points("ground-line").count == 301)
        #expect(LinkPictureProfile.thinned([], columnMeters: 10).isEmpty)
    }

    // MARK: Layout

    @Test func longTextsWrapAndTheSheetGrows() throws {
        var picture = picture()
        let low = LinkPictureDrawing(picture).height
        #expect(low == 600)
        picture.title = String(repeating: "Trạm phát sóng ", count: 20)
        picture.facts = (1...30).map { .init("Fact \($0)", "núi che khuất giữa trạm và thôn, không trạm nào khác gần hơn") }
        let drawing = LinkPictureDrawing(picture)
        #expect(drawing.titleLines.count > 1)
        #expect(drawing.height > 1_000)
        for element in try Elements(drawing.document()).all where element.name == "text" {
            let y = try #require(element.attributes["y"].flatMap(Double.init))
            #expect(y <= drawing.height)
        }
    }

    @Test(arguments: [(0.0...7, 2.0), (0...0.3, 0.05), (0...60, 10), (1.5...3_200, 500)])
    func ticksAreRound(_ values: ClosedRange<Double>, _ step: Double) throws {
        let scale = ChartScale(values: values, start: 100, end: 0)
        let own = scale.step(atMost: 7)
        #expect(abs(own / step - 1) < 1e-9 || own < step * 1.001)
        let ticks = scale.ticks(step: own)
        #expect((3...8).contains(ticks.count))
        #expect(ticks.allSatisfy { values.lowerBound - 1e-9 <= $0 && $0 <= values.upperBound + 1e-9 })
        #expect(scale.position(values.lowerBound) == 100 && scale.position(values.upperBound) == 0)
    }

    @Test func decimalsFollowTheStep() {
        #expect([0.05, 0.1, 0.5, 1, 2, 10, 500].map { ChartScale.decimals(step: $0) } == [2, 1, 1, 0, 0, 0, 0])
    }

    // MARK: PNG

    @Test func thePNGHasItsSignatureAndSize() throws {
        let png = try picture().png(width: 900)
        #expect(png.prefix(8) == Data([0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]))
        let sizes = [16, 20].map { start in png[start..<start + 4].reduce(0) { $0 << 8 | Int($1) } }
        #expect(sizes == [900, 450])
        #expect(png.count > 10_000, "more than an empty sheet")
    }

    @Test(arguments: [-1, 0, 15, 8_193]) func anAbsurdWidthIsRefused(_ width: Int) {
        #expect(throws: PictureError.self) { try picture().png(width: width) }
    }

    @Test(arguments: ["", "<svg", "not a picture", "<html/>", "<svg xmlns='http://www.w3.org/2000/svg' width='10' height='0'/>"])
    func whatIsNoPictureIsRefused(_ text: String) {
        #expect(throws: PictureError.self) { try PNGPicture.data(svg: text, width: 100) }
    }
}
