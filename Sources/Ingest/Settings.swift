import Foundation
import Planning
import Yams

/// A YAML file read key by key, every defect kept with its line.
///
/// Unknown keys are errors: a misspelt key that is silently ignored is a wrong result.
public final class SettingsFile {
    /// The file as people name it.
    public let displayName: String
    /// Folder of the file, without a trailing slash: paths in it are relative to this.
    public let folder: String
    /// The files that this one is made of, by the lines at which they begin when all are counted through; the file itself is the last one.
    let sources: [Source]
    /// Number of lines of all files together.
    let lineCount: Int
    /// Every defect noted so far, in order.
    public private(set) var diagnostics: [Diagnostic] = []
    let node: Node
    /// Where a layer has taken a key out, by its full name: that is the line to blame when it is missed.
    let takenOut: [String: Int]

    /// One of the files that settings are made of.
    struct Source {
        var displayName: String
        var folder: String
        /// Lines of the files before it.
        var linesBefore: Int
    }

    /// Settings from parts that were read before.
    init(
        node: Node, sources: [Source], lineCount: Int, displayName: String, folder: String, diagnostics: [Diagnostic],
        takenOut: [String: Int]
    ) {
        (self.node, self.sources, self.lineCount) = (node, sources, lineCount)
        (self.displayName, self.folder, self.diagnostics, self.takenOut) = (displayName, folder, diagnostics, takenOut)
    }

    /// Reads and parses the file.
    ///
    /// - Parameters:
    ///   - linesBefore: lines of other files of which it is a continuation.
    ///   - pathsFrom: the folder that relative paths in it start from; nil = its own.
    /// - Throws: `InputError` when the file is missing, not UTF-8, or not a YAML mapping.
    public init(path: String, displayName: String, linesBefore: Int = 0, pathsFrom: String? = nil) throws(InputError) {
        self.displayName = displayName
        self.folder = pathsFrom ?? (path as NSString).deletingLastPathComponent
        takenOut = [:]
        sources = [Source(displayName: displayName, folder: folder, linesBefore: linesBefore)]
        var isFolder: ObjCBool = false
        guard FileManager.default.fileExists(atPath: path, isDirectory: &isFolder), !isFolder.boolValue else {
            throw InputError(.missing, [Diagnostic(.error, .fileMissing, file: displayName, consequence: .fileRejected)])
        }
        guard let bytes = FileManager.default.contents(atPath: path) else {
            throw InputError(.badData, [Diagnostic(.error, .fileUnreadable, file: displayName, consequence: .fileRejected)])
        }
        guard let text = String(data: bytes, encoding: .utf8) else {
            throw InputError(.badData, [Diagnostic(.error, .wrongEncoding, file: displayName, consequence: .fileRejected)])
        }
        func rejected(line: Int?, key: String = "", _ value: String) -> InputError {
            InputError(
                .badData,
                [
                    Diagnostic(
                        .error, .settingInvalid, file: displayName, row: line, field: key, value: value, consequence: .fileRejected)
                ])
        }
        do {
            // Blank lines ahead: the parser then counts lines through all files, so that every value knows where it stands.
            guard let root = try Yams.compose(yaml: String(repeating: "\n", count: linesBefore) + text) else {
                throw rejected(line: nil, "the file is empty")
            }
            guard case .mapping = root else { throw rejected(line: 1, "the file is not a list of `key: value` lines") }
            node = root
            lineCount = linesBefore + text.utf8.count { $0 == UInt8(ascii: "\n") } + 1
        } catch let error as InputError {
            throw error
        } catch let error as YamlError {
            switch error {
            case .scanner(_, let problem, let mark, _), .parser(_, let problem, let mark, _), .composer(_, let problem, let mark, _):
                throw rejected(line: mark.line - linesBefore, problem)
            case .reader(let problem, _, _, _):
                throw rejected(line: nil, problem)
            case .duplicatedKeysInMapping(let keys, let context):
                throw rejected(line: context.mark.line - linesBefore, key: keys.first ?? "", "the key stands twice")
            default: throw rejected(line: nil, "this is no YAML")
            }
        } catch {
            throw rejected(line: nil, "\(error)")
        }
    }

    /// The top level of the file.
    public func root(keys: [String]) -> SettingsMapping {
        SettingsMapping(node: node, keyPath: "", keys: keys, file: self)
    }

    /// Adds a defect at a line.
    public func report(
        _ severity: Diagnostic.Severity, _ code: DiagnosticCode, line: Int?, key: String, value: String = "",
        consequence: Diagnostic.Consequence = .fileRejected
    ) {
        let source = line.map(source) ?? sources.last
        let found = Diagnostic(
            severity, code, file: source?.displayName ?? displayName, row: line.map { $0 - (source?.linesBefore ?? 0) }, field: key,
            value: value, consequence: consequence)
        // A mapping that is looked at twice has its defects once.
        if !diagnostics.contains(found) { diagnostics.append(found) }
    }

    /// Throws when any error was reported.
    public func throwErrors() throws(InputError) {
        if diagnostics.contains(where: { $0.severity == .error }) { throw InputError(.badData, diagnostics) }
    }

    /// The file that a line belongs to.
    private func source(atLine line: Int) -> Source? { sources.last { $0.linesBefore < line } }

    /// The absolute path that a path at a line stands for; nil = of the file itself.
    func resolve(_ path: String, atLine line: Int?) -> String {
        let folder = (line.flatMap(source) ?? sources.last)?.folder ?? folder
        let joined = (path as NSString).isAbsolutePath ? path : "\(folder.isEmpty ? "." : folder)/\(path)"
        return URL(fileURLWithPath: joined).standardizedFileURL.path
    }
}

/// One mapping of a settings file, with the keys that it may have.
public struct SettingsMapping {
    let node: Node
    /// Where the mapping stands, such as `coverage`; empty at the top.
    public let keyPath: String
    /// The file that it is part of.
    public let file: SettingsFile

    init(node: Node, keyPath: String, keys: [String], file: SettingsFile) {
        self.node = node
        self.keyPath = keyPath
        self.file = file
        guard !keys.isEmpty, let mapping = node.mapping else { return }
        var seen: Set<String> = []
        for (key, _) in mapping {
            let name = key.string ?? ""
            if !seen.insert(name).inserted {
                file.report(.error, .settingInvalid, line: key.mark?.line, key: path(name), value: "the key stands twice")
            } else if !keys.contains(name) {
                let nearest = NearestWord.to(name, among: keys)
                file.report(
                    .error, .settingUnknown, line: key.mark?.line, key: path(name), value: nearest.map { "did you mean `\($0)`?" } ?? "")
            }
        }
    }

    /// The keys present, in file order.
    public var presentKeys: [String] { node.mapping?.keys.compactMap(\.string) ?? [] }

    /// A key's full name, such as `coverage.rule`.
    public func path(_ key: String) -> String { keyPath.isEmpty ? key : "\(keyPath).\(key)" }

    /// A key's value as YAML on one line; nil when it is not there. Paths in it are as they stand.
    public func flow(_ key: String) -> String? { child(key).map(SettingsFile.flow) }

    /// The line of a key's value, from 1.
    public func line(_ key: String) -> Int? { child(key)?.mark?.line }

    /// The line to blame for a key that is not there: where a layer has taken it out, else where its mapping begins.
    public func lineOfMissing(_ key: String) -> Int? { file.takenOut[path(key)] ?? node.mark?.line }

    /// The absolute path that a path in a key's value stands for: relative to the file that the value stands in.
    public func resolve(_ path: String, of key: String) -> String { file.resolve(path, atLine: line(key)) }

    /// Whether the key is there with a value.
    public func has(_ key: String) -> Bool { child(key) != nil }

    /// True when the value is itself a mapping.
    public func isMapping(_ key: String) -> Bool { child(key)?.mapping != nil }

    private func child(_ key: String) -> Node? {
        guard let value = node.mapping?[key] else { return nil }
        if value.scalar != nil, value.null != nil, value.string?.isEmpty ?? true { return nil }
        return value
    }

    /// Reports that a value cannot be used.
    public func invalid(_ key: String, _ explanation: String) {
        file.report(.error, .settingInvalid, line: line(key), key: path(key), value: explanation)
    }

    /// A text value; reports and returns nil when it is missing though required, or not a scalar.
    public func string(_ key: String, required: Bool = false) -> String? {
        guard let value = child(key) else {
            if required { file.report(.error, .settingMissing, line: lineOfMissing(key), key: path(key)) }
            return nil
        }
        guard let text = value.scalar?.string else {
            invalid(key, "a single value is expected")
            return nil
        }
        return text.precomposedStringWithCanonicalMapping
    }

    /// A finite number inside `range`.
    public func number(_ key: String, in range: ClosedRange<Double>, required: Bool = false) -> Double? {
        guard let text = string(key, required: required) else { return nil }
        guard let value = Double(text.replacingOccurrences(of: "_", with: "")), value.isFinite else {
            invalid(key, "`\(text)` is not a number")
            return nil
        }
        guard range.contains(value) else {
            invalid(key, "\(text) is outside \(range.lowerBound) to \(range.upperBound)")
            return nil
        }
        return value
    }

    /// A whole number inside `range`. Digits may be grouped with `_`.
    public func integer(_ key: String, in range: ClosedRange<Int64>, required: Bool = false) -> Int64? {
        guard let text = string(key, required: required) else { return nil }
        guard let value = Int64(text.replacingOccurrences(of: "_", with: "")) else {
            invalid(key, "`\(text)` is not a whole number")
            return nil
        }
        guard range.contains(value) else {
            invalid(key, "\(text) is outside \(range.lowerBound) to \(range.upperBound)")
            return nil
        }
        return value
    }

    /// `true` or `false`.
    public func boolean(_ key: String) -> Bool? {
        guard let text = string(key) else { return nil }
        switch text.lowercased() {
        case "true", "yes": return true
        case "false", "no": return false
        default:
            invalid(key, "`\(text)` is neither true nor false")
            return nil
        }
    }

    /// A day, `2022-09-30`.
    public func date(_ key: String, required: Bool = false) -> CalendarDate? {
        guard let text = string(key, required: required) else { return nil }
        guard let date = CalendarDate(text) else {
            invalid(key, "`\(text)` is not a day; write it as 2022-09-30")
            return nil
        }
        return date
    }

    /// One of the listed words.
    public func choice<Choice: RawRepresentable & CaseIterable>(_ key: String, _ type: Choice.Type, required: Bool = false) -> Choice?
    where Choice.RawValue == String {
        guard let text = string(key, required: required) else { return nil }
        guard let choice = Choice(rawValue: text) else {
            invalid(key, "`\(text)` is not one of \(Choice.allCases.map(\.rawValue).joined(separator: ", "))")
            return nil
        }
        return choice
    }

    /// A mapping below this one. An empty `keys` accepts any.
    public func mapping(_ key: String, keys: [String], required: Bool = false) -> SettingsMapping? {
        guard let value = child(key) else {
            if required { file.report(.error, .settingMissing, line: lineOfMissing(key), key: path(key)) }
            return nil
        }
        guard value.mapping != nil else {
            invalid(key, "`key: value` lines are expected")
            return nil
        }
        return SettingsMapping(node: value, keyPath: path(key), keys: keys, file: file)
    }

    /// The values of a list as texts; a single value counts as a list of one.
    public func strings(_ key: String) -> [String]? {
        guard let value = child(key) else { return nil }
        if let text = value.scalar?.string { return [text.precomposedStringWithCanonicalMapping] }
        guard let sequence = value.sequence else {
            invalid(key, "a list is expected")
            return nil
        }
        return sequence.compactMap { item in
            if let text = item.scalar?.string { return text.precomposedStringWithCanonicalMapping }
            invalid(key, "a list of single values is expected")
            return nil
        }
    }

    /// The mappings of a list; a single mapping counts as a list of one. Scalars in the list are read as `[scalarKey: value]`.
    public func mappings(_ key: String, keys: [String], scalarKey: String? = nil) -> [SettingsMapping] {
        guard let value = child(key) else { return [] }
        let items: [Node] = value.sequence.map { Array($0) } ?? [value]
        return items.enumerated().compactMap { index, item in
            let itemPath = value.sequence == nil ? path(key) : "\(path(key))[\(index + 1)]"
            if item.mapping != nil { return SettingsMapping(node: item, keyPath: itemPath, keys: keys, file: file) }
            if let scalarKey, let scalar = item.scalar {
                var made = Node([(Node(scalarKey), item)])
                made.mapping?.mark = scalar.mark
                return SettingsMapping(node: made, keyPath: itemPath, keys: keys, file: file)
            }
            invalid(key, "`key: value` lines are expected")
            return nil
        }
    }

    /// A text in both languages: `{vi: …, en: …}`, or one text that stands for both.
    public func bilingual(_ key: String, required: Bool = false) -> Bilingual? {
        if isMapping(key) {
            guard let pair = mapping(key, keys: ["vi", "en"]) else { return nil }
            let vi = pair.string("vi")
            let en = pair.string("en")
            guard let either = vi ?? en else {
                invalid(key, "write vi and en")
                return nil
            }
            return Bilingual(vi: vi ?? either, en: en ?? either)
        }
        return string(key, required: required).map { Bilingual(vi: $0, en: $0) }
    }
}
