import Foundation
import Testing

@testable import phusong_bench

@Suite struct SecondOpinionCasesTests {
    private static let profile = "d,h,c,z\n0,300,0,4\n1,340,,4\n2,410,15,\n3,390\n4,310,0,4\n"
    private static let line = "4,1000,300,340,410,390,310\n"
    private static let itm =
        "profile,h_tx_m,h_rx_m,climate,N_0,f_mhz,pol,epsilon,sigma,mdvar,time,location,situation\n"
        + "p.csv,45,1.5,2,330,900,1,15,0.005,12,50,50,50\n"

    private func outcomes(
        _ cases: String, _ model: CaseModel, profile: String = profile, name: String = "p.csv", asFile: Bool = false
    ) throws -> [CaseOutcome] {
        let folder = FileManager.default.temporaryDirectory.appendingPathComponent("phusong-bench-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        let file = folder.appendingPathComponent(name)
        try Data(profile.utf8).write(to: file)
        let table = try CaseTable(DelimitedText(path: "c.csv", bytes: Array(cases.utf8)))
        return try CaseRun(model: model, table: table, folder: asFile ? file.path : folder.path).outcomes()
    }

    private func loss(_ cases: String, _ model: CaseModel, profile: String = profile, asFile: Bool = false) throws -> Double {
        try #require(try outcomes(cases, model, profile: profile, asFile: asFile).first).result.get().lossDB
    }

    @Test func itmReadsEitherFormOfProfileAndLeavesClutterAlone() throws {
        let whole = try loss(Self.itm, .itm)
        #expect(whole > 100 && whole < 200)
        #expect(try loss(Self.itm, .itm, profile: Self.profile.replacingOccurrences(of: ",15,", with: ",forest,9")) == whole)
        let single = try loss(Self.itm, .itm, profile: Self.line)
        #expect(abs(single - whole) < 1e-9)
    }

    @Test func itmReadsNTIAsTables() throws {
        let row = "45,1.5,15,0.005,330,900,1,2,50,50,50,12"
        let cases = "h_tx__meter,h_rx__meter,epsilon,sigma,N_0,f__mhz,pol,climate,time,location,situation,mdvar,A__db\n\(row),140\n"
        let outcome = try #require(try outcomes(cases, .itm, profile: Self.line, asFile: true).first)
        let answer = try outcome.result.get()
        #expect(abs(answer.lossDB - (try loss(Self.itm, .itm))) < 1e-9)
        #expect(outcome.referenceLossDB == 140 && outcome.profile == "p.csv:1")
        let names = Set(answer.intermediates.map(\.name))
        #expect(names.isSuperset(of: ["A_ref__db", "A_fs__db", "delta_h__meter", "N_s", "mode", "h_e_tx__meter"]))
        #expect(throws: InputDefects.self) { try outcomes(cases + row + ",140\n", .itm, profile: Self.line, asFile: true) }
    }

    @Test func defaultsAreTheMedianOverAverageGround() throws {
        let least = "profile,h_tx_m,h_rx_m,climate,N_0,f_mhz,pol\np.csv,45,1.5,2,330,900,v\n"
        #expect(try loss(least, .itm) == loss(Self.itm, .itm))
        let confident = "profile,h_tx_m,h_rx_m,climate,N_0,f_mhz,pol,confidence\np.csv,45,1.5,2,330,900,1,90\n"
        #expect(try loss(confident, .itm) > loss(Self.itm, .itm) + 3)
    }

    @Test func everyWrongCellOfItmIsNamed() throws {
        let cases =
            Self.itm + "p.csv,45,1.5,8,330,900,2,15,0.005,40,50,50,50\np.csv,0.2,1.5,2,330,10,1,15,0.005,12,0,50,50\n"
        let outcomes = try outcomes(cases, .itm)
        func fields(_ outcome: CaseOutcome) -> Set<String> {
            if case .failure(let error) = outcome.result { Set(error.defects.compactMap(\.field)) } else { [] }
        }
        #expect(fields(outcomes[0]).isEmpty)
        #expect(fields(outcomes[1]) == ["climate", "pol", "mdvar"])
        #expect(fields(outcomes[2]) == ["h_tx_m", "f_MHz", "time"])
    }

    @Test func unequalStepsAreReadFromStraightLinesAndTold() throws {
        let crooked = Self.profile.replacingOccurrences(of: "\n3,390", with: "\n3.4,390")
        let answer = try #require(try outcomes(Self.itm, .itm, profile: crooked).first).result.get()
        #expect(answer.warnings.contains { $0.contains("equally spaced") })
        #expect(answer.lossDB.isFinite)
    }

    @Test func extendedHataGoesFromTheBaseToTheMobile() throws {
        let cases = "profile,f_MHz,hb_m,hm_m,env\np.csv,2100,45,1.5,23\np.csv,2100,45,1.5,22\np.csv,2100,45,1.5,112\n"
        let losses = try outcomes(cases, .extendedHata).map { try $0.result.get().lossDB }
        #expect(losses[0] > losses[1] && losses[1] > losses[2])
        let held = "profile,f_MHz,hb_m,hm_m,env,ridge\np.csv,2100,45,1.5,23,held\np.csv,2100,45,1.5,23,flat\n"
        let others = try outcomes(held, .extendedHata)
        #expect(throws: Never.self) { try others[0].result.get() }
        #expect(throws: InputDefects.self) { try others[1].result.get() }
    }

    @Test func brokenLinesOfProfilesDoNotStopTheOthers() throws {
        let row = "45,1.5,2,330,900,1\n"
        let cases = "h_tx_m,h_rx_m,climate,N_0,f_mhz,pol\n" + row + row + row
        let outcomes = try outcomes(cases, .itm, profile: "3,100,1,2,3\n" + "4,1000,300,x,410,390,310\n" + Self.line, asFile: true)
        let good = outcomes.map { if case .success = $0.result { true } else { false } }
        #expect(good == [false, false, true])
    }
}
