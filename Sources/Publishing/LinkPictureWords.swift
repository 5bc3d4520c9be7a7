import Planning

/// The words that a link's picture brings itself.
enum LinkPictureWords {
    static let ground = Bilingual(vi: "Mặt đất", en: "Ground")
    static let surface = Bilingual(vi: "Bề mặt (gồm tán cây)", en: "Surface (canopy included)")
    static let clutter = Bilingual(vi: "Tán cây, nhà cửa", en: "Canopy, buildings")
    static let ray = Bilingual(vi: "Tia trực tiếp", en: "Direct ray")
    static let fresnel = Bilingual(vi: "Vùng Fresnel thứ nhất", en: "First Fresnel zone")
    static let innerFresnel = Bilingual(vi: "60 % vùng Fresnel", en: "60 % of the zone")
    static let obstacle = Bilingual(vi: "Vật cản chính", en: "Main obstacle")
    static let closest = Bilingual(vi: "Điểm sát tia nhất", en: "Closest to the ray")
    static let gap = Bilingual(vi: "Thiếu địa hình", en: "No terrain")
    static let transmitter = Bilingual(vi: "Máy phát", en: "Transmitter")
    static let receiver = Bilingual(vi: "Máy thu", en: "Receiver")
    static let transmitterHorizon = Bilingual(vi: "Chân trời phía phát", en: "Transmitter's horizon")
    static let receiverHorizon = Bilingual(vi: "Chân trời phía thu", en: "Receiver's horizon")
    static let heightAxis = Bilingual(vi: "Độ cao trên mực nước biển (m)", en: "Height above sea level (m)")
    static let distanceAxis = Bilingual(vi: "Khoảng cách từ máy phát (km)", en: "Distance from the transmitter (km)")

    static func end(_ name: String, ground: String, antenna: String) -> Bilingual {
        Bilingual(vi: "\(name): đất \(ground) m, ăng-ten +\(antenna) m", en: "\(name): ground \(ground) m, antenna +\(antenna) m")
    }

    static func obstacle(height: String, distance: String, clearance: Double, amount: String) -> Bilingual {
        clearance < 0
            ? Bilingual(
                vi: "Vật cản: đỉnh \(height) m ở km \(distance), cao hơn tia \(amount) m",
                en: "Obstacle: top \(height) m at km \(distance), \(amount) m above the ray")
            : Bilingual(
                vi: "Điểm sát tia nhất: \(height) m ở km \(distance), thấp hơn tia \(amount) m",
                en: "Closest point: \(height) m at km \(distance), \(amount) m below the ray")
    }

    static func bulge(_ height: String, factor: String, radius: String) -> Bilingual {
        Bilingual(
            vi: "Địa hình vẽ nâng theo độ cong Trái Đất: giữa đường +\(height) m (k = \(factor), a_e = \(radius) km).",
            en: "Terrain is drawn raised by the Earth's bulge: +\(height) m at mid-path (k = \(factor), a_e = \(radius) km).")
    }

    static let flatEarth = Bilingual(vi: "Vẽ trên Trái Đất phẳng.", en: "Drawn over a flat Earth.")

    static func exaggeration(_ factor: String) -> Bilingual {
        Bilingual(vi: "Phóng đứng \(factor) lần.", en: "Heights exaggerated \(factor) times.")
    }

    static func length(_ length: String, frequency: String) -> Bilingual {
        Bilingual(
            vi: "Mặt cắt địa hình dọc tuyến vô tuyến dài \(length) km ở \(frequency) MHz.",
            en: "Terrain profile along a radio path of \(length) km at \(frequency) MHz.")
    }

    static func gaps(_ length: String) -> Bilingual {
        Bilingual(vi: "\(length) km không có dữ liệu địa hình.", en: "\(length) km have no terrain data.")
    }
}
