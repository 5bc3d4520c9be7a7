import Candidates
import Planning
import Siting

extension FieldDictionary {
    static let powers = [word("grid", "điện lưới", "grid electricity"), word("solar", "điện mặt trời", "solar power")]
    static let linkKinds = [
        word("fibre", "cáp quang", "fibre"), word("microwave", "vi ba", "microwave"), word("satellite", "vệ tinh", "satellite"),
    ]
    static let hopVerdicts = [
        word("clear", "thông thoáng", "clear"), word("blocked", "bị địa hình chắn", "blocked by terrain"),
        word("rain", "mưa lấn át", "drowned by rain"), word("too-long", "quá dài", "too long"),
        word("unknown-ground", "chưa rõ địa hình", "over unknown ground"),
    ]

    /// Fields of sites and footprints.
    static let siteFields: [FieldEntry] = [
        FieldEntry(
            "operator", "operator", ("Nhà mạng", "Operator"), ("Mã nhà mạng, như `viettel`.", "Id of the operator, such as `viettel`.")),
        FieldEntry(
            "power_dbm", "power_dbm", unit: "dBm", ("Công suất", "Power"),
            ("Công suất mỗi sóng mang 10 MHz; trống nếu không biết.", "Power per 10 MHz carrier; null where not known.")),
        FieldEntry(
            "mast_height_m", "mast_m", unit: "m", ("Chiều cao cột", "Mast height"),
            ("Chiều cao anten so với mặt đất.", "Height of the antennas above ground.")),
        FieldEntry(
            "azimuth_deg", "azim_deg", unit: "°", ("Hướng anten", "Azimuths"),
            (
                "Góc phương vị các búp sóng, theo chiều kim đồng hồ từ bắc, cách nhau bằng dấu chấm phẩy; trống là đẳng hướng.",
                "Boresights clockwise from north, joined by semicolons; empty means omnidirectional."
            )),
        FieldEntry("tilt_deg", "tilt_deg", unit: "°", ("Góc cụp", "Tilt"), ("Góc cụp dưới đường chân trời.", "Tilt below the horizon.")),
        FieldEntry(
            "antenna", "antenna", ("Anten", "Antenna"), ("Tên anten hoặc tệp giản đồ hướng.", "Name of the antenna, or its pattern file.")),
        FieldEntry(
            "status", "status", ("Trạng thái", "Status"), ("Trạm có đang phát không.", "Whether the site is on air."),
            [
                word("active", "đang phát sóng", "on air"), word("planned", "chưa phát sóng", "not on air yet"),
                word("off", "đã ngừng", "switched off"),
            ]),
        FieldEntry(
            "confidential", "confidnt", ("Mật", "Confidential"), ("Nhà mạng khác không được xem.", "Other operators must not see it."),
            yesNo),
        FieldEntry(
            "shared", "shared", ("Chia sẻ", "Shared"), ("Chủ trạm cho dùng chung cột.", "The owner lets others use the mast."), yesNo),
        FieldEntry(
            "fibre", "fibre", ("Có cáp quang", "On fibre"),
            ("Trạm có cáp quang không; trống nếu không biết.", "Whether the site is on fibre; null where not known."), yesNo),
        FieldEntry(
            "site_id", "site_id", ("Mã trạm", "Site"),
            ("Mã trạm của vùng phủ, nếu được phép xem.", "Id of the footprint's site, where it may be seen.")),
        FieldEntry(
            "radius_m", "radius_m", unit: "m", ("Bán kính", "Radius"),
            ("Bán kính vòng tròn; trống với vùng phủ khai báo.", "Radius of a disc; null for stated footprints.")),
    ]

    static let ownOfSites: [FieldEntry] = [
        FieldEntry(
            "technologies", "techs", ("Công nghệ", "Technologies"),
            ("Công nghệ của trạm, cách nhau bằng dấu chấm phẩy.", "Technologies of the site, joined by semicolons."), technologies),
        FieldEntry(
            "band_mhz", "band_mhz", unit: "MHz", ("Băng tần", "Bands"),
            ("Băng tần, cách nhau bằng dấu chấm phẩy.", "Bands, joined by semicolons.")),
        FieldEntry(
            "evidence", "evidence", ("Biết từ đâu", "Evidence"), ("Trạm được biết từ đâu.", "How the site is known."),
            [
                word("declared", "nhà mạng hoặc tỉnh khai", "declared by operator or province"),
                word("crowdsourced", "suy từ dữ liệu điện thoại, vị trí gần đúng", "estimated from phones' reports"),
            ]),
    ]

    static let ownOfFootprints: [FieldEntry] = [
        FieldEntry(
            "technology", "technology", ("Công nghệ", "Technology"), ("Công nghệ của vùng phủ.", "Technology of the footprint."),
            technologies),
        FieldEntry(
            "basis", "basis", ("Căn cứ", "Basis"),
            ("Vùng do nhà mạng khai hay vòng tròn thay thế.", "A stated footprint, or a disc in its place."),
            bases.filter { $0.word == "footprint" || $0.word == "disc" }),
    ]

    /// Fields of proposed sites, and of the lines that connect them.
    static let planFields: [FieldEntry] = [
        FieldEntry("rank", "rank", ("Thứ tự", "Rank"), ("Thứ tự lợi ích trong phương án, từ 1.", "Order by what a site brings, from 1.")),
        FieldEntry(
            "option", "option", ("Hạng mục", "Option"),
            (
                "Việc cần làm và chiều cao cột, như `new-mast-45m`; `upgrade` nâng cấp trạm, `raised-mast` nâng cột, `shared-mast` dùng chung cột.",
                "What is built and how high, such as `new-mast-45m`; `upgrade`, `raised-mast`, `shared-mast` use a mast that stands."
            )),
        FieldEntry(
            "bands_mhz", "bands_mhz", unit: "MHz", ("Băng tần", "Bands"),
            ("Băng tần, cách nhau bằng dấu chấm phẩy.", "Bands, joined by semicolons.")),
        FieldEntry(
            "azimuths_deg", "azims_deg", unit: "°", ("Hướng anten", "Azimuths"),
            (
                "Góc phương vị, cách nhau bằng dấu chấm phẩy; trống là đẳng hướng.",
                "Boresights clockwise from north, joined by semicolons; empty means omnidirectional."
            )),
        FieldEntry("power", "power", ("Nguồn điện", "Power"), ("Nguồn điện của trạm.", "Power supply of the site."), powers),
        FieldEntry(
            "cost_vnd", "cost_vnd", unit: "VND", ("Chi phí", "Cost"),
            (
                "Tổng chi phí; trống khi đường truyền dẫn tới trạm không được phép xem.",
                "Whole cost; null where the line leads to a site that may not be seen."
            )),
        FieldEntry(
            "cost_site_vnd", "c_site", unit: "VND", ("Chi phí trạm", "Cost of the site"),
            ("Phần chi phí xây trạm và cột.", "Part for site and mast.")),
        FieldEntry(
            "cost_power_vnd", "c_power", unit: "VND", ("Chi phí nguồn", "Cost of power"),
            ("Phần chi phí nguồn điện.", "Part for the power supply.")),
        FieldEntry(
            "cost_transmission_vnd", "c_trans", unit: "VND", ("Chi phí truyền dẫn", "Cost of transmission"),
            ("Phần chi phí đường truyền dẫn.", "Part for the transmission line.")),
        FieldEntry(
            "cost_equipment_vnd", "c_equip", unit: "VND", ("Chi phí thiết bị", "Cost of equipment"),
            ("Phần chi phí thiết bị vô tuyến.", "Part for radio equipment.")),
        FieldEntry(
            "cost_grid_vnd", "c_grid", unit: "VND", ("Chi phí kéo điện", "Cost of grid extension"),
            ("Phần chi phí kéo điện lưới.", "Part for the line to the grid.")),
        FieldEntry(
            "cost_road_vnd", "c_road", unit: "VND", ("Chi phí đường", "Cost of the road"),
            ("Phần chi phí mở đường.", "Part for access by road.")),
        FieldEntry(
            "cost_operation_vnd", "c_oper", unit: "VND", ("Chi phí vận hành", "Cost of operation"),
            ("Phần chi phí vận hành trong số năm của bảng giá.", "Part for operation over the years of the cost table.")),
        FieldEntry(
            "cost_stated_vnd", "c_stated", unit: "VND", ("Chi phí khai sẵn", "Stated cost"),
            ("Chi phí mà bảng vị trí ghi sẵn.", "Cost stated in the table of candidates.")),
        FieldEntry(
            "existing_site", "exist_site", ("Trạm hiện có", "Existing site"),
            ("Mã trạm mà cột được dùng hoặc nâng; trống với cột mới.", "Id of the site whose mast is used or raised; null for a new mast.")),
        FieldEntry(
            "parent", "parent", ("Trạm nối", "Parent"),
            ("Mã trạm mà đường truyền dẫn nối tới, nếu được phép xem.", "Id of the site that the line leads to, where it may be seen.")),
        FieldEntry(
            "link", "link", ("Loại truyền dẫn", "Link"),
            ("Loại đường truyền dẫn; trống khi dự án không lập chuỗi.", "Kind of link; null where the project plans no chains."), linkKinds),
        FieldEntry(
            "hop_km", "hop_km", unit: "km", ("Chiều dài chặng", "Hop length"),
            ("Khoảng cách thẳng tới trạm nối.", "Straight length to the parent.")),
        FieldEntry(
            "hop_clearance_m", "hop_clr_m", unit: "m", ("Khoảng hở chặng", "Hop clearance"),
            ("Khoảng hở của chặng vi ba, âm khi địa hình chắn.", "Room of a microwave hop, negative where the ground stands in the way.")),
        FieldEntry(
            "hop_verdict", "hop_verd", ("Chặng vi ba", "Hop verdict"),
            ("Có thể dùng chặng vi ba không.", "Whether the line may be a microwave hop."), hopVerdicts),
        FieldEntry(
            "hop_band_ghz", "hop_ghz", unit: "GHz", ("Băng tần chặng", "Hop band"),
            ("Băng tần của chặng vi ba.", "Band of the microwave hop.")),
        FieldEntry(
            "hop_rain_margin_db", "hop_rain", unit: "dB", ("Dự trữ mưa", "Rain margin"),
            ("Dự trữ của chặng khi mưa 100 mm/h.", "Margin of the hop in rain of 100 mm/h.")),
        FieldEntry(
            "clear_parent", "clr_parent", ("Trạm thông thoáng", "Clear parent"),
            ("Mã trạm gần nhất mà chặng vi ba thông thoáng.", "Id of the nearest site to which a hop is clear.")),
        FieldEntry(
            "clear_parent_km", "clr_km", unit: "km", ("Tới trạm thông thoáng", "To the clear parent"),
            ("Chiều dài chặng đó.", "Length of that hop.")),
        FieldEntry(
            "clear_parent_band_ghz", "clr_ghz", unit: "GHz", ("Băng tần chặng thông thoáng", "Band to the clear parent"),
            ("Băng tần của chặng đó.", "Band of that hop.")),
        FieldEntry(
            "villages_gained", "gained", ("Thôn được phủ", "Villages gained"),
            (
                "Mã các thôn mà trạm phủ thêm so với các trạm xếp trên, cách nhau bằng dấu chấm phẩy.",
                "Ids of villages that the site covers and none of a better rank does, joined by semicolons."
            )),
        FieldEntry(
            "villages_gained_count", "gained_n", ("Số thôn được phủ", "Villages gained, number"),
            ("Số thôn đó.", "Number of those villages.")),
        FieldEntry(
            "households_gained", "gained_hh", ("Số hộ được phủ", "Households gained"),
            ("Số hộ của các thôn đó.", "Households of those villages.")),
        FieldEntry(
            "households_exclusive", "excl_hh", ("Số hộ chỉ nhờ trạm này", "Households by this site alone"),
            ("Số hộ sẽ mất sóng nếu bỏ trạm này khỏi phương án.", "Households that would be lost without this site.")),
    ]

    static let ownOfProposedSites: [FieldEntry] = [
        FieldEntry(
            "operators", "operators", ("Nhà mạng", "Operators"),
            (
                "Ai xây dựng, cách nhau bằng dấu chấm phẩy; trống là chưa phân công.",
                "Who builds, joined by semicolons; empty means not assigned."
            )),
        FieldEntry(
            "technologies", "techs", ("Công nghệ", "Technologies"),
            ("Công nghệ của trạm đề xuất, cách nhau bằng dấu chấm phẩy.", "Technologies of the proposed site, joined by semicolons."),
            technologies),
    ]

    static let ownOfLinks: [FieldEntry] = [
        FieldEntry("site", "site", ("Trạm đề xuất", "Site"), ("Mã trạm đề xuất ở đầu tuyến.", "Id of the proposed site at the beginning."))
    ]

    static let ownOfCandidates: [FieldEntry] = [
        FieldEntry(
            "candidate", "candidate", ("Vị trí", "Candidate"),
            ("Mã vị trí; một vị trí có thể có nhiều phương án kỹ thuật.", "Id of the place; a place may have several options.")),
        FieldEntry(
            "operators", "operators", ("Nhà mạng", "Operators"),
            (
                "Phương án dành cho ai, cách nhau bằng dấu chấm phẩy; trống là chưa phân công.",
                "For whom the option is, joined by semicolons; empty means not assigned."
            )),
        FieldEntry(
            "villages_covered", "vill_cov", ("Thôn phủ tới", "Villages covered"),
            (
                "Mã các thôn trắng sóng, lõm sóng mà vị trí phủ tới, cách nhau bằng dấu chấm phẩy.",
                "Ids of the dead zones that it covers, joined by semicolons."
            )),
        FieldEntry(
            "villages_covered_count", "vill_cov_n", ("Số thôn phủ tới", "Villages covered, number"),
            ("Số thôn đó.", "Number of those villages.")),
        FieldEntry(
            "households_covered", "hh_cov", ("Số hộ phủ tới", "Households covered"),
            ("Số hộ của các thôn đó.", "Households of those villages.")),
        FieldEntry("chosen", "chosen", ("Được chọn", "Chosen"), ("Có trong phương án không.", "Whether it is in the plan."), yesNo),
        FieldEntry(
            "reason", "reason", ("Vì sao không chọn", "Why not"),
            ("Vì sao không có trong phương án; trống nếu được chọn.", "Why it is not in the plan; null where it is."),
            FoundCandidates.Rejection.allCases.map { word($0.rawValue, $0.words.vi, $0.words.en) }
                + PlanAnswers.Rejected.Why.allCases.map { word($0.rawValue, $0.words.vi, $0.words.en) }),
        FieldEntry(
            "near_village", "near_vill", ("Thôn gần", "Near village"),
            ("Mã thôn mà vị trí được tìm quanh đó.", "Id of the village around which the place was looked for.")),
        FieldEntry(
            "road_m", "road_m", unit: "m", ("Tới đường", "To the road"),
            ("Khoảng cách tới đường gần nhất.", "Distance to the nearest road.")),
    ]

    /// Columns that CSV and XLSX have besides, since they hold no shapes.
    static let tableFields: [FieldEntry] = [
        FieldEntry(
            "lon", "lon", unit: "°", ("Kinh độ", "Longitude"), ("Kinh độ WGS 84 (chỉ CSV, XLSX).", "WGS 84 longitude (CSV and XLSX only).")),
        FieldEntry(
            "lat", "lat", unit: "°", ("Vĩ độ", "Latitude"), ("Vĩ độ WGS 84 (chỉ CSV, XLSX).", "WGS 84 latitude (CSV and XLSX only).")),
        FieldEntry(
            "vn2000_e_m", "vn2000_e_m", unit: "m", ("VN-2000 đông (Y)", "VN-2000 easting"),
            (
                "Tọa độ đông VN-2000, múi 3°, theo EPSG:6960 (chỉ CSV, XLSX).",
                "VN-2000 easting, 3-degree zone, by EPSG:6960 (CSV and XLSX only)."
            )),
        FieldEntry(
            "vn2000_n_m", "vn2000_n_m", unit: "m", ("VN-2000 bắc (X)", "VN-2000 northing"),
            ("Tọa độ bắc VN-2000 (chỉ CSV, XLSX).", "VN-2000 northing (CSV and XLSX only).")),
        FieldEntry(
            "vn2000_meridian_deg", "vn2000_mer", unit: "°", ("Kinh tuyến trục", "Central meridian"),
            (
                "Kinh tuyến trục của múi: của tỉnh cũ, hoặc theo --crs (chỉ CSV, XLSX); trống khi không xác định được tỉnh cũ.",
                "Central meridian of the zone: that of the former province, or of --crs (CSV and XLSX only); null where the former province is not known."
            )),
        FieldEntry(
            "wkt", "wkt", ("Hình dạng", "Shape"),
            ("Hình dạng dạng WKT trong WGS 84 (chỉ CSV).", "The shape as well-known text in WGS 84 (CSV only).")),
    ]
}
