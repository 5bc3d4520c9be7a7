import Foundation
import Testing

@testable import phusong_bench

@Suite struct ProfileCasesTests {
    private static let profile = "d,h,c,z\n0,300,0,4\n1,340,,4\n2,410,15,\n3,390\n4.4,310,0,4\n"
    private static let all =
        "profile,f_GHz,p_pct,pL_pct,htg_m,hrg_m,pol,lat_t,lon_t,lat_r,lon_r,DN,N0,dct_km,dcr_km,sigmaL_dB\n"
        + "p.csv,0.9,50,50,45,1.5,1,22.1,105.1,22.14,105.1,45,325,500,500,0\n"

    private func outcomes(_ cases: String, _ model: CaseModel = .p1812, profile: String = profile) throws -> [CaseOutcome] {
        let folder = FileManager.default.temporaryDirectory.appendingPathComponent("phusong-bench-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        try Data(profile.utf8).write(to: folder.appendingPathComponent("p.csv"))
        let table = try CaseTable(DelimitedText(path: "c.csv", bytes: Array(cases.utf8)))
        return try CaseRun(model: model, table: table, folder: folder.path).outcomes()
    }

    private func loss(_ cases: String, _ model: CaseModel = .p1812) throws -> Double {
        try #require(try outcomes(cases, model).first).result.get().lossDB
    }

    @Test func missingColumnsAndEmptyCellsHaveTheirDefaults() throws {
        let whole = try loss(Self.all)
        let least = "profile,f_GHz,htg_m,hrg_m,lat_t,lon_t,lat_r,lon_r\np.csv,0.9,45,1.5,22.1,105.1,22.14,105.1\n"
        #expect(try loss(least) == whole)
        #expect(try loss(Self.all.replacingOccurrences(of: "45,325,500,500,0", with: ",,,,")) == whole)
        #expect(whole > 100 && whole < 200)
    }

    @Test func orderAndCaseOfColumnsDoNotMatter() throws {
        let turned = "NOTE, Hrg_M ,htg_m,lon_r,LAT_R,lon_t,lat_t,F_MHZ,Profile\nx,1.5,45,105.1,22.14,105.1,22.1,9e2,p.csv\n"
        #expect(try loss(turned) == loss(Self.all))
    }

    @Test(arguments: [
        ("p.csv,0.9,50", "p.csv,0.9,10"), ("50,50,45", "50,50,60"), (",1,22.1", ",2,22.1"), ("0.9,", "0.7,"), ("500,0\n", "500,0.0001\n"),
    ]) func otherInputsGiveOtherLosses(old: String, new: String) throws {
        // σL alone changes nothing at 50 % of locations, which is why it takes its turn with 10 %.
        let base = new.hasSuffix("0.0001\n") ? Self.all.replacingOccurrences(of: "0.9,50,50", with: "0.9,50,10") : Self.all
        let changed = base.replacingOccurrences(of: old, with: new)
        #expect(changed != base)
        #expect(try loss(changed) != loss(base))
    }

    @Test func polarizationsGoByNumberOrLetter() throws {
        let vertical = Self.all.replacingOccurrences(of: ",1,22.1", with: ",2,22.1")
        #expect(try loss(Self.all.replacingOccurrences(of: ",1,22.1", with: ",V,22.1")) == loss(vertical))
        #expect(try loss(Self.all.replacingOccurrences(of: ",1,22.1", with: ",h,22.1")) == loss(Self.all))
    }

    @Test func deltaBullingtonLeavesClutterAndZonesAlone() throws {
        let cases = "profile,f_MHz,h_tx_agl_m,h_rx_agl_m,ae_km\np.csv,900,45,1.5,\np.csv,900,45,1.5,8500\n"
        let losses = try outcomes(cases, .deltaBullington).map { try $0.result.get().lossDB }
        let other = try outcomes(cases, .deltaBullington, profile: Self.profile.replacingOccurrences(of: ",15,", with: ",forest,9"))
        #expect(losses.count == 2 && losses[0] == losses[1] && losses[0] > 0)
        #expect(try other.map { try $0.result.get().lossDB } == losses)
    }

    @Test func freeSpaceIsTheClosedFormAlongTheRay() throws {
        let cases = "profile,f_MHz,h_tx_agl_m,h_rx_agl_m\np.csv,900,45,1.5\n"
        // 300 + 45 m down to 310 + 1.5 m over 4.4 km; 4π/c in the units of the formula is 32.4478 dB.
        let expected = 32.4478 + 20 * log10(900) + 10 * log10(4.4 * 4.4 + 0.0335 * 0.0335)
        #expect(abs(try loss(cases, .freeSpace) - expected) < 1e-4)
    }

    @Test func everyMissingColumnIsNamed() {
        let error = #expect(throws: InputDefects.self) { try outcomes("profile,htg_m\np.csv,45\n") }
        #expect(error?.defects.map(\.field) == ["f_GHz", "hrg_m", "lat_t", "lon_t", "lat_r", "lon_r"])
    }

    @Test func aBadRowLeavesTheOthersAlone() throws {
        let row = try #require(Self.all.split(separator: "\n").last)
        let cases =
            Self.all + row.replacingOccurrences(of: "0.9", with: "9e9") + "\n" + row.replacingOccurrences(of: "p.csv", with: "q.csv") + "\n"
            + row + "\n"
        let outcomes = try outcomes(cases)
        #expect(outcomes.map(\.row) == [2, 3, 4, 5])
        #expect(try outcomes[0].result.get().lossDB == outcomes[3].result.get().lossDB)
        let errors = outcomes.map { outcome in
            if case .failure(let error) = outcome.result { error.exitCode } else { Int32(0) }
        }
        #expect(errors == [0, 65, 66, 0])
    }

    @Test func jsonIsOneFlatObjectForEachRow() throws {
        let outcomes = try outcomes(Self.all + ",0.9\n")
        let data = try JSONEncoder().encode(outcomes)
        let objects = try #require(try JSONSerialization.jsonObject(with: data) as? [[String: Any]])
        #expect(objects.count == 2)
        let answer = try outcomes[0].result.get()
        let loss = try #require(objects[0]["lossDB"] as? Double)
        #expect(abs(loss - answer.lossDB) < 1e-12)
        #expect(objects[0]["profile"] as? String == "p.csv" && objects[0]["row"] as? Int == 2)
        #expect((objects[0]["warnings"] as? [String])?.isEmpty == true)
        for name in ["d", "theta", "hm", "Lbfs", "Lbulla", "Ldsph", "Ldp", "Lba", "Lbs", "Lbc", "Lb"] {
            let value = try #require(answer.intermediates.first { $0.name == name }?.value)
            // JSONSerialization's own reading of decimals is off by a bit now and then.
            let written = try #require(objects[0][name] as? Double)
            #expect(abs(written - value) <= 1e-14 * abs(value))
        }
        #expect(objects[1]["lossDB"] is NSNull && objects[1]["error"] is String)
    }

    @Test func aFryderykFileSaysTheSameAsATable() throws {
        let text = """
            made up,
            Tx LAT:,22.1
            Tx LON:,105.1
            Rx LAT:,22.14
            Rx LON:,105.1
            First Point TX or RX:,T
            {Begin of Meteorology},
            Average annual values dN (N-units/km):,45
            Average annual sea-level surface refractivity No (N-units):,325
            {End of meteorology},
            {Begin of Profile},
            Number of Points:,5
            0,300,2,0,4
            1,340,2,0,4
            2,410,2,15,4
            3,390,2,0,4
            4.4,310,2,0,4
            {End of Profile},
            {Begin of Measurements}
            900,45,,1.5,1,,,,,,,,30,,50,,80,100
            900,45,,1.5,1,,,,,,,,30,,10,,80
            {End of Measurements}
            """
        let outcomes = try FryderykFile(DelimitedText(path: "folder/f.csv", bytes: Array(text.utf8))).outcomes()
        #expect(outcomes.map(\.row) == [20, 21])
        #expect(outcomes.map(\.profile) == ["f.csv", "f.csv"])
        let expected = try loss(Self.all)
        #expect(try outcomes[0].result.get().lossDB == expected)
        #expect(outcomes[0].differenceDB == expected - 100)
        #expect(outcomes[1].differenceDB == nil)
        #expect(try outcomes[1].result.get().lossDB < expected)
    }
}
