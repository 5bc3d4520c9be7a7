import Foundation
import Planning
import Scenarios

/// What was written for one report, for `--json`.
public struct ReportManifest: Codable, Hashable, Sendable {
    /// One heading of the report.
    public struct Section: Codable, Hashable, Sendable {
        /// As in `3.2`, or a letter for an annex.
        public var number: String
        /// The heading in the report's language, without its number.
        public var title: String
        /// The anchor in the page.
        public var id: String
    }

    /// A file that was written.
    public struct File: Codable, Hashable, Sendable {
        /// Name of the page or of the sheets.
        public var file: String
        /// SHA-256 of its bytes, 64 hex digits.
        public var sha256: String
    }

    /// Name and version of the format.
    public var schema = "phusong.report/1"
    /// Name of the run's folder.
    public var run: String
    /// Input hash of the run, as its `run.json` states it.
    public var runInputHash: String
    /// `vi` or `en`.
    public var language: String
    /// The operator that it is for; nil = for the authority.
    public var `operator`: Operator?
    /// Sections, each followed by its subsections, in the order of the page.
    public var sections: [Section]
    /// Number of numbered tables.
    public var tables: Int
    /// Number of numbered figures.
    public var figures: Int
    /// Files of the inputs that were wanted for words and outlines, and are not there as they were.
    public var missing: [String]
    /// The page, then the sheets: what was asked for of the two.
    public var files: [File]
}

/// The report on a run, as a page and as sheets.
public struct ReportPublisher {
    private let folder: String
    private let document: ReportDocument

    /// Reads a run.
    ///
    /// - Parameters:
    ///   - folder: of a run of `gaps` or `plan`.
    ///   - carrier: the operator that it is for; nil = for the authority, with everything.
    ///   - projectFile: where the project stands now; nil = where the run's manifest says.
    ///   - dataFolder: of the shipped rules and data; nil = not found.
    /// - Throws: `StoreError` when the folder is no such run; `UnknownOperator` when neither the run nor this program knows the operator.
    public init(run folder: String, language: Language, for carrier: Operator? = nil, projectFile: String? = nil, dataFolder: String?)
        throws
    {
        self.folder = folder
        document = ReportDocument(
            try ReportContent(run: folder, language: language, carrier: carrier, projectFile: projectFile, dataFolder: dataFolder))
    }

    /// The page. The same run, inputs and language give the same bytes.
    public var html: String { document.html() }

    /// Writes into a staging folder.
    ///
    /// - Parameters:
    ///   - page: name of the HTML file; nil = none.
    ///   - sheets: name of the PDF file and the browser that prints it; nil = none.
    /// - Throws: `StoreError`.
    public func write(page: String?, sheets: (name: String, printer: PDFPrinter)?, to staging: String) throws -> ReportManifest {
        let html = Data(self.html.utf8)
        if let page { try RunStore.write(html, to: "\(staging)/\(page)") }
        if let sheets {
            let source = page ?? ".\(sheets.name).html"
            if page == nil { try RunStore.write(html, to: "\(staging)/\(source)") }
            try sheets.printer.convert("\(staging)/\(source)", to: "\(staging)/\(sheets.name)", asOf: document.content.manifest.asOf)
        }
        let names = [page, sheets?.name].compactMap { $0 }
        let totals = document.numbering.totals
        return ReportManifest(
            run: URL(fileURLWithPath: folder).standardizedFileURL.lastPathComponent, runInputHash: document.content.manifest.inputHash,
            language: document.content.language.rawValue, operator: document.content.carrier,
            sections: document.outline.map { .init(number: $0.number, title: $0.title, id: $0.id) }, tables: totals.tables,
            figures: totals.figures, missing: document.content.background.missing,
            files: names.map { .init(file: $0, sha256: Fingerprint.ofFile("\(staging)/\($0)") ?? "") })
    }
}
