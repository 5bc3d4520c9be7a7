import Planning

/// One best-server map: who counts in it.
public struct RasterLayer: Hashable, Sendable {
    /// Only this operator; nil = every one.
    public var carrier: Operator?
    /// Only this technology; nil = every one that counts.
    public var technology: Technology?

    /// Describes a layer; without arguments that of everything that counts.
    public init(carrier: Operator? = nil, technology: Technology? = nil) {
        self.carrier = carrier
        self.technology = technology
    }

    /// `all`, `viettel`, `4g` or `viettel-4g`.
    public var id: String {
        let words = [carrier?.id, technology?.rawValue.lowercased()].compactMap(\.self)
        return words.isEmpty ? "all" : words.joined(separator: "-")
    }

    func holds(_ carrier: Operator, _ technology: Technology) -> Bool {
        (self.carrier ?? carrier) == carrier && (self.technology ?? technology) == technology
    }
}
