/// The version of this program, part of every run's hash.
public enum ProgramVersion {
    /// Major, minor and patch number.
    public static let current = "0.1.0"
}
