import Foundation

/// The numbers of a text file, one after the other, wherever its lines end; each knows its line.
struct NumberStream {
    private let file: String
    private let bytes: [UInt8]
    private var position = 0
    private var line = 1

    /// - Throws: ``InputDefects`` when the file is not there or cannot be read.
    init(path: String) throws(InputDefects) {
        file = path
        bytes = try Self.bytes(of: path)
    }

    /// The contents of a file.
    static func bytes(of path: String) throws(InputDefects) -> [UInt8] {
        var isFolder: ObjCBool = false
        guard FileManager.default.fileExists(atPath: path, isDirectory: &isFolder) else {
            throw InputDefects(InputDefect(file: path, reason: "there is no such file", remedy: "check the name", isMissingFile: true))
        }
        guard !isFolder.boolValue, let data = FileManager.default.contents(atPath: path) else {
            throw InputDefects(InputDefect(file: path, reason: "it cannot be read", remedy: "name a readable file"))
        }
        return [UInt8](data)
    }

    /// Whether nothing but white space is left.
    mutating func isAtEnd() -> Bool {
        skipSpace()
        return position == bytes.count
    }

    /// The next number, of any kind.
    mutating func number(_ what: String) throws(InputDefects) -> Double {
        let word = try word(what)
        guard let value = Double(word), value.isFinite else {
            throw defect(what, "'\(word.prefix(40))' is no number", "correct it")
        }
        return value
    }

    /// The next number, which must be whole and in a range.
    mutating func whole(_ what: String, in range: ClosedRange<Int64>) throws(InputDefects) -> Int64 {
        let value = try number(what)
        guard let result = Int64(exactly: value) else {
            throw defect(what, "\(value) is no whole number", "scale the column to whole numbers")
        }
        guard range.contains(result) else {
            throw defect(what, "\(result) lies outside \(range.lowerBound)…\(range.upperBound)", "correct it")
        }
        return result
    }

    func defect(_ field: String?, _ reason: String, _ remedy: String) -> InputDefects {
        InputDefects(InputDefect(file: file, row: line, field: field, reason: reason, remedy: remedy))
    }

    private mutating func word(_ what: String) throws(InputDefects) -> String {
        skipSpace()
        let start = position
        while position < bytes.count, bytes[position] > 32 { position += 1 }
        guard position > start else { throw defect(what, "the file ends before it", "complete the file, or check --format") }
        return String(decoding: bytes[start..<position], as: UTF8.self)
    }

    private mutating func skipSpace() {
        while position < bytes.count, bytes[position] <= 32 {
            if bytes[position] == 10 { line += 1 }
            position += 1
        }
    }
}
