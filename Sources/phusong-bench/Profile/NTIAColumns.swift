/// Column names of NTIA's tables of ITM cases, where they differ from ours.
enum NTIAColumns {
    static let transmitter = "h_tx__meter"
    static let receiver = "h_rx__meter"
    static let frequency = "f__mhz"
    static let loss = "A__db"
}
