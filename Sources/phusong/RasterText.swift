import Foundation
import Planning
import Publishing
import Scenarios

/// What `phusong raster` says to people.
struct RasterText {
    let language: Language

    func text(_ document: RasterDocument, output: String) -> String {
        let isVietnamese = language == .vietnamese
        let numbers = HumanNumbers(language: language)
        var table = TextTable(
            isVietnamese ? ["bản đồ", "có sóng km²", "%", "sóng tốt km²", "%"] : ["map", "basic km²", "%", "good km²", "%"],
            [.left, .right, .right, .right, .right])
        for layer in document.layers {
            table.add(
                layer.id, numbers.fixed(layer.basicKm2, decimals: 1), numbers.fixed(layer.basicShare * 100, decimals: 1),
                numbers.fixed(layer.goodKm2, decimals: 1), numbers.fixed(layer.goodShare * 100, decimals: 1))
        }
        let known = numbers.fixed(document.area.knownKm2, decimals: 1)
        let folder = (output as NSString).deletingLastPathComponent
        let stem = ((output as NSString).lastPathComponent as NSString).deletingPathExtension
        let files = (document.files.map(\.file) + ["\(stem).json"]).map { folder.isEmpty ? $0 : "\(folder)/\($0)" }.joined(
            separator: "\n  ")
        var lines = table.text()
        lines +=
            isVietnamese
            ? "\nTrên \(known) km² có độ cao địa hình; \(numbers.count(document.sites.used)) trạm.\n"
            : "\nOf \(known) km² of ground with a known height; \(numbers.count(document.sites.used)) sites.\n"
        if !document.serviceAreas.isEmpty {
            lines +=
                isVietnamese
                ? "Các số trên chỉ tính trong vùng (`area`) của dự án, nếu có; vùng phục vụ vẽ cho cả khung bản đồ.\n"
                : "The figures above count the project's `area` only, where it names one; service areas are drawn for the whole frame.\n"
        }
        let lost = document.sites.onUnknownGround
        if !lost.isEmpty {
            let names = lost.prefix(5).joined(separator: ", ") + (lost.count > 5 ? ", …" : "")
            lines +=
                isVietnamese
                ? "Lưu ý: \(numbers.count(lost.count)) trạm không có trên bản đồ nào vì chưa có độ cao địa hình tại chỗ: \(names)\n"
                : "Note: \(numbers.count(lost.count)) sites are in no map, for their ground has no height: \(names)\n"
        }
        for warning in document.warnings where warning.code == "radius-beyond-frame" {
            lines +=
                isVietnamese
                ? "Lưu ý: tầm của \(numbers.count(warning.count)) cột vượt ra ngoài khung bản đồ (các thôn và trạm, thêm 0,05°); bản đồ dừng ở đó.\n"
                : "Note: \(numbers.count(warning.count)) masts reach beyond the map's frame (villages and sites, and 0.05° around them); the map ends there.\n"
        }
        let told = ["radius-beyond-frame", "sites-on-unknown-ground"]
        lines += DataWarnings(language: language).text(document.warnings.filter { !told.contains($0.code) })
        lines += (isVietnamese ? "Đã ghi:\n  " : "Written:\n  ") + files + "\n"
        return lines
    }
}
