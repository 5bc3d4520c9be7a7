import CRsvg
import Foundation

/// Draws SVG text as a PNG, through librsvg and cairo.
///
/// Nothing outside the text is loaded: neither files nor addresses. Letters come from the fonts of the machine, so the pixels of text may differ
/// between machines; on one machine the same SVG gives the same bytes.
public enum PNGPicture {
    /// Widths that are drawn, in pixels.
    public static let widths = 16...8192

    /// Greatest height that is drawn, in pixels.
    static let greatestHeight = 16384.0

    /// The PNG of an SVG.
    ///
    /// - Parameters:
    ///   - svg: An SVG document with a `width` and a `height`, or a `viewBox`.
    ///   - width: Width of the picture in pixels, within `widths`; the height follows from the document's own proportions.
    /// - Returns: The bytes of the file.
    /// - Throws: `PictureError` when the width is out of range, the text is no SVG, or memory does not suffice.
    public static func data(svg: String, width: Int) throws(PictureError) -> Data {
        guard widths.contains(width) else {
            throw PictureError(
                code: .badWidth, reason: "a width of \(width) pixels is not drawn",
                remedy: "Give \(widths.lowerBound) to \(widths.upperBound) pixels")
        }
        let text = Array(svg.utf8)
        var problem: UnsafeMutablePointer<GError>?
        guard let handle = rsvg_handle_new_from_data(text, text.count, &problem) else {
            throw PictureError(code: .badSVG, reason: "not an SVG (\(taken(problem)))", remedy: "Give a whole, well-formed SVG document")
        }
        defer { g_object_unref(UnsafeMutableRawPointer(handle)) }
        let height = try pixelHeight(of: handle, width: width)

        let surface = cairo_image_surface_create(CAIRO_FORMAT_ARGB32, Int32(width), Int32(height))
        defer { cairo_surface_destroy(surface) }
        let context = cairo_create(surface)
        defer { cairo_destroy(context) }
        guard cairo_status(context) == CAIRO_STATUS_SUCCESS else {
            throw failed(String(cString: cairo_status_to_string(cairo_status(context))))
        }
        var viewport = RsvgRectangle(x: 0, y: 0, width: Double(width), height: Double(height))
        guard rsvg_handle_render_document(handle, context, &viewport, &problem) != 0 else { throw failed(taken(problem)) }
        return try encoded(surface)
    }

    private static func pixelHeight(of handle: OpaquePointer, width: Int) throws(PictureError) -> Int {
        var ownWidth = 0.0
        var ownHeight = 0.0
        let isKnown = rsvg_handle_get_intrinsic_size_in_pixels(handle, &ownWidth, &ownHeight) != 0
        let height = (Double(width) * ownHeight / ownWidth).rounded()
        guard isKnown, height >= 1, height <= greatestHeight else {
            throw PictureError(
                code: .badSVG, reason: "the SVG has no usable width and height", remedy: "Give it both, in pixels, of like magnitude")
        }
        return Int(height)
    }

    private static func encoded(_ surface: OpaquePointer?) throws(PictureError) -> Data {
        var png = Data()
        let status = withUnsafeMutablePointer(to: &png) { target in
            cairo_surface_write_to_png_stream(
                surface,
                { target, bytes, count in
                    guard let target, let bytes else { return CAIRO_STATUS_WRITE_ERROR }
                    target.assumingMemoryBound(to: Data.self).pointee.append(bytes, count: Int(count))
                    return CAIRO_STATUS_SUCCESS
                }, target)
        }
        guard status == CAIRO_STATUS_SUCCESS else { throw failed(String(cString: cairo_status_to_string(status))) }
        return png
    }

    private static func failed(_ reason: String) -> PictureError {
        PictureError(
            code: .drawingFailed, reason: "drawing broke off (\(reason))", remedy: "Ask for a smaller width, or take the SVG itself")
    }

    /// The message of a GLib error, which is freed.
    private static func taken(_ problem: UnsafeMutablePointer<GError>?) -> String {
        guard let problem else { return "no reason given" }
        defer { g_error_free(problem) }
        return problem.pointee.message.map { String(cString: $0) } ?? "no reason given"
    }
}
