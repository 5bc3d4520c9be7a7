import Testing

@testable import Coverage

@Suite struct ListNamingTests {
    @Test(arguments: [
        ("Thôn Khuổi Phìn", "khuoiphin"), ("BẢN BUNG", "bung"), ("Tổ dân phố Tân Quang", "tanquang"), ("Buôn Đắk Lắk", "daklak"),
        ("Bản", "ban"),
        ("Thôn 3", ""), ("Tổ dân phố 12", ""), ("Khu A", ""), ("Nà Lầu 2", "nalau2"),
    ])
    func unitWordsAreLeftOut(name: String, core: String) { #expect(ListNaming.folding.core(name) == core) }

    @Test(arguments: [
        ("Khuổi Phìn", "Bản Khuổi Phin", 1.0), ("Thôn 1", "Thôn 1", 0), ("Nà Lầu 1", "Nà Lầu 2", 0), ("Tân Lập", "Tân Lạc", 5.0 / 6),
    ])
    func similarityHasItsScore(left: String, right: String, score: Double) {
        let similarity = ListNaming.folding.similarity
        #expect(abs(similarity(left, right) - score) < 1e-12)
        #expect(similarity(left, right) == similarity(right, left))
    }

    @Test(arguments: [
        ("Trắng sóng", ListStatus.uncovered), ("lõm sóng", .partial), ("Đã phủ sóng", .covered), ("white", .uncovered),
        ("dented", .partial),
    ])
    func statusWordsAreUnderstood(word: String, status: ListStatus) { #expect(ListStatus(label: word) == status) }

    @Test(arguments: ["", "planned", "có thể", "active"]) func otherWordsAreNot(word: String) { #expect(ListStatus(label: word) == nil) }
}
