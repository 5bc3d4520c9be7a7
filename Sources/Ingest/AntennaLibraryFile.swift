import Foundation
import Planning
import Radio

/// Where a pattern file stands, judged before anything is opened.
enum AntennaFile {
    /// A path inside the project folder.
    case path(String)
    /// No pattern file, and why.
    case notAPattern(String)

    static let endings = ["msi", "pln", "ant"]
    /// No pattern is near this long; a wrong file need not be read whole.
    static let greatestByteCount = 4_000_000
    /// So many defects of one file are told.
    static let toldDefects = 20

    init(name: String, projectFolder: String) {
        // Tables from Windows write the other slash.
        let path = name.replacingOccurrences(of: "\\", with: "/")
        guard Self.endings.contains((path as NSString).pathExtension.lowercased()) else {
            self = .notAPattern(name)
            return
        }
        // The table of sites may come from anywhere: it may not make the program look at files outside the project.
        let parts = path.split(separator: "/", omittingEmptySubsequences: false)
        guard !path.hasPrefix("/"), !path.hasPrefix("~"), !parts.contains(".."), !path.contains(":") else {
            self = .notAPattern("\(name): not inside the project folder")
            return
        }
        self = .path("\(projectFolder.isEmpty ? "." : projectFolder)/" + parts.filter { $0 != "." && !$0.isEmpty }.joined(separator: "/"))
    }

    /// Reads one pattern; nil after noting why not.
    static func read(_ path: String, displayName: String, into log: inout [Diagnostic]) -> SiteAntenna? {
        func reject(_ code: DiagnosticCode, _ value: String = "") {
            log.append(Diagnostic(.error, code, file: displayName, value: value, consequence: .fileRejected))
        }
        let real = (path as NSString).resolvingSymlinksInPath
        guard let attributes = try? FileManager.default.attributesOfItem(atPath: real) else {
            reject(.fileMissing)
            return nil
        }
        // A pipe would never end.
        guard attributes[.type] as? FileAttributeType == .typeRegular else {
            reject(.fileUnreadable, "not a file")
            return nil
        }
        let byteCount = (attributes[.size] as? NSNumber)?.intValue ?? 0
        guard byteCount <= greatestByteCount else {
            reject(.fileUnreadable, "\(byteCount) bytes; a pattern has no more than \(greatestByteCount)")
            return nil
        }
        guard let bytes = FileManager.default.contents(atPath: real) else {
            reject(.fileUnreadable)
            return nil
        }
        // Old files have a degree sign or a name in one byte a character; every byte is one in Latin-1.
        guard let text = String(data: bytes, encoding: .utf8) ?? String(data: bytes, encoding: .isoLatin1) else {
            reject(.wrongEncoding)
            return nil
        }
        do {
            let name = ((displayName as NSString).lastPathComponent as NSString).deletingPathExtension
            // Two programs share the ending `.ant`.
            if (path as NSString).pathExtension.lowercased() == "ant", RadioMobileAnt.isOne(text) {
                let shape = try RadioMobileAnt(text: text, name: name)
                tell(shape.remarks, displayName, into: &log)
                return .shape(shape)
            }
            let pattern = try MSIPattern(text: text, name: name)
            tell(pattern.remarks, displayName, into: &log)
            return .pattern(pattern)
        } catch {
            tell(error.defects, displayName, into: &log)
            return nil
        }
    }

    private static func tell(_ defects: [AntennaPatternDefect], _ file: String, into log: inout [Diagnostic]) {
        // Errors are never crowded out by remarks.
        let ordered = defects.filter { !$0.code.isRemark } + defects.filter(\.code.isRemark)
        for (index, defect) in ordered.enumerated() {
            let rest = ordered.count - index
            let isLast = index == toldDefects - 1 && rest > 1
            let found = defect.found.isEmpty ? "" : " (`\(defect.found)`)"
            let more = isLast ? " … and \(rest - 1) more" : ""
            log.append(
                Diagnostic(
                    defect.code.isRemark ? .warning : .error,
                    defect.code.isRemark ? .antennaPatternRemark : .antennaPatternInvalid, file: file, row: defect.line,
                    field: defect.field,
                    value: "\(defect.code.reason)\(found); \(defect.code.remedy)\(more)",
                    consequence: defect.code.isRemark ? .kept : .fileRejected))
            if isLast { return }
        }
    }
}
