import ArgumentParser
import Foundation

/// `phusong-bench profile`. Thin: reads arguments, runs the cases, prints.
struct ProfileCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "profile",
        abstract: "Runs a propagation model on anyone's profiles and cases.",
        discussion: """
            Examples:
              phusong-bench profile --model p1812 --cases cases.csv --profiles profiles --json
              phusong-bench profile --model delta-bullington --cases cases.csv --profiles profiles
              phusong-bench profile --model itm --cases p2p.csv --profiles pfls.csv
              phusong-bench profile --cases path.csv

            A profile has one header line and is read by position: distance km, height m, clutter height m (0 when empty or absent), zone \
            (1 sea, 3 coastal, 4 inland; 4 when empty or absent). A case names its file in column `profile`, relative to --profiles. \
            Columns stand in any order, and others than these are ignored:
              p1812             f_GHz htg_m hrg_m lat_t lon_t lat_r lon_r, and with defaults p_pct 50, pL_pct 50, pol 1 (1 H, 2 V), DN 45, \
            N0 325, dct_km 500, dcr_km 500, sigmaL_dB 0
              delta-bullington  f_MHz h_tx_agl_m h_rx_agl_m, and with defaults ae_km 8500, pol 1; clutter and zones are not used; \
            lossDB is the diffraction loss L alone
              free-space        f_MHz h_tx_agl_m h_rx_agl_m; along the line between the antennas
              itm               f_MHz h_tx_m h_rx_m climate (1 to 7) N_0 pol (0 H, 1 V), and with defaults epsilon 15, sigma 0.005, mdvar 12, \
            time 50, location 50, situation 50; confidence and reliability may stand for the three; clutter and zones are not used
              ehata             f_MHz hb_m hm_m env (22 suburban, 23 urban, 24 dense urban, other rural), and with defaults reliability 50, \
            ridge extrapolated (or held); the profile runs from the base station to the mobile; height 0 is sea
            f_MHz may stand for f_GHz and the other way round.

            itm and ehata read heights at equal steps: where points lie otherwise by more than a twentieth of a step, heights are taken from \
            straight lines and a warning says so. --profiles may also be one file in NTIA's form, a line for each case in their order \
            (steps, step m, heights m); itm then also takes NTIA's own column names, and A__db beside each case as reference. A profile in a \
            folder may be such a line too.

            Without --profiles, --cases is an ITU "Fryderyk" file or a folder of such: each of its measurements is a case of p1812, and the \
            loss that the file states is put beside ours.

            --json prints an array in the order of the rows. Each object has lossDB, warnings, profile, row (line of the file) and every \
            intermediate value by its name in the Recommendation; from Fryderyk files also referenceLossDB and differenceDB.
            A bad row does not stop the others: it has lossDB null and its defects in error, which also stand on stderr as \
            file:row:field: reason; remedy. The exit code then says so.
            Exit codes: 0 ok · 64 usage · 65 bad data · 66 nothing wrong but that files are missing
            """)

    @Option(help: ArgumentHelp("p1812, delta-bullington, free-space, itm or ehata.", valueName: "model"))
    var model = CaseModel.p1812

    @Option(help: ArgumentHelp("Table of cases; without --profiles a Fryderyk file or a folder of such.", valueName: "file"))
    var cases: String

    @Option(help: ArgumentHelp("Folder of the profiles, or one file with a line for each case.", valueName: "path"))
    var profiles: String?

    @Flag(help: "Print one JSON array on stdout instead of a table.")
    var json = false

    func validate() throws {
        if profiles == nil, model != .p1812 {
            throw ValidationError("--model \(model.rawValue) wants --profiles; a Fryderyk file is for p1812.")
        }
    }

    func run() throws {
        let outcomes: [CaseOutcome]
        do {
            outcomes = try allOutcomes()
        } catch let error as InputDefects {
            Self.tell(error)
            throw ExitCode(error.exitCode)
        }
        if json {
            let encoder = JSONEncoder()
            encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
            print(String(decoding: try encoder.encode(outcomes), as: UTF8.self))
        } else {
            print(ProfileText(outcomes: outcomes).text, terminator: "")
        }
        let failures = outcomes.compactMap { outcome -> InputDefects? in
            if case .failure(let error) = outcome.result { error } else { nil }
        }
        // A profile that many cases share is told of once.
        var told = Set<InputDefect>()
        let defects = failures.flatMap(\.defects).filter { told.insert($0).inserted }
        guard !defects.isEmpty else { return }
        let all = InputDefects(defects)
        Self.tell(all)
        throw ExitCode(all.exitCode)
    }

    private func allOutcomes() throws -> [CaseOutcome] {
        if let profiles {
            guard FileManager.default.fileExists(atPath: profiles) else {
                throw InputDefects(
                    InputDefect(file: profiles, reason: "there is no such folder or file", remedy: "check --profiles", isMissingFile: true))
            }
            return try CaseRun(model: model, table: CaseTable(path: cases), folder: profiles).outcomes()
        }
        return try fryderykOutcomes()
    }

    /// Of the file itself, or of every CSV file of a folder by name; there a file that cannot be read does not stop the others.
    private func fryderykOutcomes() throws -> [CaseOutcome] {
        var isFolder: ObjCBool = false
        guard FileManager.default.fileExists(atPath: cases, isDirectory: &isFolder), isFolder.boolValue else {
            return try FryderykFile(path: cases).outcomes()
        }
        let names = try FileManager.default.contentsOfDirectory(atPath: cases).filter { $0.lowercased().hasSuffix(".csv") }.sorted()
        guard !names.isEmpty else {
            throw InputDefects(
                InputDefect(file: cases, reason: "the folder has no CSV file", remedy: "name a file or another folder", isMissingFile: true)
            )
        }
        return names.flatMap { Self.outcomes(of: cases + "/" + $0, name: $0) }
    }

    private static func outcomes(of path: String, name: String) -> [CaseOutcome] {
        do {
            return try FryderykFile(path: path).outcomes()
        } catch {
            return [CaseOutcome(profile: name, row: 1, result: .failure(error))]
        }
    }

    private static func tell(_ error: InputDefects) {
        FileHandle.standardError.write(Data((error.description + "\n").utf8))
    }
}

extension CaseModel: ExpressibleByArgument {}
