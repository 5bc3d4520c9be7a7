import Planning

extension Village {
    /// The weight of a village when maximising: its households.
    ///
    /// Where they are not known: a quarter of its people, rounded up (the census of 2019 counted 3.6 people per household); where those are
    /// not known either: 1, so that the village still counts.
    public var targetWeight: Int64 {
        if let households { return Int64(households) }
        if let population { return Int64((population + 3) / 4) }
        return 1
    }
}
