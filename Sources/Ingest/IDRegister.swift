/// The ids already taken by one kind of thing, over all its files.
struct IDRegister {
    private var seen: Set<String> = []
    private var ordinals: [String: Int] = [:]

    /// False when the id is taken.
    mutating func insert(_ id: String) -> Bool { seen.insert(id).inserted }

    /// Takes the first free of `stem-1`, `stem-2`, …
    mutating func next(_ stem: String) -> String {
        while true {
            let ordinal = ordinals[stem, default: 0] + 1
            ordinals[stem] = ordinal
            let id = "\(stem)-\(ordinal)"
            if insert(id) { return id }
        }
    }
}
