import CGDAL

/// A file of GDAL's, written in pieces through a buffer.
final class ByteSink {
    private var handle: UnsafeMutablePointer<VSILFILE>?
    private let file: AtomicFile
    private var buffer: [UInt8] = []
    /// Bytes that are kept back before they are written.
    private static let bufferSize = 1 << 16

    /// Takes an open file over.
    init(_ handle: UnsafeMutablePointer<VSILFILE>, _ file: AtomicFile) {
        self.handle = handle
        self.file = file
    }

    /// Begins a file on the disk.
    convenience init(path: String, _ file: AtomicFile) throws(GeoFileError) {
        guard let handle = VSIFOpenL(path.hasPrefix("/") ? path : "./" + path, "wb") else {
            throw GeoFileError(
                code: .cannotCreate, path: file.target, reason: "the file cannot be begun", remedy: "Check the folder and its permissions")
        }
        self.init(handle, file)
    }

    deinit {
        if let handle { VSIFCloseL(handle) }
    }

    func write(_ text: String) throws(GeoFileError) {
        buffer.append(contentsOf: text.utf8)
        if buffer.count > Self.bufferSize { try flush() }
    }

    func write(bytes: some Collection<UInt8>) throws(GeoFileError) {
        buffer.append(contentsOf: bytes)
        if buffer.count > Self.bufferSize { try flush() }
    }

    /// Copies a file of the disk to the end of this one.
    func copy(from path: String) throws(GeoFileError) {
        try flush()
        guard let source = VSIFOpenL(path.hasPrefix("/") ? path : "./" + path, "rb") else { throw file.failure("a part was lost") }
        defer { VSIFCloseL(source) }
        var piece = [UInt8](repeating: 0, count: Self.bufferSize)
        while true {
            let count = VSIFReadL(&piece, 1, piece.count, source)
            guard count > 0 else { return }
            guard let handle, VSIFWriteL(piece, 1, count, handle) == count else { throw file.failure("the disk takes no more") }
        }
    }

    private func flush() throws(GeoFileError) {
        guard !buffer.isEmpty else { return }
        guard let handle, VSIFWriteL(buffer, 1, buffer.count, handle) == buffer.count else {
            throw file.failure("the disk takes no more")
        }
        buffer.removeAll(keepingCapacity: true)
    }

    /// Writes everything out; a second time does nothing.
    func close() throws(GeoFileError) {
        guard let handle else { return }
        var failure: GeoFileError?
        do { try flush() } catch { failure = error }
        self.handle = nil
        guard VSIFCloseL(handle) == 0, failure == nil else { throw failure ?? file.failure("the disk takes no more") }
    }
}
