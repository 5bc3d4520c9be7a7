import Coverage
import Planning

extension FieldDictionary {
    static let grades = Grade.allCases.map { (word: $0.rawValue, meaning: $0.label) }
    static let reasons = Reason.allCases.map { (word: $0.rawValue, meaning: $0.label) }
    static let technologies = Technology.allCases.map { (word: $0.rawValue, meaning: Bilingual(vi: $0.rawValue, en: $0.rawValue)) }
    static let bases = [
        word("footprint", "vùng phủ do nhà mạng khai", "footprint stated by the operator"),
        word("disc", "vòng tròn bán kính chuẩn thay cho vùng phủ", "range disc in place of a footprint"),
        word("terrain-prediction", "dự báo P.1812 trên địa hình", "P.1812 prediction over terrain"),
        word("no-terrain-fallback", "ước tính không theo địa hình", "estimate without terrain"),
        word("absence", "không có gì phủ tới", "nothing reaches it"),
    ]
    static let confidences = [word("low", "thấp", "low"), word("medium", "vừa", "medium"), word("high", "cao", "high")]

    /// Fields of villages; several are shared with other layers.
    static let villageFields: [FieldEntry] =
        [
            FieldEntry("id", "id", ("Mã", "Id"), ("Mã cố định, duy nhất trong lớp.", "Stable key, unique within the layer.")),
            FieldEntry(
                "name", "name", ("Tên", "Name"),
                ("Tên như trong bảng đầu vào, Unicode dựng sẵn (NFC).", "Name as in the input, composed Unicode (NFC).")),
            FieldEntry(
                "commune_code", "com_code", ("Mã xã", "Commune code"),
                ("Mã xã, phường, đặc khu, năm chữ số (từ 2025-07-01).", "Code of the commune, five digits (since 2025-07-01).")),
            FieldEntry("commune", "commune", ("Xã", "Commune"), ("Tên xã, phường, đặc khu.", "Name of the commune.")),
            FieldEntry(
                "province_code", "prov_code", ("Mã tỉnh", "Province code"),
                ("Mã tỉnh, thành phố, hai chữ số (34 tỉnh).", "Code of the province, two digits (34 provinces).")),
            FieldEntry("province", "province", ("Tỉnh", "Province"), ("Tên tỉnh, thành phố.", "Name of the province.")),
            FieldEntry(
                "grade", "grade", ("Mức phủ sóng", "Grade"), ("Mức phủ sóng theo quy tắc của kết quả.", "Grade by the rule of the run."),
                grades),
            FieldEntry(
                "reason", "reason", ("Lý do", "Reason"),
                (
                    "Vì sao có mức đó. Bản cho một nhà mạng chỉ nói về dịch vụ của chính nhà mạng; trống nếu nhà mạng không phục vụ thôn.",
                    "Why it has that grade. An operator is told of its own service only; null where it does not serve the village."
                ), reasons + [word("planned-site", "trạm đề xuất phủ tới", "a proposed site covers it")]),
            FieldEntry("basis", "basis", ("Căn cứ", "Basis"), ("Kết luận dựa vào đâu.", "What the verdict rests on."), bases),
            FieldEntry(
                "confidence", "confid", ("Độ tin cậy", "Confidence"),
                ("Có thể tin kết luận tới đâu.", "How far the verdict may be trusted."), confidences),
            FieldEntry(
                "best_site", "best_site", ("Trạm phục vụ", "Serving site"),
                ("Mã trạm phục vụ tốt nhất ở trung tâm thôn.", "Id of the best serving site at the village's centre.")),
            FieldEntry(
                "best_operator", "best_op", ("Nhà mạng tốt nhất", "Best operator"), ("Nhà mạng của trạm đó.", "Operator of that site.")),
            FieldEntry(
                "technology", "technology", ("Công nghệ", "Technology"),
                ("Công nghệ mới nhất nghe được ở trung tâm thôn.", "Best technology heard at the centre."), technologies),
            FieldEntry(
                "operators", "operators", ("Nhà mạng", "Operators"),
                ("Các nhà mạng nghe được, cách nhau bằng dấu chấm phẩy.", "Operators heard, joined by semicolons.")),
            FieldEntry(
                "by_operator", "by_oper", ("Theo nhà mạng", "By operator"),
                (
                    "Dịch vụ của từng nhà mạng: `nhà mạng=công nghệ/căn cứ:dBm:xác suất@trạm`, cách nhau bằng dấu chấm phẩy.",
                    "Service of each operator: `operator=technologies/basis:dBm:probability@site`, joined by semicolons."
                )),
            FieldEntry(
                "technologies", "techs", ("Các công nghệ", "Technologies"),
                (
                    "Mọi công nghệ nghe được và được tính, cách nhau bằng dấu chấm phẩy.",
                    "Technologies heard that count, joined by semicolons."
                ), technologies),
            FieldEntry(
                "service_class", "serv_class", ("Hạng dịch vụ", "Service class"),
                ("Công nghệ tốt nhất được tính.", "The best technology that counts."), ServiceClass.allCases.map { ($0.rawValue, $0.label) }
            ),
            FieldEntry(
                "uncounted_technologies", "uncounted", ("Công nghệ không tính", "Technologies not counted"),
                (
                    "Nghe được nhưng quy tắc không tính, cách nhau bằng dấu chấm phẩy.",
                    "Heard, but not counted by the rule; joined by semicolons."
                ), technologies),
            FieldEntry(
                "signal_dbm", "signal_dbm", unit: "dBm", ("Mức thu", "Signal"),
                (
                    "Mức thu RSRP trung vị dự báo ở trung tâm thôn; trống nếu không dự báo.",
                    "Median RSRP predicted at the centre; null where nothing was predicted."
                )),
            FieldEntry(
                "probability", "probab", ("Xác suất", "Probability"),
                ("Xác suất mức thu đạt ngưỡng của quy tắc, 0 đến 1.", "Probability that the level reaches the rule's threshold, 0 to 1.")),
            FieldEntry(
                "band_mhz", "band_mhz", unit: "MHz", ("Băng tần", "Band"), ("Băng tần của trạm phục vụ.", "Band of the serving site.")),
            FieldEntry(
                "path_loss_db", "loss_db", unit: "dB", ("Suy hao", "Path loss"),
                ("Suy hao truyền sóng trung vị từ trạm phục vụ.", "Median path loss from the serving site.")),
            FieldEntry(
                "line_of_sight", "los", ("Tầm nhìn thẳng", "Line of sight"),
                ("Địa hình có để trống đường ngắm tới trạm không.", "Whether terrain leaves the line to the site free."), yesNo),
            FieldEntry(
                "uplink_margin_db", "uplink_db", unit: "dB", ("Dự trữ hướng lên", "Uplink margin"),
                ("Dự trữ của hướng lên với một khối tài nguyên.", "Margin of the uplink with one resource block.")),
            FieldEntry(
                "obstacle_lon", "obst_lon", unit: "°", ("Kinh độ vật chắn", "Obstacle longitude"),
                ("Kinh độ WGS 84 của đỉnh che khuất chính.", "WGS 84 longitude of the main obstructing ridge.")),
            FieldEntry(
                "obstacle_lat", "obst_lat", unit: "°", ("Vĩ độ vật chắn", "Obstacle latitude"),
                ("Vĩ độ WGS 84 của đỉnh che khuất chính.", "WGS 84 latitude of the main obstructing ridge.")),
            FieldEntry(
                "obstacle_distance_m", "obst_m", unit: "m", ("Khoảng cách vật chắn", "Obstacle distance"),
                ("Từ trạm tới đỉnh che khuất.", "From the site to the ridge.")),
            FieldEntry(
                "obstacle_height_m", "obst_h_m", unit: "m", ("Độ cao vật chắn", "Obstacle height"),
                ("Độ cao của đỉnh trên mực nước biển.", "Height of the ridge above sea level.")),
            FieldEntry(
                "obstacle_clearance_m", "obst_clr_m", unit: "m", ("Khoảng hở", "Clearance"),
                ("Khoảng hở của tia so với đỉnh, âm khi bị chắn.", "Clearance of the ray over the ridge, negative where it is cut.")),
            FieldEntry(
                "extent", "extent", ("Cụm dân cư từ đâu", "Extent"),
                ("Các điểm của thôn lấy từ đâu.", "Where the village's points come from."),
                [
                    word("centre", "chỉ trung tâm", "the centre alone"), word("clusters", "bảng cụm dân cư", "table of clusters"),
                    word("residential", "vùng dân cư", "residential areas"),
                    word("assumed", "giả định vòng 6 điểm", "assumed ring of 6 points"),
                ]),
            FieldEntry(
                "clusters", "clusters", ("Số điểm", "Points"),
                ("Số điểm của thôn mà mức phủ dựa vào, kể cả trung tâm.", "Points that the grade rests on, the centre among them.")),
            FieldEntry(
                "clusters_covered", "clust_cov", ("Số điểm có sóng", "Points covered"),
                ("Số điểm trong đó có sóng.", "Those of them that have signal.")),
            FieldEntry(
                "share_clusters_covered", "share_clus", ("Tỷ lệ điểm có sóng", "Share of points"),
                ("Tỷ lệ điểm có sóng, 0 đến 1.", "Share of the points with signal, 0 to 1.")),
            FieldEntry(
                "share_households_covered", "share_hh", ("Tỷ lệ hộ có sóng", "Share of households"),
                ("Tỷ lệ hộ có sóng, 0 đến 1.", "Share of the households with signal, 0 to 1.")),
            FieldEntry(
                "rounding_agreement", "round_agr", ("Đồng nhất khi làm tròn", "Rounding agreement"),
                (
                    "Với tọa độ làm tròn tới phút: tỷ lệ vị trí có thể có cùng kết luận, 0 đến 1.",
                    "For coordinates rounded to the arc-minute: share of possible places with the same verdict, 0 to 1."
                )),
            FieldEntry(
                "missing_tile", "miss_tile", ("Thiếu mảnh địa hình", "Missing tile"),
                (
                    "Tên mảnh địa hình còn thiếu có thể đổi kết luận, cách nhau bằng dấu chấm phẩy.",
                    "Terrain tiles that are missing and could change the verdict, joined by semicolons."
                )),
            FieldEntry(
                "grade_by_footprints", "grade_foot", ("Mức theo vùng phủ", "Grade by footprints"),
                ("Mức phủ nếu chỉ theo vùng phủ khai báo.", "Grade by footprints alone."), grades),
            FieldEntry(
                "grade_by_prediction", "grade_pred", ("Mức theo dự báo", "Grade by prediction"),
                ("Mức phủ nếu chỉ theo dự báo.", "Grade by prediction alone."), grades),
            FieldEntry(
                "nearest_site", "near_site", ("Trạm gần nhất", "Nearest site"),
                ("Mã trạm đang phát gần nhất được phép xem.", "Id of the nearest site on air that may be seen.")),
            FieldEntry(
                "nearest_site_m", "near_m", unit: "m", ("Tới trạm gần nhất", "To the nearest site"),
                ("Khoảng cách tới trạm gần nhất được phép xem.", "Distance to the nearest site that may be seen.")),
            FieldEntry(
                "households", "households", ("Số hộ", "Households"),
                ("Số hộ; trống nếu không biết.", "Number of households; null where not known.")),
            FieldEntry(
                "population", "population", ("Số dân", "Population"),
                ("Số dân; trống nếu không biết.", "Number of people; null where not known.")),
            FieldEntry(
                "electricity", "electric", ("Điện lưới", "Grid electricity"),
                ("Thôn có điện lưới không.", "Whether the village has grid electricity."),
                Electricity.allCases.map { ($0.rawValue, $0.label) }),
            FieldEntry(
                "notes", "notes", ("Ghi chú", "Notes"),
                (
                    "Những điều phải xem kèm mức phủ, cách nhau bằng dấu chấm phẩy.",
                    "Remarks to be read with the grade, joined by semicolons."
                ),
                [
                    word("only-3g", "chỉ tính được 3G, dừng năm 2028", "only 3G counts here; it ends in 2028"),
                    word("single-operator", "chỉ một nhà mạng", "one operator only"),
                    word("rounded-coordinate", "tọa độ chỉ chính xác tới phút", "coordinate known only to the arc-minute"),
                    word("weak-evidence", "dựa vào dữ liệu cộng đồng", "rests on crowd-sourced cells"),
                    word("below-model-range", "quá gần trạm so với mô hình (dưới 250 m)", "nearer than the model is made for (250 m)"),
                    word("uplink-limited", "hướng lên yếu hơn hướng xuống", "the uplink is weaker than the downlink"),
                    word("sources-disagree", "vùng phủ và dự báo cho mức khác nhau", "footprints and prediction differ"),
                    word("assumed-extent", "vị trí cụm dân cư là giả định", "where people live is assumed"),
                ]),
            FieldEntry(
                "former_district", "form_dist", ("Huyện cũ", "Former district"), ("Huyện trước 2025-07-01.", "District before 2025-07-01.")),
            FieldEntry(
                "reason_vi", "reason_vi", ("Lý do (tiếng Việt)", "Reason (Vietnamese)"),
                ("Lý do thành câu tiếng Việt.", "The reason as a Vietnamese sentence.")),
            FieldEntry(
                "reason_en", "reason_en", ("Lý do (tiếng Anh)", "Reason (English)"),
                ("Lý do thành câu tiếng Anh.", "The reason as an English sentence.")),
            FieldEntry(
                "traits", "traits", ("Đặc điểm", "Traits"),
                ("Những điều biết về thôn, cách nhau bằng dấu chấm phẩy.", "What is known of the village, joined by semicolons."),
                VillageTrait.allCases.map { ($0.rawValue, $0.label) }),
            FieldEntry(
                "funding", "funding", ("Nguồn vốn", "Funding"),
                ("Ai chi trả theo quy định; chỉ với thôn trắng sóng, lõm sóng.", "Who is to pay; dead zones only."),
                Funding.allCases.map { ($0.rawValue, $0.label) }),
            FieldEntry(
                "priority_rank", "prior_rank", ("Thứ tự ưu tiên", "Priority rank"),
                ("Thứ tự ưu tiên trong các thôn trắng sóng, lõm sóng, từ 1.", "Rank among the dead zones, from 1.")),
            FieldEntry(
                "margin_sigma", "margin_sig", unit: "σ", ("Cách ngưỡng", "Margin"),
                ("Mức thu cách ngưỡng bao nhiêu độ lệch chuẩn.", "Distance of the level from the threshold in standard deviations.")),
            FieldEntry(
                "coordinate_quality", "coord_qual", ("Chất lượng tọa độ", "Coordinate quality"),
                ("Tọa độ chính xác tới đâu.", "How exact the coordinate is."),
                [
                    word("exact", "chính xác", "exact"),
                    word("arc-minute", "làm tròn tới phút (khoảng ±0,9 km)", "rounded to the arc-minute (about ±0.9 km)"),
                ]),
            FieldEntry(
                "terrain_quality", "terr_qual", ("Địa hình", "Terrain quality"),
                (
                    "Có đủ địa hình cho kết luận không; trống khi không dùng địa hình.",
                    "Whether terrain suffices for the verdict; null where none is used."
                ),
                [word("known", "đủ", "known"), word("missing", "thiếu mảnh có thể đổi kết luận", "a tile that could change it is missing")]),
            FieldEntry(
                "data_age_days", "age_days", unit: "d", ("Tuổi dữ liệu", "Data age"),
                ("Tuổi của dữ liệu mạng, tính theo ngày.", "Age of the network data in days.")),
            FieldEntry(
                "evidence", "evidence", ("Thực địa", "Field evidence"),
                ("Đo kiểm và phản ánh nói gì.", "What measurements and reports say."),
                [
                    word("signal", "có sóng", "signal"), word("no-signal", "không có sóng", "no signal"),
                    word("mixed", "trái ngược nhau", "contradictory"), word("undecided", "chưa đủ để kết luận", "not enough to tell"),
                ]),
            FieldEntry("measurements", "measures", ("Số lần đo", "Measurements"), ("Số lần đo tại thôn.", "Measurements at the village.")),
            FieldEntry(
                "measured_dbm", "measur_dbm", unit: "dBm", ("Mức đo", "Measured level"),
                ("Mức thu trung vị đo được.", "Median of the measured levels.")),
            FieldEntry("reports", "reports", ("Số phản ánh", "Reports"), ("Số phản ánh về thôn.", "Reports about the village.")),
            FieldEntry(
                "priority", "priority", ("Điểm ưu tiên", "Priority"),
                ("Điểm ưu tiên, tổng các phần dưới đây.", "Priority in points, the sum of the parts below.")),
            FieldEntry(
                "priority_households", "pri_hh", ("Điểm theo số hộ", "Points for households"),
                ("Phần điểm theo số hộ chưa có sóng.", "Points for households without signal.")),
            FieldEntry(
                "gained_by", "gained_by", ("Trạm đề xuất", "Gained by"),
                ("Mã trạm đề xuất sẽ phủ tới thôn.", "Id of the proposed site that would cover the village.")),
            FieldEntry(
                "synthetic", "synthetic", ("Mô phỏng", "Synthetic"),
                ("Có phần nào của dòng là mô phỏng không.", "Whether any part of the record is made up."), yesNo),
        ]
        + VillageTrait.allCases.filter { $0 != .inhabited }.map { trait in
            FieldEntry(
                "priority_\(trait.rawValue)", "pri_\(shortTraits[trait] ?? "")", ("Điểm: \(trait.label.vi)", "Points: \(trait.label.en)"),
                ("Phần điểm ưu tiên vì: \(trait.label.vi).", "Points of the priority for: \(trait.label.en)."))
        }

    private static let shortTraits: [VillageTrait: String] = [
        .especiallyDifficult: "diff", .ethnicMinority: "ethnic", .border: "border", .island: "island", .remote: "remote", .school: "school",
        .clinic: "clinic",
    ]

    static let ownOfVillagesAfter: [FieldEntry] = [
        FieldEntry(
            "grade", "grade", ("Mức sau phương án", "Grade with the plan"),
            ("Mức phủ sóng sau khi thực hiện phương án.", "Grade with the plan."), grades),
        FieldEntry("grade_before", "grade_bef", ("Mức trước", "Grade before"), ("Mức phủ sóng hiện nay.", "Grade as it is now."), grades),
        FieldEntry(
            "gained_by", "gained_by", ("Trạm đề xuất", "Gained by"),
            (
                "Mã trạm đề xuất phủ tới thôn; trống khi nhiều trạm cùng phủ.",
                "Id of the proposed site that gains the village; null where several do so together."
            )),
        FieldEntry(
            "why_not", "why_not", ("Vì sao không", "Why not"),
            (
                "Vì sao phương án không phủ: `not-chosen` hoặc lý do không tới được.",
                "Why the plan does not cover it: `not-chosen`, or why nothing reaches it."
            )),
        FieldEntry(
            "covered_by", "covered_by", ("Có thể phủ bởi", "Could be covered by"),
            ("Các vị trí có thể phủ tới thôn, cách nhau bằng dấu chấm phẩy.", "Candidates that could cover it, joined by semicolons.")),
        FieldEntry(
            "cheapest_site", "cheap_site", ("Vị trí rẻ nhất", "Cheapest site"),
            ("Vị trí rẻ nhất phủ tới thôn.", "The cheapest candidate that covers it.")),
        FieldEntry(
            "cheapest_cost_vnd", "cheap_vnd", unit: "VND", ("Chi phí rẻ nhất", "Cheapest cost"),
            ("Chi phí của vị trí đó.", "Cost of that candidate.")),
    ]
}
