import Coverage
import Planning

/// What makes lists hard to compare, and where a list contradicts itself.
struct TrackWarnings {
    private(set) var all: [Bilingual] = []

    init(_ lists: [TrackedList], _ ledger: ListLedger, hasCrosswalk: Bool) {
        for tracked in lists { contradictions(tracked.list) }
        for (tracked, next) in zip(lists, lists.dropFirst())
        where tracked.list.asOf == next.list.asOf && tracked.list.line == next.list.line {
            add(
                "\(tracked.list.id) và \(next.list.id) cùng ngày, cùng nhóm: thứ tự lấy theo mã",
                "\(tracked.list.id) and \(next.list.id) have one day and one line: they are taken in the order of their ids")
        }
        let lines = Set(lists.map(\.list.line.id))
        if lines.count > 1 {
            add(
                "\(lines.count) nhóm số liệu đếm những thứ khác nhau: không cộng, trừ giữa các nhóm",
                "\(lines.count) lines count different things: their numbers are not to be added or subtracted")
        }
        let named = lists.filter { $0.villages != nil && $0.kind != .run }
        if Set(named.map(\.list.area)).count > 1 {
            add(
                "các danh sách có nêu tên thôn thuộc nhiều địa bàn: thôn có thể vắng mặt chỉ vì ngoài địa bàn; dùng --area",
                "lists that name villages speak of several areas: a village may be missing only because it lies elsewhere; use --area")
        }
        if !hasCrosswalk, Set(ledger.vintages.map(\.administration)).count > 1 {
            add(
                "không có bảng chuyển đổi xã cũ sang xã mới: chỉ so theo tên",
                "no crosswalk from wards to communes of 2025: only names were compared"
            )
        }
        for (vintage, tally) in zip(ledger.vintages, ledger.tallies) { doubts(vintage, tally) }
        for tracked in lists {
            let made = tracked.villages?.villages.count(where: \.isSynthetic) ?? 0
            if made > 0 { add("\(tracked.list.id): \(made) dòng là dữ liệu giả lập", "\(tracked.list.id): \(made) rows are made up") }
        }
    }

    private mutating func doubts(_ vintage: ListedVintage, _ tally: ListTally) {
        if tally.ambiguous > 0 {
            add(
                "\(vintage.id): \(tally.ambiguous) dòng khớp với nhiều thôn, chưa chọn: tạm tính vào số thêm và số đã xong (xem matches.csv)",
                "\(vintage.id): \(tally.ambiguous) rows fit several villages and none was chosen: they count as added and closed (see matches.csv)"
            )
        }
        if tally.possibleMoves > 0 {
            add(
                "\(vintage.id): \(tally.possibleMoves) dòng trùng tên với thôn ở xã khác, có thể là một (xem matches.csv)",
                "\(vintage.id): \(tally.possibleMoves) rows have the name of a village in another commune and may be it (see matches.csv)")
        }
        if tally.notNamed > 0 {
            add(
                "\(vintage.id): chỉ nêu tên một phần; \(tally.notNamed) thôn trước đó chưa có sóng không được nêu, không coi là đã xong",
                "\(vintage.id): names only some villages; \(tally.notNamed) that were open before are not among them and not taken for closed"
            )
        }
    }

    /// Sums of the official numbers that do not come out, and numbers that the source gives twice.
    private mutating func contradictions(_ list: ListVintage) {
        let counts = list.counts
        for (name, value) in list.alsoStated.sorted(by: { $0.key < $1.key }) {
            let used = counts[name].map { "\($0)" } ?? "–"
            add(
                "\(list.id): nguồn cũng ghi \(name) = \(value); dùng \(used)",
                "\(list.id): the source also says \(name) = \(value); \(used) is used")
        }
        func check(_ total: String, _ parts: [String]) {
            guard let sum = counts[total], parts.contains(where: { counts[$0] != nil }) else { return }
            let needed = parts.filter { !$0.hasPrefix("partial") }
            guard needed.allSatisfy({ counts[$0] != nil }) else { return }
            let added = parts.reduce(0) { $0 + (counts[$1] ?? 0) }
            guard added != sum else { return }
            let words = parts.joined(separator: " + ")
            add("\(list.id): \(words) = \(added), không phải \(total) = \(sum)", "\(list.id): \(words) = \(added), not \(total) = \(sum)")
        }
        check("listed", ["covered", "partial", "uncovered"])
        check("total", ["covered", "partial", "uncovered"])
        check("uncovered", ["uncoveredWithGrid", "uncoveredWithoutGrid"])
    }

    private mutating func add(_ vi: String, _ en: String) { all.append(Bilingual(vi: vi, en: en)) }
}
