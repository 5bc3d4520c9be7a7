/// How this program was built: without optimisation its numbers mean nothing.
enum BuildKind {
    /// `debug` or `release`.
    static var name: String {
        #if DEBUG
            "debug"
        #else
            "release"
        #endif
    }
}
