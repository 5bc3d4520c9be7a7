import Foundation
import Planning
import Testing

@Suite struct NameFoldingTests {
    /// Real names as tables write them, with the key and the slug that they share.
    static let names: [(written: String, key: String, slug: String)] = [
        ("Hà Giang", "hagiang", "ha-giang"), ("Tuyên Quang", "tuyenquang", "tuyen-quang"), ("Khuổi Phìn", "khuoiphin", "khuoi-phin"),
        ("KHUỔI PHÌN", "khuoiphin", "khuoi-phin"), ("Nà Rèi", "narei", "na-rei"), ("Đăk Lăk", "daklak", "dak-lak"),
        ("Đắk Lắk", "daklak", "dak-lak"), ("Đak Lak", "daklak", "dak-lak"), ("ĐẮK LẮK", "daklak", "dak-lak"),
        ("Đắk Nông", "daknong", "dak-nong"), ("Đăk Nông", "daknong", "dak-nong"), ("Đắk R'Lấp", "dakrlap", "dak-r-lap"),
        ("Ea H'leo", "eahleo", "ea-h-leo"), ("Krông Pắc", "krongpac", "krong-pac"), ("Hoà Bình", "hoabinh", "hoa-binh"),
        ("Hòa Bình", "hoabinh", "hoa-binh"), ("Thuỷ Nguyên", "thuynguyen", "thuy-nguyen"), ("Thủy Nguyên", "thuynguyen", "thuy-nguyen"),
        ("Mường Nhé", "muongnhe", "muong-nhe"), ("Mù Cang Chải", "mucangchai", "mu-cang-chai"), ("Sìn Hồ", "sinho", "sin-ho"),
        ("Lũng Cú", "lungcu", "lung-cu"), ("Đồng Văn", "dongvan", "dong-van"), ("Mèo Vạc", "meovac", "meo-vac"),
        ("Xín Mần", "xinman", "xin-man"), ("Nậm Pồ", "nampo", "nam-po"), ("Pác Nặm", "pacnam", "pac-nam"),
        ("Quỳ Châu", "quychau", "quy-chau"),
        ("Kỳ Sơn", "kyson", "ky-son"), ("A Lưới", "aluoi", "a-luoi"), ("Trường Sa", "truongsa", "truong-sa"),
        ("Hoàng Sa", "hoangsa", "hoang-sa"), ("Cư M'gar", "cumgar", "cu-m-gar"), ("Thị trấn Ít Ong", "thitranitong", "thi-tran-it-ong"),
        ("Bản Cưởm 2", "bancuom2", "ban-cuom-2"), ("Thôn 3 – Ea Bar", "thon3eabar", "thon-3-ea-bar"),
        ("Phường Đề Thám", "phuongdetham", "phuong-de-tham"), ("Ngã Bảy", "ngabay", "nga-bay"), ("Kẻ Gỗ", "kego", "ke-go"),
        ("  Tân-Lập  ", "tanlap", "tan-lap"), ("Ðăk Tô", "dakto", "dak-to"), ("Sơn\u{AD}La", "sonla", "sonla"), ("", "", ""), ("–", "", ""),
    ]

    @Test(arguments: names)
    func foldsRealNames(name: (written: String, key: String, slug: String)) {
        #expect(NameFolding.key(name.written) == name.key)
        #expect(NameFolding.slug(name.written) == name.slug)
    }

    @Test(arguments: names)
    func decomposedAndComposedAreOne(name: (written: String, key: String, slug: String)) {
        for form in [name.written.decomposedStringWithCanonicalMapping, name.written.precomposedStringWithCanonicalMapping] {
            #expect(NameFolding.key(form) == name.key)
            #expect(NameFolding.slug(form) == name.slug)
        }
    }

    /// Old and new style put the tone on another letter of the same vowel group.
    @Test(arguments: [
        ("hoà", "hòa"), ("thuý", "thúy"), ("loã", "lõa"), ("xoè", "xòe"), ("quý", "qúy"), ("Hoà Bình", "Hòa Bình"), ("tuỳ", "tùy"),
    ])
    func tonePlaceDoesNotMatter(pair: (String, String)) {
        #expect(pair.0 != pair.1)
        #expect(NameFolding.key(pair.0) == NameFolding.key(pair.1))
    }

    @Test(arguments: [("Nà Rèi", "Nà Rì"), ("Đồng Văn", "Đông Vân 2"), ("Tân Lập", "Tân Lạc")])
    func differentLettersStayDifferent(pair: (String, String)) {
        #expect(NameFolding.key(pair.0) != NameFolding.key(pair.1))
    }

    /// Every assigned scalar below U+20000, so that no script brings a surprise.
    @Test func foldingIsIdempotentOverUnicode() {
        for value in UInt32(0)..<0x2_0000 {
            guard let scalar = Unicode.Scalar(value) else { continue }
            let text = String(scalar)
            let key = NameFolding.key(text)
            guard NameFolding.key(key) == key, NameFolding.key(text.decomposedStringWithCanonicalMapping) == key,
                NameFolding.key(text.precomposedStringWithCanonicalMapping) == key
            else {
                Issue.record("U+\(String(value, radix: 16)) folds to \(key), then to \(NameFolding.key(key))")
                return
            }
        }
    }

    @Test func keysAndSlugsOfRandomTextAreStable() {
        var generator = SplitMix(state: 42)
        let letters = Array("aăâbcdđeêghiklmnoôơpqrstuưvxyÁẰỆĐỮ -'.2\u{0301}\u{0323}")
        for _ in 0..<2000 {
            let text = String((0..<Int.random(in: 0...12, using: &generator)).compactMap { _ in letters.randomElement(using: &generator) })
            let key = NameFolding.key(text)
            #expect(NameFolding.key(key) == key, "\(text)")
            let slug = NameFolding.slug(text)
            #expect(NameFolding.slug(slug) == slug, "\(text)")
            #expect(slug.filter { $0 != "-" } == key, "\(text)")
            #expect(!slug.hasPrefix("-") && !slug.hasSuffix("-") && !slug.contains("--"), "\(text)")
        }
    }
}
