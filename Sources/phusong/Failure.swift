import ArgumentParser
import Candidates
import Foundation
import GeoFiles
import Ingest
import Planning
import Scenarios
import Siting

/// The exit codes of the design.
enum Exit {
    static let gapsFound: Int32 = 10
    static let infeasible: Int32 = 11
    static let stoppedAtLimit: Int32 = 12
    static let badData: Int32 = 65
    static let inputMissing: Int32 = 66
    static let cannotCreate: Int32 = 73
    static let ioError: Int32 = 74
    static let interrupted: Int32 = 130
}

/// Turns what went wrong into a sentence on stderr and an exit code.
enum Failure {
    /// Runs a command's body; every error leaves as its exit code after it was told.
    static func reporting(_ options: CommonOptions, _ body: () throws -> Void) throws {
        do {
            try body()
            if Interruption.isStopAsked { Interruption.leave(0) }
        } catch let code as ExitCode {
            if Interruption.isStopAsked { Interruption.leave(code.rawValue) }
            throw code
        } catch let usage as ValidationError {
            throw usage
        } catch {
            if Interruption.isProcessEnding { Interruption.awaitEnd() }
            let (code, lines) = describe(error, options.language)
            for line in lines { Terminal.talk(line) }
            if Interruption.isStopAsked { Interruption.leave(code) }
            throw ExitCode(code)
        }
    }

    private static func describe(_ error: any Error, _ language: Language) -> (Int32, [String]) {
        let prefix = language == .vietnamese ? "lỗi" : "error"
        switch error {
        case let error as InputError:
            return (error.kind == .missing ? Exit.inputMissing : Exit.badData, describe(error.diagnostics, language))
        case let error as StoreError:
            let code: Int32 =
                switch error.kind {
                case .cannotCreate: Exit.cannotCreate
                case .io: Exit.ioError
                case .missing: Exit.inputMissing
                case .badData: Exit.badData
                }
            return (code, ["\(prefix): \(error)"])
        case let error as GeoFileError:
            return (Self.code(of: error), ["\(prefix): \(error)"])
        case let error as LinkProblem:
            return (Exit.badData, ["\(prefix): \(error.text.text(language))"])
        case let error as DifferentDemand: return (Exit.badData, ["\(prefix): \(error.text.text(language))"])
        case is UnknownMustCover, is CostOverflow, is NoCountedTechnology, is SitingError:
            return (Exit.badData, ["\(prefix): \(error)"])
        default:
            return (1, ["\(prefix): \(error)"])
        }
    }

    private static func code(of error: GeoFileError) -> Int32 {
        switch error.code {
        case .cannotCreate: Exit.cannotCreate
        case .writeFailed: Exit.ioError
        case .missing: Exit.inputMissing
        default: Exit.badData
        }
    }

    private static func describe(_ diagnostics: [Diagnostic], _ language: Language) -> [String] {
        let prefix = language == .vietnamese ? "lỗi" : "error"
        let errors = diagnostics.filter { $0.severity == .error }
        let shown = 10
        var lines = errors.prefix(shown).map {
            "\(prefix): \($0.location(language)): \($0.message(language)); \($0.code.remedy.text(language))"
        }
        if errors.count > shown {
            let rest = errors.count - shown
            lines.append(
                language == .vietnamese
                    ? "… và \(rest) lỗi nữa: `phusong check` liệt kê tất cả" : "… and \(rest) more: `phusong check` lists all")
        }
        return lines
    }
}
