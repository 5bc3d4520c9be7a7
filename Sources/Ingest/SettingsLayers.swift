import Foundation
import Planning
import Yams

/// A value that a layer of settings changes.
public struct SettingChange: Hashable, Sendable {
    /// Full name, such as `plan.bandsMHz`.
    public var key: String
    /// One line of YAML; nil where there was nothing.
    public var before: String?
    /// Nil where the layer takes the key out.
    public var after: String?

    /// Whether the layer says what was said already.
    public var isWithoutEffect: Bool { before == after }
}

extension SettingsFile {
    /// Settings with a mapping of another file laid over them: mappings are joined key by key, any other value takes the place of the old one, and
    /// `null` takes a key out. A file that was named by its path alone may get more keys, `sites: sites.csv` and `sites: {crs: EPSG:3405}`.
    ///
    /// - Parameter layer: of a file that was read as a continuation of this one (`linesBefore:`), so that defects and paths are told apart.
    public func layered(_ layer: SettingsMapping) -> (file: SettingsFile, changes: [SettingChange]) {
        var changes: [SettingChange] = []
        var gone = takenOut
        let merged = Self.merged(node, layer.node, path: "", into: &changes, &gone)
        let file = SettingsFile(
            node: merged, sources: sources + layer.file.sources, lineCount: layer.file.lineCount, displayName: layer.file.displayName,
            folder: layer.file.folder, diagnostics: diagnostics, takenOut: gone)
        return (file, changes)
    }

    /// Lines of this file and those that it is made of: what a continuation of it begins after.
    public var linesInAll: Int { lineCount }

    private static func merged(
        _ base: Node, _ over: Node, path: String, into changes: inout [SettingChange], _ gone: inout [String: Int]
    ) -> Node {
        guard let mapping = base.mapping, let layer = over.mapping else { return over }
        var pairs = mapping.map { ($0.key, $0.value) }
        for (key, value) in layer {
            let name = key.string ?? ""
            let keyPath = path.isEmpty ? name : "\(path).\(name)"
            let position = pairs.firstIndex { $0.0.string == name }
            var old = position.map { pairs[$0].1 }
            if value.null != nil {
                changes.append(SettingChange(key: keyPath, before: old.map(text), after: nil))
                if let position { pairs.remove(at: position) }
                gone[keyPath] = value.mark?.line
                continue
            }
            if path.isEmpty, value.mapping != nil, value.mapping?["file"] == nil, let scalar = old?.scalar, old?.null == nil {
                var made = Node([(Node("file"), Node.scalar(scalar))])
                made.mapping?.mark = scalar.mark
                old = made
            }
            var next = value
            if let old, old.mapping != nil, value.mapping != nil {
                next = merged(old, value, path: keyPath, into: &changes, &gone)
            } else {
                changes.append(SettingChange(key: keyPath, before: old.map(text), after: text(value)))
            }
            if let position { pairs[position] = (key, next) } else { pairs.append((key, next)) }
        }
        var joined = Node(pairs)
        joined.mapping?.mark = mapping.mark
        return joined
    }

    /// A value as YAML on one line, quoted as it was quoted.
    static func flow(_ node: Node) -> String {
        switch node {
        case .scalar(let scalar):
            let isPlain = (scalar.style == .plain || scalar.style == .any) && !isAmbiguous(scalar.string)
            return isPlain ? (scalar.string.isEmpty ? "null" : scalar.string) : quoted(scalar.string)
        case .sequence(let items): return "[" + items.map(flow).joined(separator: ", ") + "]"
        case .mapping(let mapping):
            return "{" + mapping.map { "\(flow($0.key)): \(flow($0.value))" }.joined(separator: ", ") + "}"
        default: return "null"
        }
    }

    /// Whether a text means something else inside brackets than on a line of its own.
    private static func isAmbiguous(_ text: String) -> Bool {
        text.contains { ",[]{}\n\r".contains($0) } || text.contains(": ") || text.contains(" #") || text.hasSuffix(":")
    }

    /// A text in double quotes, on one line, as YAML and JSON read it.
    public static func quoted(_ text: String) -> String {
        let escaped = text.unicodeScalars.map { scalar -> String in
            switch scalar.value {
            case 0x22: "\\\""
            case 0x5C: "\\\\"
            case 0x0A: "\\n"
            case 0x0D: "\\r"
            case 0x09: "\\t"
            case ..<0x20, 0x7F...0x9F, 0x2028, 0x2029: "\\u" + String(scalar.value + 0x10000, radix: 16).dropFirst()
            default: String(scalar)
            }
        }
        return "\"" + escaped.joined() + "\""
    }

    /// A value on one line.
    private static func text(_ node: Node) -> String {
        switch node {
        case .scalar(let scalar): scalar.string
        case .sequence(let items): "[" + items.map(text).joined(separator: ", ") + "]"
        case .mapping(let mapping): "{" + mapping.map { "\($0.key.string ?? ""): \(text($0.value))" }.joined(separator: ", ") + "}"
        default: "…"
        }
    }
}
