import Foundation
import Planning
import Scenarios

/// Prints a page to PDF with a Chromium that is installed: headless, without network, with a profile of its own that goes away afterwards.
public struct PDFPrinter: Sendable {
    /// Absolute path of the program.
    public let browser: String

    /// The environment variable that names a browser, before `PATH` is looked through.
    public static let variable = "PHUSONG_CHROMIUM"
    /// Names looked for in `PATH`, in order.
    public static let names = ["chromium", "chromium-browser", "google-chrome"]

    /// Finds a browser.
    ///
    /// - Throws: `StoreError` (missing) when there is none, or the one that the environment names cannot be run.
    public init(environment: [String: String] = ProcessInfo.processInfo.environment) throws(StoreError) {
        if let named = environment[Self.variable], !named.isEmpty {
            guard Self.isProgram(named) else {
                throw StoreError(
                    .missing, path: named, reason: "the browser that \(Self.variable) names cannot be run",
                    remedy: "give the path of a Chromium")
            }
            browser = URL(fileURLWithPath: named).standardizedFileURL.path
            return
        }
        let folders = (environment["PATH"] ?? "").split(separator: ":").map(String.init)
        for name in Self.names {
            if let found = folders.map({ "\($0)/\(name)" }).first(where: Self.isProgram) {
                browser = found
                return
            }
        }
        throw StoreError(
            .missing, path: Self.names.joined(separator: ", "),
            reason: "a PDF is printed by Chromium, and none of these programs is in PATH",
            remedy: "install one, name it with \(Self.variable), or write HTML and print it from a browser")
    }

    private static func isProgram(_ path: String) -> Bool {
        var isFolder: ObjCBool = false
        return FileManager.default.fileExists(atPath: path, isDirectory: &isFolder) && !isFolder.boolValue
            && FileManager.default.isExecutableFile(atPath: path)
    }

    /// Prints one page. The clock's time that the browser writes into the file is replaced by the report's day, so that one browser gives the
    /// same bytes every time.
    ///
    /// - Parameter seconds: after which the browser is ended.
    /// - Throws: `StoreError` (I/O) when it fails or writes no PDF.
    public func convert(_ page: String, to file: String, asOf: CalendarDate, seconds: Double = 180) throws(StoreError) {
        let profile = "\(file).profile"
        defer { try? FileManager.default.removeItem(atPath: profile) }
        let process = Process()
        process.executableURL = URL(fileURLWithPath: browser)
        var arguments = [
            "--headless", "--disable-gpu", "--no-first-run", "--disable-extensions", "--disable-background-networking", "--disable-sync",
            "--host-resolver-rules=MAP * ~NOTFOUND", "--user-data-dir=\(profile)", "--no-pdf-header-footer", "--print-to-pdf=\(file)",
        ]
        // Chromium's own sandbox does not start for root; the page holds no script and may load nothing.
        if geteuid() == 0 { arguments.append("--no-sandbox") }
        process.arguments = arguments + [URL(fileURLWithPath: page).absoluteString]
        process.standardInput = FileHandle.nullDevice
        process.standardOutput = FileHandle.nullDevice
        process.standardError = FileHandle.nullDevice
        let ended = DispatchSemaphore(value: 0)
        process.terminationHandler = { _ in ended.signal() }
        do {
            try process.run()
        } catch {
            throw StoreError(.io, path: browser, reason: "the browser cannot be started", remedy: "run it by hand once, or write HTML")
        }
        if ended.wait(timeout: .now() + seconds) == .timedOut {
            process.terminate()
            if ended.wait(timeout: .now() + 5) == .timedOut { kill(process.processIdentifier, SIGKILL) }
            throw StoreError(
                .io, path: file, reason: "the browser did not finish within \(Int(seconds)) s",
                remedy: "write HTML and print it from a browser")
        }
        guard process.terminationStatus == 0, let data = FileManager.default.contents(atPath: file), data.starts(with: Data("%PDF-".utf8))
        else {
            throw StoreError(
                .io, path: file, reason: "\(browser) wrote no PDF (status \(process.terminationStatus))",
                remedy: "write HTML and print it from a browser")
        }
        try RunStore.write(Self.dated(data, asOf), to: file)
    }

    /// The document with the day in the place of the clock's time, digit for digit: nothing in it moves.
    static func dated(_ document: Data, _ day: CalendarDate) -> Data {
        var result = document
        let stamp = Data("\(day)".filter(\.isNumber).utf8) + Data("000000".utf8)
        for key in ["/CreationDate (D:", "/ModDate (D:"] {
            var from = result.startIndex
            while let found = result.range(of: Data(key.utf8), in: from..<result.endIndex) {
                let digits = found.upperBound..<min(result.endIndex, found.upperBound + stamp.count)
                from = found.upperBound
                guard digits.count == stamp.count, result[digits].allSatisfy({ (48...57).contains($0) }) else { continue }
                result.replaceSubrange(digits, with: stamp)
            }
        }
        return result
    }
}
