/// Every text of a map once; columns hold its number. In villages by the thousand most texts repeat.
struct MapTexts {
    private(set) var all: [String] = []
    private var numbers: [String: Int] = [:]

    /// The number of a text; −1 for an empty one.
    mutating func number(_ text: String) -> Int {
        if text.isEmpty { return -1 }
        if let known = numbers[text] { return known }
        numbers[text] = all.count
        all.append(text)
        return all.count - 1
    }
}
