import Planning

extension ReportSections {
    /// What the report cannot say.
    var limits: ReportSection {
        var items: [HTML] = []
        if content.summary.mode == "footprints" {
            items.append(
                "\(say("Kết quả dựa trên vùng phủ do nhà mạng cung cấp hoặc vòng tròn thay thế; địa hình không được xét.", "The result rests on operators' footprints, or discs in their place; terrain is not looked at."))"
            )
        } else {
            items.append(
                "\(say("Mức thu là kết quả tính toán, không phải kết quả đo kiểm.", "Levels are calculated, not measured."))"
            )
            items.append(
                "\(say("Mô hình địa hình SRTM là mô hình bề mặt năm 2000, mỗi ô khoảng 90 m: khe hẹp hơn và công trình mới không thấy được. Nơi dùng địa hình khác, độ chi tiết theo tệp đó.", "SRTM is a surface model of 2000 with one height every 90 m: narrower gorges and new buildings are not seen. Other terrain is as fine as its files."))"
            )
        }
        if content.background.rule?.looksAtExtent ?? true {
            items.append(
                "\(say("Nơi chưa có vị trí cụm dân cư, phạm vi thôn là giả định; điều này quyết định giữa có sóng và lõm sóng.", "Where clusters are not known the extent of a village is assumed, which decides between covered and partly covered."))"
            )
        }
        items.append(
            "\(say("Tính đầy đủ của danh sách trạm do dự án khai báo; trạm thiếu trong danh sách làm tăng số thôn thiếu sóng.", "Whether the list of sites is complete is the project's word; sites that are missing from it make dead zones."))"
        )
        if content.plan != nil {
            items.append(
                "\(say("Đường vào, đường dây điện và cáp quang tính theo đường thẳng; vị trí đề xuất chưa được khảo sát.", "Tracks, power lines and fibre are counted along straight lines; proposed places have not been surveyed."))"
            )
            items.append(
                "\(say("Phương án không tính việc nhiều trạm cùng phủ một thôn lõm sóng khi tìm kiếm, dù kết quả sau phương án có ghi nhận.", "The search does not count on several sites closing one village together, though the result does."))"
            )
        }
        items.append(
            "\(say("Đường ranh giới trên bản đồ chỉ để minh hoạ, không phải tài liệu về địa giới hành chính.", "Boundaries on the maps are for orientation and decide nothing."))"
        )
        return ReportSection("limits", say("Giới hạn", "Limits"), [.list(items)]).annex()
    }
}
