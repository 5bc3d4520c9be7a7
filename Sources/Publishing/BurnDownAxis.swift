import Planning

/// Days as numbers, and the ticks of an axis of time.
enum BurnDownAxis {
    /// Days since 0000-03-01 in the Gregorian calendar (the day number of Fliegel and Van Flandern, CACM 11 (10), 1968, shifted).
    static func number(_ date: CalendarDate) -> Double {
        let year = date.month > 2 ? date.year : date.year - 1
        let month = (date.month + 9) % 12
        return Double(365 * year + year / 4 - year / 100 + year / 400 + (153 * month + 2) / 5 + date.day - 1)
    }

    /// The first and last day that a date may mean.
    static func span(_ date: CalendarDate, accuracy: String) -> ClosedRange<Double> {
        let day = number(date)
        switch accuracy {
        case "month":
            let start = number(CalendarDate(year: date.year, month: date.month, day: 1))
            return start...(start + 30)
        case "quarter": return (day - 91)...day
        case "year":
            let start = number(CalendarDate(year: date.year, month: 1, day: 1))
            return start...(start + 364)
        case "approximate": return (day - 15)...(day + 15)
        default: return day...day
        }
    }

    /// First days of years, or of every third or each month where that gives at most a dozen, within a span of days.
    static func ticks(_ days: ClosedRange<Double>, from first: Int, to last: Int) -> [CalendarDate] {
        let years = max(1, (days.upperBound - days.lowerBound) / 365)
        let step = years > 3.2 ? 12 : years > 1.1 ? 3 : 1
        let all = (first...max(first, last)).flatMap { year in
            stride(from: 1, through: 12, by: step).map { CalendarDate(year: year, month: $0, day: 1) }
        }
        let seen = all.filter { days.contains(number($0)) }
        // Beyond a century every tenth year is enough.
        let thin = max(1, (seen.count + 15) / 16)
        return seen.enumerated().filter { $0.offset % thin == 0 }.map(\.element)
    }
}

/// Boxes that no label may enter.
struct BurnDownLabels {
    struct Box {
        var left, top, right, bottom: Double
        func meets(_ other: Box) -> Bool { left < other.right && other.left < right && top < other.bottom && other.top < bottom }
    }

    private var taken: [Box] = []
    let frame: Box

    init(frame: Box) { self.frame = frame }

    /// Keeps a place free.
    mutating func keep(x: Double, y: Double, radius: Double) {
        taken.append(Box(left: x - radius, top: y - radius, right: x + radius, bottom: y + radius))
    }

    /// Finds a place for a label near a point; its left edge and base line. Nil where everything around is taken.
    mutating func place(_ width: Double, size: Double, nearX x: Double, y: Double) -> (x: Double, y: Double)? {
        let away = 11.0
        var tries: [(Double, Double)] = [
            (x + away, y - 6), (x + away, y + size + 2), (x - width / 2, y - away), (x - width - away, y - 6),
            (x - width - away, y + size + 2), (x - width / 2, y + away + size),
        ]
        for step in 1...4 {
            let rise = Double(step) * (size + 3)
            tries += [
                (x + away, y - 6 - rise), (x - width - away, y - 6 - rise), (x + away, y + size + rise), (x - width / 2, y - away - rise),
            ]
        }
        for (left, base) in tries {
            let box = Box(left: left - 2, top: base - size, right: left + width + 2, bottom: base + 3)
            guard box.left >= frame.left, box.right <= frame.right, box.top >= frame.top, box.bottom <= frame.bottom,
                !taken.contains(where: box.meets)
            else { continue }
            taken.append(box)
            return (left, base)
        }
        return nil
    }
}
