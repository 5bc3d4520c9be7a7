extension VN2000 {
    /// The zone in which a province, as it was until 2025-06-30, draws its maps.
    public struct Zone: Hashable, Sendable {
        /// Two-digit code of the General Statistics Office, valid until 2025-06-30.
        public let gsoCode: String
        /// The province's name, composed (NFC).
        public let province: String
        /// Central meridian, degrees east.
        public let centralMeridianDegrees: Double
        /// EPSG code of the projected system.
        public let epsgCode: Int
    }

    /// The zone of a former province by its two-digit code; nil for an unknown code.
    public static func zone(gsoCode: String) -> Zone? {
        zones.first { $0.gsoCode == gsoCode }
    }

    /// All 63 former provinces, by code.
    ///
    /// Source: Circular 973/2001/TT-TCDC and followers through the EPSG dataset; names from Vietnamese Provinces Database (MIT).
    public static let zones: [Zone] = [
        Zone(gsoCode: "01", province: "Hà Nội", centralMeridianDegrees: 105, epsgCode: 5897),
        Zone(gsoCode: "02", province: "Hà Giang", centralMeridianDegrees: 105.5, epsgCode: 9209),
        Zone(gsoCode: "04", province: "Cao Bằng", centralMeridianDegrees: 105.75, epsgCode: 9210),
        Zone(gsoCode: "06", province: "Bắc Kạn", centralMeridianDegrees: 106.5, epsgCode: 9213),
        Zone(gsoCode: "08", province: "Tuyên Quang", centralMeridianDegrees: 106, epsgCode: 9211),
        Zone(gsoCode: "10", province: "Lào Cai", centralMeridianDegrees: 104.75, epsgCode: 9208),
        Zone(gsoCode: "11", province: "Điện Biên", centralMeridianDegrees: 103, epsgCode: 9205),
        Zone(gsoCode: "12", province: "Lai Châu", centralMeridianDegrees: 103, epsgCode: 9205),
        Zone(gsoCode: "14", province: "Sơn La", centralMeridianDegrees: 104, epsgCode: 9206),
        Zone(gsoCode: "15", province: "Yên Bái", centralMeridianDegrees: 104.75, epsgCode: 9208),
        Zone(gsoCode: "17", province: "Hòa Bình", centralMeridianDegrees: 106, epsgCode: 9211),
        Zone(gsoCode: "19", province: "Thái Nguyên", centralMeridianDegrees: 106.5, epsgCode: 9213),
        Zone(gsoCode: "20", province: "Lạng Sơn", centralMeridianDegrees: 107.25, epsgCode: 9215),
        Zone(gsoCode: "22", province: "Quảng Ninh", centralMeridianDegrees: 107.75, epsgCode: 5899),
        Zone(gsoCode: "24", province: "Bắc Giang", centralMeridianDegrees: 107, epsgCode: 9214),
        Zone(gsoCode: "25", province: "Phú Thọ", centralMeridianDegrees: 104.75, epsgCode: 9208),
        Zone(gsoCode: "26", province: "Vĩnh Phúc", centralMeridianDegrees: 105, epsgCode: 5897),
        Zone(gsoCode: "27", province: "Bắc Ninh", centralMeridianDegrees: 105.5, epsgCode: 9209),
        Zone(gsoCode: "30", province: "Hải Dương", centralMeridianDegrees: 105.5, epsgCode: 9209),
        Zone(gsoCode: "31", province: "Hải Phòng", centralMeridianDegrees: 105.75, epsgCode: 9210),
        Zone(gsoCode: "33", province: "Hưng Yên", centralMeridianDegrees: 105.5, epsgCode: 9209),
        Zone(gsoCode: "34", province: "Thái Bình", centralMeridianDegrees: 105.5, epsgCode: 9209),
        Zone(gsoCode: "35", province: "Hà Nam", centralMeridianDegrees: 105, epsgCode: 5897),
        Zone(gsoCode: "36", province: "Nam Định", centralMeridianDegrees: 105.5, epsgCode: 9209),
        Zone(gsoCode: "37", province: "Ninh Bình", centralMeridianDegrees: 105, epsgCode: 5897),
        Zone(gsoCode: "38", province: "Thanh Hóa", centralMeridianDegrees: 105, epsgCode: 5897),
        Zone(gsoCode: "40", province: "Nghệ An", centralMeridianDegrees: 104.75, epsgCode: 9208),
        Zone(gsoCode: "42", province: "Hà Tĩnh", centralMeridianDegrees: 105.5, epsgCode: 9209),
        Zone(gsoCode: "44", province: "Quảng Bình", centralMeridianDegrees: 106, epsgCode: 9211),
        Zone(gsoCode: "45", province: "Quảng Trị", centralMeridianDegrees: 106.25, epsgCode: 9212),
        Zone(gsoCode: "46", province: "Thừa Thiên Huế", centralMeridianDegrees: 107, epsgCode: 9214),
        Zone(gsoCode: "48", province: "Đà Nẵng", centralMeridianDegrees: 107.75, epsgCode: 5899),
        Zone(gsoCode: "49", province: "Quảng Nam", centralMeridianDegrees: 107.75, epsgCode: 5899),
        Zone(gsoCode: "51", province: "Quảng Ngãi", centralMeridianDegrees: 108, epsgCode: 5898),
        Zone(gsoCode: "52", province: "Bình Định", centralMeridianDegrees: 108.25, epsgCode: 9217),
        Zone(gsoCode: "54", province: "Phú Yên", centralMeridianDegrees: 108.5, epsgCode: 9218),
        Zone(gsoCode: "56", province: "Khánh Hòa", centralMeridianDegrees: 108.25, epsgCode: 9217),
        Zone(gsoCode: "58", province: "Ninh Thuận", centralMeridianDegrees: 108.25, epsgCode: 9217),
        Zone(gsoCode: "60", province: "Bình Thuận", centralMeridianDegrees: 108.5, epsgCode: 9218),
        Zone(gsoCode: "62", province: "Kon Tum", centralMeridianDegrees: 107.5, epsgCode: 9216),
        Zone(gsoCode: "64", province: "Gia Lai", centralMeridianDegrees: 108.5, epsgCode: 9218),
        Zone(gsoCode: "66", province: "Đắk Lắk", centralMeridianDegrees: 108.5, epsgCode: 9218),
        Zone(gsoCode: "67", province: "Đắk Nông", centralMeridianDegrees: 108.5, epsgCode: 9218),
        Zone(gsoCode: "68", province: "Lâm Đồng", centralMeridianDegrees: 107.75, epsgCode: 5899),
        Zone(gsoCode: "70", province: "Bình Phước", centralMeridianDegrees: 106.25, epsgCode: 9212),
        Zone(gsoCode: "72", province: "Tây Ninh", centralMeridianDegrees: 105.5, epsgCode: 9209),
        Zone(gsoCode: "74", province: "Bình Dương", centralMeridianDegrees: 105.75, epsgCode: 9210),
        Zone(gsoCode: "75", province: "Đồng Nai", centralMeridianDegrees: 107.75, epsgCode: 5899),
        Zone(gsoCode: "77", province: "Bà Rịa - Vũng Tàu", centralMeridianDegrees: 107.75, epsgCode: 5899),
        Zone(gsoCode: "79", province: "Hồ Chí Minh", centralMeridianDegrees: 105.75, epsgCode: 9210),
        Zone(gsoCode: "80", province: "Long An", centralMeridianDegrees: 105.75, epsgCode: 9210),
        Zone(gsoCode: "82", province: "Tiền Giang", centralMeridianDegrees: 105.75, epsgCode: 9210),
        Zone(gsoCode: "83", province: "Bến Tre", centralMeridianDegrees: 105.75, epsgCode: 9210),
        Zone(gsoCode: "84", province: "Trà Vinh", centralMeridianDegrees: 105.5, epsgCode: 9209),
        Zone(gsoCode: "86", province: "Vĩnh Long", centralMeridianDegrees: 105.5, epsgCode: 9209),
        Zone(gsoCode: "87", province: "Đồng Tháp", centralMeridianDegrees: 105, epsgCode: 5897),
        Zone(gsoCode: "89", province: "An Giang", centralMeridianDegrees: 104.75, epsgCode: 9208),
        Zone(gsoCode: "91", province: "Kiên Giang", centralMeridianDegrees: 104.5, epsgCode: 9207),
        Zone(gsoCode: "92", province: "Cần Thơ", centralMeridianDegrees: 105, epsgCode: 5897),
        Zone(gsoCode: "93", province: "Hậu Giang", centralMeridianDegrees: 105, epsgCode: 5897),
        Zone(gsoCode: "94", province: "Sóc Trăng", centralMeridianDegrees: 105.5, epsgCode: 9209),
        Zone(gsoCode: "95", province: "Bạc Liêu", centralMeridianDegrees: 105, epsgCode: 5897),
        Zone(gsoCode: "96", province: "Cà Mau", centralMeridianDegrees: 104.5, epsgCode: 9207),
    ]
}
