import Foundation

/// What finished stages of runs have left for later ones: files named by the hash of everything that they were made from.
///
/// A stage is looked up, never trusted: a file whose content does not have its own hash is as good as none. What cannot be written is computed
/// again next time; nothing depends on it. Files appear whole, so that processes that share a store, or are killed, do each other no harm.
public struct StageStore: Sendable {
    /// Name of the folder beside the runs.
    static let folderName = ".stages"

    /// Where the files stand.
    public let folder: String

    /// The stages of a folder of runs.
    public init(store: String) { folder = "\(store)/\(Self.folderName)" }

    /// The stages that a run may use: those of the working folder's `runs`, when the run stands there; elsewhere nothing is left beside it.
    public init?(forRunAt path: String) {
        let parent = URL(fileURLWithPath: path).standardizedFileURL.deletingLastPathComponent().path
        guard parent == URL(fileURLWithPath: "runs").standardizedFileURL.path else { return nil }
        self.init(store: parent)
    }

    /// The hash over what a stage is made from, this program included.
    static func key(_ parts: [String]) -> String {
        Fingerprint.of(([ProgramVersion.current, build] + parts).joined(separator: "\n"))
    }

    /// The program's own file, by size and day: what another build has computed is not taken over.
    private static let build: String = {
        let path = Bundle.main.executablePath ?? ""
        let facts = try? FileManager.default.attributesOfItem(atPath: path)
        let day = (facts?[.modificationDate] as? Date)?.timeIntervalSince1970 ?? 0
        return "\((facts?[.size] as? NSNumber)?.int64Value ?? 0) \(day)"
    }()

    /// Bytes that were kept under a key; nil when there are none, or they are damaged. O(bytes).
    func bytes(_ stage: String, _ key: String) -> Data? {
        guard let data = FileManager.default.contents(atPath: path(stage, key)), data.count > Self.hashLength else { return nil }
        let content = data.dropFirst(Self.hashLength)
        guard data.prefix(Self.hashLength) == Data(Fingerprint.of(content).utf8) else { return nil }
        return Data(content)
    }

    /// Keeps bytes under a key. Two processes that do so at once write the same.
    func keep(_ content: Data, _ stage: String, _ key: String) {
        let target = path(stage, key)
        let partial = "\(target).partial-\(ProcessInfo.processInfo.processIdentifier)"
        let files = FileManager.default
        try? files.createDirectory(atPath: folder, withIntermediateDirectories: true)
        do {
            try (Data(Fingerprint.of(content).utf8) + content).write(to: URL(fileURLWithPath: partial))
        } catch {
            try? files.removeItem(atPath: partial)
            return
        }
        if rename(partial, target) != 0 { try? files.removeItem(atPath: partial) }
    }

    /// A value that was kept under a key; nil when there is none.
    func value<Value: Decodable>(_ type: Value.Type, _ stage: String, _ key: String) -> Value? {
        guard let bytes = bytes(stage, key) else { return nil }
        let decoder = JSONDecoder()
        decoder.nonConformingFloatDecodingStrategy = .convertFromString(positiveInfinity: "inf", negativeInfinity: "-inf", nan: "nan")
        return try? decoder.decode(type, from: bytes)
    }

    /// Keeps a value under a key. Doubles are written with all their digits.
    func keep(_ value: some Encodable, _ stage: String, _ key: String) {
        let encoder = JSONEncoder()
        encoder.outputFormatting = .sortedKeys
        encoder.nonConformingFloatEncodingStrategy = .convertToString(positiveInfinity: "inf", negativeInfinity: "-inf", nan: "nan")
        if let data = try? encoder.encode(value) { keep(data, stage, key) }
    }

    private static let hashLength = 64

    private func path(_ stage: String, _ key: String) -> String { "\(folder)/\(stage)-\(key.prefix(24))" }
}

/// How much of a stage was taken from earlier runs; it stands in `run.json`.
public struct StageUse: Codable, Hashable, Sendable {
    /// What a stage is about.
    public enum Stage: String, Codable, Hashable, Sendable, CaseIterable {
        /// Heights of the ground, read into one grid.
        case terrain
        /// Level and grade of every village.
        case signal
        /// What every mast that may be built would reach, and how its sectors are turned.
        case reach
    }

    /// The stage that the numbers are of.
    public var stage: Stage
    /// Pieces taken from earlier runs: 1 terrain, villages, masts.
    public var reused: Int
    /// Pieces that had to be computed.
    public var computed: Int

    /// Describes the use of a stage.
    public init(stage: Stage, reused: Int, computed: Int) {
        self.stage = stage
        self.reused = reused
        self.computed = computed
    }
}
