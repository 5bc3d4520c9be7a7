import Foundation
import Scenarios

/// Where the page's own files are: template, style, script and Leaflet.
///
/// They stand in the resource folder of this target, beside the program or installed with it. The accessor that the package manager makes would
/// end the process where the folder is missing; this one says what is missing, and where it was looked for.
enum MapAssets {
    /// The folder as the package manager names it.
    static let bundle = "phusong_Publishing.resources"

    /// Reads one file.
    ///
    /// - Throws: `StoreError` (missing) when the folder or the file is not found.
    static func text(_ name: String) throws(StoreError) -> String {
        let path = "\(try folder(besides: programFolder))/\(name)"
        guard let data = FileManager.default.contents(atPath: path) else {
            throw StoreError(.missing, path: path, reason: "a file of the program is missing", remedy: "install the program again")
        }
        return String(decoding: data, as: UTF8.self)
    }

    /// The folder that the running program stands in, links followed.
    private static var programFolder: URL {
        (Bundle.main.executableURL ?? URL(fileURLWithPath: CommandLine.arguments.first ?? ".")).resolvingSymlinksInPath()
            .deletingLastPathComponent()
    }

    /// Looks beside the program, then where packages install.
    static func folder(besides program: URL) throws(StoreError) -> String {
        let parent = program.deletingLastPathComponent()
        let places = [program, parent.appendingPathComponent("lib/phusong"), parent.appendingPathComponent("share/phusong")]
        for place in places {
            let folder = place.appendingPathComponent("\(bundle)/Resources/Map").path
            if FileManager.default.fileExists(atPath: folder) { return folder }
        }
        throw StoreError(
            .missing, path: program.appendingPathComponent(bundle).path,
            reason: "the program's own folder is missing; looked beside the program, in ../lib/phusong and in ../share/phusong",
            remedy: "keep the folder \(bundle) beside the program, or install the program again")
    }
}
