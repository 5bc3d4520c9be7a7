import CGDAL
import Foundation

/// Bytes that GDAL can open like a file; gone with their owner.
final class GDALMemoryFile {
    let path: String

    /// Copies the bytes; nil when there is no memory for them.
    init?(_ bytes: [UInt8], ending: String) {
        path = "/vsimem/phusong-\(UUID().uuidString).\(ending)"
        guard let copy = VSIMalloc(bytes.count) else { return nil }
        bytes.withUnsafeBytes { if let start = $0.baseAddress { copy.copyMemory(from: start, byteCount: $0.count) } }
        // GDAL owns the copy from here on.
        guard let file = VSIFileFromMemBuffer(path, copy.assumingMemoryBound(to: UInt8.self), UInt64(bytes.count), 1) else {
            VSIFree(copy)
            return nil
        }
        VSIFCloseL(file)
    }

    deinit {
        VSIUnlink(path)
    }
}
