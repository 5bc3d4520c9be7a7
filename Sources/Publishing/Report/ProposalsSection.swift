import Coverage
import Planning

extension ReportSections {
    /// What the figures ask to be done next. Every line rests on a number of this report.
    var proposals: ReportSection? {
        var items: [HTML] = []
        let summary = content.summary
        if summary.measureHere > 0 {
            items.append(
                "\(say("Đo kiểm thực địa tại \(count(summary.measureHere)) thôn mà kết quả dự báo chưa chắc chắn trước khi quyết định đầu tư.", "Measure in \(words.numbers.counted(summary.measureHere, "village") + " where the verdict is in doubt") before money is spent."))"
            )
        }
        let tiles = summary.terrain.missingTiles.filter { !$0.hasHoles }
        if !tiles.isEmpty {
            items.append(
                "\(say("Bổ sung \(count(tiles.count)) mảnh địa hình còn thiếu (\(words.names(tiles.map(\.tile), atMost: 8))) để kết luận các thôn chưa rõ.", "Add the \(words.numbers.counted(tiles.count, "terrain tile")) that are missing (\(words.names(tiles.map(\.tile), atMost: 8))), so that unknown villages can be judged."))"
            )
        }
        if let assumed = summary.warnings.first(where: { $0.code == "assumed-extent" }) {
            items.append(
                "\(say("Cung cấp vị trí các cụm dân cư của \(count(assumed.count)) thôn, hiện được thay bằng vòng điểm giả định quanh trung tâm.", "Provide the clusters of \(words.numbers.counted(assumed.count, "village")), for which an assumed ring of points stands now."))"
            )
        }
        if let plan = content.plan, plan.hasPlan, !content.proposals.isEmpty {
            let new = content.proposals.count { $0.existingSite == nil }
            if new > 0 {
                items.append(
                    "\(say("Khảo sát thực địa \(count(new)) vị trí xây mới: đất đai, đường vào, điện, truyền dẫn.", "Survey the \(words.numbers.counted(new, "new place")): land, access, power, backhaul."))"
                )
            }
            let changed = content.proposals.count - new
            if changed > 0 {
                items.append(
                    "\(say("Đề nghị nhà mạng kiểm tra khả năng lắp thêm thiết bị, tải trọng cột tại \(count(changed)) trạm hiện có.", "Ask the operators whether \(words.numbers.counted(changed, "existing site")) can take the equipment."))"
                )
            }
            items.append(
                "\(say("Thay các đơn giá giả định bằng giá hợp đồng rồi lập lại phương án.", "Replace the assumed prices by contract prices and plan again."))"
            )
        }
        if content.plan == nil, !content.deadZones.isEmpty {
            items.append(
                "\(say("Lập phương án xây dựng, nâng cấp trạm cho \(count(content.deadZones.count)) thôn thiếu sóng, trước hết là các thôn đứng đầu danh sách ưu tiên.", "Plan sites for the \(words.numbers.counted(content.deadZones.count, "dead zone")), those at the head of the list first."))"
            )
        }
        let dark = content.deadZones.count { $0.electricity == .none }
        if dark > 0 {
            items.append(
                "\(say("Phối hợp với ngành điện tại \(count(dark)) thôn thiếu sóng chưa có điện lưới: kéo điện hoặc dùng trạm điện mặt trời.", "Agree with the power utility on \(words.numbers.counted(dark, "dead zone") + " without the grid"): a line, or solar sites."))"
            )
        }
        let old = summary.byServiceClass.filter { [.only2G, .only3G].contains($0.serviceClass) }.reduce(0) { $0 + $1.villages }
        if old > 0 {
            items.append(
                "\(say("Có kế hoạch nâng cấp cho \(count(old)) thôn chỉ có 2G hoặc 3G trước khi các công nghệ này dừng.", "Upgrade the \(words.numbers.counted(old, "village") + " with 2G or 3G alone") before those end."))"
            )
        }
        if content.deadZones.contains(where: { $0.funding == .unknown }) {
            items.append(
                "\(say("Bổ sung thông tin xã đặc biệt khó khăn, biên giới, hải đảo để xác định nguồn vốn cho \(count(content.deadZones.count { $0.funding == .unknown })) thôn.", "State which villages are especially difficult, on the border or on islands, so that the funding of \(words.numbers.counted(content.deadZones.count { $0.funding == .unknown }, "village")) can be decided."))"
            )
        }
        guard !items.isEmpty else { return nil }
        return ReportSection("next-steps", say("Kiến nghị", "What to do next"), [.list(items)])
    }
}
