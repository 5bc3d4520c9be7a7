import Foundation

/// Looks into a `.vrt` before GDAL does: it is a text that names other files, and could name a server.
enum VirtualRaster {
    /// What keeps the text from being used; nil when the file is no VRT, or names local files only.
    static func defect(_ path: String) -> String? {
        guard let handle = FileHandle(forReadingAtPath: path) else { return nil }
        defer { try? handle.close() }
        guard let head = try? handle.read(upToCount: 512), String(decoding: head, as: UTF8.self).contains("<VRTDataset") else { return nil }
        guard let rest = try? handle.readToEnd() ?? Data() else { return "the VRT cannot be read" }
        let text = String(decoding: head + rest, as: UTF8.self).lowercased()
        let remote = ["/vsicurl", "/vsis3", "/vsigs", "/vsiaz", "/vsiadls", "/vsioss", "/vsiswift", "/vsihdfs", "/vsiwebhdfs", "/vsistdin"]
        let named = text.components(separatedBy: "<source").dropFirst().contains { part in
            let element = part.components(separatedBy: "</").first ?? part
            // An escaped character could hide an address.
            return element.contains("://") || element.contains("&#") || element.contains("<gdal_wms") || element.contains("wcs:")
        }
        return named || remote.contains { text.contains($0) } ? "the VRT names a file on a network, which is not read" : nil
    }
}
