import Coverage
import Foundation
import Planning
import Scenarios

/// Writes a link: `link.json`, `profile.csv`, the pictures, `run.json`.
public enum LinkPublisher {
    /// Writes the files into a staging folder.
    ///
    /// - Throws: `StoreError` when something cannot be written, `PictureError` when a picture cannot be drawn.
    public static func write(
        _ run: LinkRun, language: Language, parameters: [String: String], _ circumstances: RunCircumstances, to folder: String
    ) throws {
        var files: [String] = []
        func write(_ name: String, _ data: Data) throws {
            try RunStore.write(data, to: "\(folder)/\(name)")
            files.append(name)
        }
        func draw(_ name: String, _ report: LinkReport) throws {
            let picture = LinkDrawing(run: run, report: report, language: language).picture
            try write("\(name).svg", Data(picture.svg().utf8))
            try write("\(name).png", picture.png())
        }
        try write("link.json", CanonicalJSON.data(run.document))
        try write("profile.csv", Data(profile(run.report).utf8))
        try draw("link", run.report)
        if let bare = run.withoutClutter { try draw("link-without-clutter", bare) }
        var manifest = try Manifest(run.loaded, command: "link", parameters: parameters, files: files, in: folder, circumstances)
        manifest.state(DataLicences(dataFolder: circumstances.dataFolder))
        try RunStore.write(CanonicalJSON.data(manifest), to: "\(folder)/run.json")
    }

    /// The samples of the path as a table; what is not known is empty.
    static func profile(_ report: LinkReport) -> String {
        var lines = ["distance_m,lon,lat,ground_m,clutter_m,earth_bulge_m,ray_m,fresnel_radius_m"]
        func cell(_ value: Double, _ decimals: Int) -> String { value.isFinite ? SVGText.number(value, decimals: decimals) : "" }
        for sample in report.samples {
            lines.append(
                [
                    cell(sample.distanceMeters, 2), cell(sample.place.longitude, 7), cell(sample.place.latitude, 7),
                    cell(sample.groundMeters, 2), cell(sample.clutterMeters, 2), cell(sample.earthBulgeMeters, 3),
                    cell(sample.rayMeters, 2), cell(sample.fresnelRadiusMeters, 2),
                ].joined(separator: ","))
        }
        return lines.joined(separator: "\n") + "\n"
    }
}
