import Coverage
import GeoFiles
import Geometry
import Planning
import Scenarios

/// The existing sites of a run as a layer of points.
public enum SiteLayer {
    static let fields: [OutputField] = [
        OutputField(name: "id", type: .text), OutputField(name: "operator", type: .text), OutputField(name: "technologies", type: .text),
        OutputField(name: "band_mhz", type: .text),
        OutputField(name: "power_dbm", type: .real), OutputField(name: "mast_height_m", type: .real),
        OutputField(name: "azimuth_deg", type: .text),
        OutputField(name: "tilt_deg", type: .real), OutputField(name: "antenna", type: .text), OutputField(name: "status", type: .text),
        OutputField(name: "evidence", type: .text),
        OutputField(name: "confidential", type: .boolean), OutputField(name: "shared", type: .boolean),
        OutputField(name: "fibre", type: .boolean),
        OutputField(name: "synthetic", type: .boolean),
    ]

    /// The layer `sites`: a point for each site of the tables, in their order, whatever its status.
    public static func sites(_ run: GapRun) -> OutputLayer {
        OutputLayer(
            name: "sites", title: "Existing sites", fields: fields,
            rows: run.loaded.read.world.sites.map { site in
                OutputRow(
                    id: site.id,
                    values: [
                        .text(site.id), .text(site.operator.id), .joined(site.technologies.map(\.rawValue)),
                        .joined(site.bandsMHz.map(plain)), .optional(site.powerDBm), .optional(site.mastHeightMeters),
                        .joined(site.azimuthsDegrees.map(plain)), .optional(site.tiltDegrees), .text(site.antenna),
                        .text(site.status.rawValue), .text(site.evidence.rawValue), .boolean(site.isConfidential),
                        .boolean(site.isShared), site.hasFibre.map { .boolean($0) } ?? .null, .boolean(site.isSynthetic),
                    ],
                    shape: .point(site.place))
            })
    }

    /// `120` rather than `120.0`.
    static func plain(_ number: Double) -> String {
        number == number.rounded() && abs(number) < 1e15 ? String(Int64(number)) : String(number)
    }
}
