import Planning

extension ReportSections {
    /// The villages by grade on a map.
    var mapped: ReportSection? {
        guard let map = ReportMap(content, kind: .today) else { return nil }
        var blocks: [ReportBlock] = [
            .figure(
                id: "map",
                caption: say(
                    "Thôn, bản theo mức phủ sóng, ngày \(words.day(content.manifest.asOf))",
                    "Villages by grade, \(words.day(content.manifest.asOf))"),
                svg: map.document(), isTall: map.isNational)
        ]
        if map.isNational {
            blocks.append(
                .note(
                    "\(say("Quần đảo Hoàng Sa (thành phố Đà Nẵng) và quần đảo Trường Sa (tỉnh Khánh Hoà) được vẽ trong khung riêng.", "The Hoàng Sa archipelago (Đà Nẵng city) and the Trường Sa archipelago (Khánh Hoà province) stand in frames of their own."))"
                ))
        }
        if content.background.area.isEmpty && content.background.communes.isEmpty {
            blocks.append(
                .note(
                    "\(say("Bản đồ không có đường ranh giới: dự án không nêu tệp địa bàn, hoặc tệp đã thay đổi sau lượt chạy.", "The map has no boundaries: the project names no area, or its file has changed since the run."))"
                ))
        }
        return ReportSection("maps", say("Bản đồ hiện trạng", "Map"), blocks)
    }
}
