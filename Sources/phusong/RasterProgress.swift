import Planning
import Publishing
import Synchronization

/// A progress bar over the sweeps of a map, on stderr when it is a terminal. Any thread may tell.
final class RasterProgress: Sendable {
    private let isShown: Bool
    private let isVietnamese: Bool
    private let lastDrawn = Mutex("")

    init(_ common: CommonOptions) {
        isShown = !common.quiet && Terminal.canDraw
        isVietnamese = common.language == .vietnamese
        draw(0, isVietnamese ? "đọc dữ liệu" : "reading inputs")
    }

    func show(_ step: RasterPublisher.Step) {
        switch step {
        case .sweeping(let done, let total):
            draw(Double(done) / Double(max(1, total)), isVietnamese ? "tính mức thu \(done)/\(total)" : "sweeping \(done)/\(total)")
        case .writing: draw(1, isVietnamese ? "ghi bản đồ" : "writing maps")
        case .outlining: draw(1, isVietnamese ? "vẽ vùng phục vụ" : "outlining service areas")
        }
    }

    /// Clears the bar.
    func finish() { if isShown { Terminal.draw("\r\u{1B}[K") } }

    private func draw(_ share: Double, _ label: String) {
        guard isShown else { return }
        let width = 20
        let filled = Int(Double(width) * share)
        let line = String(repeating: "█", count: filled) + String(repeating: "░", count: width - filled) + " \(label) …"
        lastDrawn.withLock { last in
            guard line != last else { return }
            last = line
            Terminal.draw("\r\u{1B}[K\(line)")
        }
    }
}
