import Foundation
import Planning
import Testing

/// Words that people write into tables, and what they mean.
@Suite struct LabelTests {
    @Test(arguments: [
        ("2G", Technology.gsm2G), ("gsm", .gsm2G), ("GSM 900", .gsm2G), ("EDGE", .gsm2G), ("3G", .umts3G), ("UMTS", .umts3G),
        ("WCDMA2100", .umts3G), ("3G 2100 MHz", .umts3G), ("HSPA", .umts3G), ("4G", .lte4G), ("lte", .lte4G), ("LTE 1800", .lte4G),
        ("LTE-1800MHz", .lte4G), ("4G LTE", .lte4G), ("LTE Advanced", .lte4G), ("5G", .nr5G), ("NR", .nr5G), ("5g-nsa", .nr5G),
        ("NR3500", .nr5G),
    ])
    func technologies(label: String, technology: Technology) { #expect(Technology(label: label) == technology) }

    @Test(arguments: ["", "6G", "WiMAX", "wifi", "4G5G", "NB-IoT", "4 giờ", "LTE nhanh", "G", "mhz"])
    func noTechnology(label: String) { #expect(Technology(label: label) == nil) }

    @Test func technologiesAreOrderedByAge() {
        #expect(Technology.allCases.shuffled().sorted() == [.gsm2G, .umts3G, .lte4G, .nr5G])
    }

    @Test(arguments: [
        ("viettel", Operator.viettel), ("Viettel Telecom", .viettel), ("VTT", .viettel), ("452-04", .viettel), ("45204", .viettel),
        ("VNPT", .vnpt), ("VinaPhone", .vnpt), ("Vinaphone ", .vnpt), ("452 02", .vnpt), ("MobiFone", .mobifone), ("Mobifone", .mobifone),
        ("MBF", .mobifone), ("Vietnamobile", .vietnamobile), ("Hà Nội Telecom", .vietnamobile), ("Gtel", .gtel), ("GMobile", .gtel),
    ])
    func operators(label: String, carrier: Operator) { #expect(Operator(label: label) == carrier) }

    /// S-Fone (452-03) went off air in 2012 and belongs to nobody's network.
    @Test(arguments: ["", "Vietel", "Vodafone", "452-03", "460-00", "viettel2"])
    func noOperator(label: String) { #expect(Operator(label: label) == nil) }

    @Test func declaredOperators() throws {
        #expect(Operator.declared("Reddi Mobile")?.id == "reddi-mobile")
        #expect(Operator.declared("Mạng Của Tỉnh")?.id == "mang-cua-tinh")
        #expect(Operator.declared("VinaPhone") == .vnpt)
        #expect(Operator.declared(" – ") == nil)
        #expect(try #require(Operator.declared("Reddi")).displayName == "reddi")
    }

    @Test func operatorsAreTheirIDInJSON() throws {
        let data = try JSONEncoder().encode(Operator.known)
        #expect(String(decoding: data, as: UTF8.self) == #"["viettel","vnpt","mobifone","vietnamobile","gtel"]"#)
        #expect(try JSONDecoder().decode([Operator].self, from: data) == Operator.known)
        #expect(Set(Operator.known.map(\.displayName)).count == 5)
    }

    @Test(arguments: [
        ("grid", Electricity.grid), ("Có", .grid), ("có điện", .grid), ("Điện lưới", .grid), ("Có điện lưới quốc gia", .grid), ("1", .grid),
        ("true", .grid), ("x", .grid), ("none", .none), ("Không", .none), ("Chưa có điện", .none), ("chưa có điện lưới", .none),
        ("Không có điện lưới", .none), ("0", .none), ("solar", .none), ("off-grid", .none), ("Điện mặt trời", .none), ("", .unknown),
        ("unknown", .unknown), ("n/a", .unknown), ("không rõ", .unknown), ("Chưa rõ", .unknown),
    ])
    func electricity(label: String, value: Electricity) { #expect(Electricity(label: label) == value) }

    @Test(arguments: ["đôi khi", "2", "maybe", "gridless"])
    func noElectricity(label: String) { #expect(Electricity(label: label) == nil) }

    @Test(arguments: [
        ("", Site.Status.active), ("active", .active), ("On-Air", .active), ("Đang hoạt động", .active), ("Đã phát sóng", .active),
        ("Đang phát sóng", .active), ("planned", .planned), ("Quy hoạch", .planned), ("Dự kiến", .planned), ("Đang xây dựng", .planned),
        ("Chưa phát sóng", .planned), ("off", .off), ("Ngừng hoạt động", .off), ("Tạm ngừng", .off), ("Dừng hoạt động", .off),
        ("Đã tháo dỡ", .off), ("decommissioned", .off),
    ])
    func status(label: String, status: Site.Status) { #expect(Site.Status(label: label) == status) }

    @Test(arguments: ["có lẽ", "2", "broken?", "hoạt động kém"])
    func noStatus(label: String) { #expect(Site.Status(label: label) == nil) }

    @Test func deadZonesAreTheUncoveredAndThePartlyCovered() {
        #expect(Grade.allCases.filter(\.isDeadZone) == [.partial, .uncovered])
        for language in Language.allCases { #expect(Set(Grade.allCases.map { $0.label.text(language) }).count == 4) }
    }
}
