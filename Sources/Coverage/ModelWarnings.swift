import Planning
import Radio

extension ModelComparison {
    static let unknownGround = Bilingual(
        vi: "không tính được: chưa biết địa hình trên đường truyền", en: "no answer: the ground of the path is not known")
    static let belowRange = Bilingual(
        vi: "dưới tầm của mô hình (250 m): không gian tự do và vật cản chính",
        en: "below the model's range (250 m): free space and the main obstacle")
    static let withoutClutter = Bilingual(vi: "không tính tán cây, nhà cửa", en: "clutter is not counted")
    static let withoutTerrain = Bilingual(vi: "không biết địa hình", en: "knows no terrain")
    static let extrapolated = Bilingual(vi: "ngoài phạm vi của mô hình", en: "outside the range of the model")

    static func refused(_ reason: String) -> Bilingual { Bilingual(vi: "không tính được: \(reason)", en: "no answer: \(reason)") }
}

extension ITMWarnings {
    private static let vietnamese: [(ITMWarnings, String)] = [
        (.transmitterHeight, "ăng-ten phát ngoài 1…1000 m, gần giới hạn của mô hình"),
        (.receiverHeight, "ăng-ten thu ngoài 1…1000 m, gần giới hạn của mô hình"),
        (.frequency, "tần số ngoài 40…10000 MHz, gần giới hạn của mô hình"),
        (.pathLong, "đường truyền dài hơn 1000 km"), (.pathVeryLong, "đường truyền dài hơn 2000 km"),
        (.pathSteep, "đường truyền quá ngắn so với chênh lệch độ cao ăng-ten (trên 200 mrad)"),
        (.pathShort, "đường truyền ngắn hơn 1 km"),
        (.transmitterHorizonAngle, "chân trời phía phát lệch trên 200 mrad"),
        (.receiverHorizonAngle, "chân trời phía thu lệch trên 200 mrad"),
        (.transmitterHorizonNear, "chân trời phía phát gần hơn 1/10 so với Trái Đất nhẵn"),
        (.receiverHorizonNear, "chân trời phía thu gần hơn 1/10 so với Trái Đất nhẵn"),
        (.transmitterHorizonFar, "chân trời phía phát xa hơn 3 lần so với Trái Đất nhẵn"),
        (.receiverHorizonFar, "chân trời phía thu xa hơn 3 lần so với Trái Đất nhẵn"),
        (.extremeVariability, "tỷ lệ phần trăm quá gần 0 hoặc 100"),
        (.surfaceRefractivity, "độ khúc xạ mặt đất dưới 250 đơn vị N"),
    ]

    /// One sentence for each warning, in NTIA's order.
    var sentences: [Bilingual] {
        zip(Self.vietnamese.filter { contains($0.0) }, texts).map { Bilingual(vi: $0.1, en: $1) }
    }
}

extension HataWarnings {
    private static let vietnamese: [(HataWarnings, String)] = [
        (.frequency, "tần số ngoài phạm vi của mô hình"),
        (.baseHeight, "độ cao hiệu dụng của ăng-ten trạm ngoài 30…200 m"),
        (.mobileHeight, "độ cao hiệu dụng của máy thu ngoài 1…10 m"),
        (.pathShort, "đường truyền ngắn hơn 1 km"), (.pathLong, "đường truyền dài hơn phạm vi của mô hình"),
        (.freeSpace, "công thức cho ít hơn không gian tự do, lấy không gian tự do"),
    ]

    /// One sentence for each warning.
    var sentences: [Bilingual] {
        zip(Self.vietnamese.filter { contains($0.0) }, texts).map { Bilingual(vi: $0.1, en: $1) }
    }
}
