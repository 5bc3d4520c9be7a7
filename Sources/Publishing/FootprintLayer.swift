import Coverage
import GeoFiles
import Geometry
import Planning
import Scenarios

/// What was taken as covered: the operators' polygons, and the range discs that stood in for missing ones.
public enum FootprintLayer {
    static let fields: [OutputField] = [
        OutputField(name: "id", type: .text), OutputField(name: "operator", type: .text), OutputField(name: "technology", type: .text),
        OutputField(name: "site_id", type: .text),
        OutputField(name: "basis", type: .text), OutputField(name: "radius_m", type: .real),
        OutputField(name: "confidential", type: .boolean),
        OutputField(name: "synthetic", type: .boolean),
    ]

    /// Corners of a disc drawn as a polygon: the area falls short of the circle's by 0.3 %, and verdicts never use the drawing.
    static let discCorners = 48

    /// The layer `footprints`: polygons as the operators give them, then the discs with their radius, metres.
    ///
    /// A record is marked confidential where its site is.
    public static func footprints(_ run: GapRun) -> OutputLayer {
        let world = run.loaded.read.world
        let confidential = Set(world.sites.filter(\.isConfidential).map(\.id))
        var rows = world.footprints.map { footprint in
            OutputRow(
                id: footprint.id,
                values: [
                    .text(footprint.id), .text(footprint.operator.id), .text(footprint.technology.rawValue),
                    .optional(footprint.siteID.isEmpty ? nil : footprint.siteID), .text(Basis.footprint.rawValue), .null,
                    .boolean(confidential.contains(footprint.siteID)), .boolean(footprint.isSynthetic),
                ],
                shape: .polygon(footprint.area))
        }
        for disc in run.report.discs {
            let site = world.sites[disc.site]
            let id = "disc-\(site.id)-\(disc.technology.rawValue)"
            rows.append(
                OutputRow(
                    id: id,
                    values: [
                        .text(id), .text(site.operator.id), .text(disc.technology.rawValue), .text(site.id), .text(Basis.disc.rawValue),
                        .real(disc.radiusMeters), .boolean(site.isConfidential), .boolean(site.isSynthetic),
                    ],
                    shape: .polygon(.disc(center: site.place, radiusMeters: disc.radiusMeters, vertices: discCorners))))
        }
        return OutputLayer(name: "footprints", title: "Areas taken as covered", fields: fields, rows: rows)
    }
}
