import Testing

@testable import Ingest

@Suite struct NearestWordTests {
    @Test(arguments: [
        ("Vietel", ["viettel", "vnpt"], "viettel"), ("vilages", ["villages", "name"], "villages"),
        ("Ten thonn", ["Tên thôn", "Mã"], "Tên thôn"),
        ("completein", ["completeIn", "columns"], "completeIn"), ("lom", ["lon", "lat"], "lon"), ("la", ["lat"], "lat"),
    ])
    func findsTheWordThatWasMeant(word: String, known: [String], expected: String) {
        #expect(NearestWord.to(word, among: known) == expected)
    }

    @Test(arguments: ["vodafone", "x", "", "population"])
    func nothingIsNear(word: String) { #expect(NearestWord.to(word, among: ["viettel", "id", "lat"]) == nil) }

    /// Two equally near words: the first in the alphabet, whatever the order given.
    @Test func tiesDoNotDependOnOrder() {
        #expect(NearestWord.to("bat", among: ["cat", "hat"]) == "cat")
        #expect(NearestWord.to("bat", among: ["hat", "cat"]) == "cat")
    }

    @Test func aPageIsNoTypingError() {
        #expect(NearestWord.to(String(repeating: "a", count: 1_000_000), among: ["a"]) == nil)
    }
}
