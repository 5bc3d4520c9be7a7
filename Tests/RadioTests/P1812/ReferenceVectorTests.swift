import Testing

@testable import Radio

@Suite("P.1812-8 against the public validation set") struct ReferenceVectorTests {
    @Test func allCasesAreThere() throws {
        #expect(try ReferenceCase.all.get().count == 63)
    }

    /// Rows of a log, by label and occurrence, and what we call them.
    static let names: [(label: String, occurrence: Int, name: String)] = [
        ("d", 0, "d"), ("dlt", 0, "dlt"), ("dlr", 0, "dlr"), ("th_t", 0, "theta_t"), ("th_r", 0, "theta_r"), ("th", 0, "theta"),
        ("hts", 0, "hts"), ("hrs", 0, "hrs"), ("htc", 0, "htc"), ("hrc", 0, "hrc"), ("w", 0, "omega"), ("dtm", 0, "dtm"),
        ("dlm", 0, "dlm"), ("phi", 0, "phi"), ("b0", 0, "b0"), ("ae", 0, "ae"), ("hst", 0, "hst_n"), ("hsr", 0, "hsr_n"),
        ("hst", 1, "hst"), ("hsr", 1, "hsr"), ("hstd", 0, "hstd"), ("hsrd", 0, "hsrd"), ("htc", 1, "htc'"), ("hrc", 1, "hrc'"),
        ("hte", 0, "hte"), ("hre", 0, "hre"), ("hm", 0, "hm"), ("Fi", 0, "Fi"), ("Fj", 0, "Fj"), ("Fk", 0, "Fk"),
        ("Lbfs", 0, "Lbfs"), ("Lb0p", 0, "Lb0p"), ("Lb0b", 0, "Lb0b"), ("Lbulla", 0, "Lbulla"), ("Lbulls", 0, "Lbulls"),
        ("Ldsph", 0, "Ldsph"), ("Ld50", 0, "Ld50"), ("Ldb", 0, "Ldb"), ("Ldp", 0, "Ldp"), ("Lbd50", 0, "Lbd50"),
        ("Lminb0p", 0, "Lminb0p"), ("Lba", 0, "Lba"), ("Lminbap", 0, "Lminbap"), ("Lbda", 0, "Lbda"), ("Lbam", 0, "Lbam"),
        ("Lbs", 0, "Lbs"), ("Lbc", 0, "Lbc"), ("Lb", 0, "Lb"), ("Ep", 0, "Ep"),
    ]

    @Test(arguments: (try? ReferenceCase.all.get()) ?? []) func everyValueAgrees(_ reference: ReferenceCase) throws {
        let prediction = try P1812.predict(reference.inputs, over: reference.profile)
        #expect(prediction.warnings.isEmpty)
        for (label, occurrence, name) in Self.names {
            let expected = try #require(reference.value(label, occurrence), "\(label) is not in the log")
            let value = prediction.named(name)
            // Ten significant digits are printed.
            let tolerance = 1e-6 * max(1, name.hasPrefix("L") ? 1 : abs(expected))
            #expect(abs(value - expected) <= tolerance, "\(name): \(value) instead of \(expected)")
        }
        // The log prints Lbd after Eq. (61) has overwritten it; Eq. (43) is Lb0p + Ldp.
        let lbd = try #require(reference.value("Lb0p")) + #require(reference.value("Ldp"))
        #expect(abs(prediction.named("Lbd") - lbd) <= 1e-6)
    }
}
