import Coverage
import Foundation
import Testing

@testable import Scenarios

@Suite struct LinkModelsTests {
    private func run(_ options: LinkOptions) throws -> LinkRun {
        let loaded = try LoadedProject(path: SampleFolder.province, rules: SampleFolder.rules)
        return try LinkRun(loaded, from: "105.28,21.97,60", to: "105.33,21.98,1.5", options)
    }

    @Test func everyModelSpeaksOnEveryCarrier() throws {
        let run = try run(.init(comparesModels: true))
        let opinions = try #require(run.comparison).opinions
        #expect(opinions.count == run.report.carriers.count * ModelComparison.Model.allCases.count)
        for opinion in opinions {
            let carrier = try #require(
                run.report.carriers.first { $0.technology == opinion.technology && $0.frequencyMHz == opinion.frequencyMHz })
            let level = try #require(carrier.level)
            let (loss, rsrp) = (try #require(opinion.lossDB), try #require(opinion.rsrpDBm))
            #expect(loss > 60 && loss < 400)
            // The same antennas and losses around every model.
            #expect(abs(rsrp + loss - level.rsrpDBm - level.lossDB) < 1e-9)
            if opinion.model == .p1812 { #expect(loss == level.lossDB && abs(rsrp - level.rsrpDBm) < 1e-9) }
            if !opinion.model.knowsTerrain { #expect(opinion.warnings.contains { $0.en.contains("no terrain") }) }
            for warning in opinion.warnings { #expect(!warning.vi.isEmpty && warning.vi != warning.en) }
        }
    }

    @Test func theDocumentHasThemOnlyWhereAsked() throws {
        let plain = try CanonicalJSON.text(try run(.init()).document)
        #expect(!plain.contains("\"models\""))
        let asked = try run(.init(comparesModels: true)).document
        let text = try CanonicalJSON.text(asked)
        let back = try JSONDecoder().decode(LinkDocument.self, from: Data(text.utf8))
        #expect(back == asked)
        #expect(Set(back.models?.map(\.model) ?? []) == Set(ModelComparison.Model.allCases))
        var without = asked
        without.models = nil
        #expect(try CanonicalJSON.text(without) == plain)
    }
}
