import Foundation

/// Where the shipped rules and samples are.
enum DataFolder {
    /// The folder named by `--data` or `PHUSONG_DATA`; else `GeoData` beside the working folder, above the program, or installed with it.
    static func find(_ stated: String?) -> String? {
        let environment = ProcessInfo.processInfo.environment["PHUSONG_DATA"].flatMap { $0.isEmpty ? nil : $0 }
        if let named = stated ?? environment { return isData(named) ? named : nil }
        if isData("GeoData") { return "GeoData" }
        var folder = Bundle.main.executableURL?.resolvingSymlinksInPath().deletingLastPathComponent()
        while let here = folder, here.path != "/" {
            for place in ["GeoData", "share/phusong/GeoData"] where isData(here.appendingPathComponent(place).path) {
                return here.appendingPathComponent(place).path
            }
            folder = here.deletingLastPathComponent()
        }
        return nil
    }

    /// The folder of the shipped rules, when the data folder was found.
    static func rules(_ stated: String?) -> String? { find(stated).map { "\($0)/rules" } }

    private static func isData(_ path: String) -> Bool {
        FileManager.default.fileExists(atPath: "\(path)/rules")
    }
}
