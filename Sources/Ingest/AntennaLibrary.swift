import Foundation
import Planning
import Radio

/// The antennas that a project's sites name, each looked up once.
///
/// A site's `antenna` is `omni`, `sector-65` (any width), or a pattern file (`.msi`, `.pln`, `.ant`; of Planet or of Radio Mobile)
/// by its path inside the project folder. An empty one means
/// `sector-65` where the site has azimuths, else `omni`; the same stands in for one that cannot be used, and a diagnostic says so.
public struct AntennaLibrary: Sendable {
    /// The pattern files that were looked for, each once, in the order in which the sites name them: what they hold decides levels.
    public private(set) var files: [(name: String, path: String)] = []

    /// Every defect found, in the order in which the sites name their antennas.
    public private(set) var diagnostics: [Diagnostic] = []

    /// What each text stands for, by the text as the sites write it. One that is empty or cannot be used has no entry.
    public private(set) var known: [String: SiteAntenna] = [:]

    /// Looks up every antenna that the sites name. Never fails: see `diagnostics`.
    ///
    /// - Parameters:
    ///   - sites: the sites, in the order of the input.
    ///   - projectFolder: the folder of the project file; patterns are looked for in it and below, nowhere else.
    ///   - sitesFile: how people call the table of sites, for diagnostics.
    /// - Complexity: O(sites) and one read of each distinct file.
    public init(sites: [Site], projectFolder: String, sitesFile: String) {
        var users: [String: [Site]] = [:]
        var names: [String] = []
        for site in sites where !site.antenna.isEmpty {
            if users[site.antenna] == nil { names.append(site.antenna) }
            users[site.antenna, default: []].append(site)
        }
        var files: [String: SiteAntenna?] = [:]
        for name in names {
            if let plain = Self.plain(name) {
                known[name] = plain
                continue
            }
            switch AntennaFile(name: name, projectFolder: projectFolder) {
            case .notAPattern(let reason):
                diagnostics.append(
                    Diagnostic(
                        .warning, .antennaUnknown, file: sitesFile, field: "antenna", value: reason, consequence: .fieldIgnored))
            case .path(let path):
                let pattern: SiteAntenna?
                if let seen = files[path] {
                    pattern = seen
                } else {
                    self.files.append((name, path))
                    pattern = AntennaFile.read(path, displayName: name, into: &diagnostics)
                    files[path] = pattern
                }
                known[name] = pattern
            }
            if known[name] == nil { diagnostics.append(Self.replaced(name, users[name] ?? [], sitesFile)) }
        }
    }

    /// What a site's antenna stands for; the stand-in where it names none, or one that cannot be used.
    public func antenna(of site: Site) -> SiteAntenna {
        known[site.antenna] ?? .standIn(azimuthsDegrees: site.azimuthsDegrees)
    }

    /// `omni`, `vô hướng`, `sector`, `sector-65`, `Sector 33°`; nil for anything else.
    private static func plain(_ name: String) -> SiteAntenna? {
        let key = NameFolding.key(name)
        if ["omni", "omnidirectional", "vohuong"].contains(key) { return .omni }
        guard key.hasPrefix("sector") else { return nil }
        let digits = key.dropFirst("sector".count)
        if digits.isEmpty { return .sector(horizontalBeamwidthDegrees: 65) }
        guard digits.allSatisfy({ $0.isASCII && $0.isNumber }), let width = Double(digits), (5...180).contains(width) else { return nil }
        return .sector(horizontalBeamwidthDegrees: width)
    }

    /// Who gets a stand-in, and which.
    private static func replaced(_ name: String, _ users: [Site], _ sitesFile: String) -> Diagnostic {
        let standIns = users.contains { !$0.azimuthsDegrees.isEmpty } ? "sector-65 (omni without azimuths)" : "omni"
        let shown = users.prefix(3).map(\.id).joined(separator: ", ") + (users.count > 3 ? " and \(users.count - 3) more" : "")
        return Diagnostic(
            .warning, .antennaReplaced, file: sitesFile, field: "antenna", value: "\(name) → \(standIns): \(shown)",
            consequence: .fieldIgnored)
    }
}
