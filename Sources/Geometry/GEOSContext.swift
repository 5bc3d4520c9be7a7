import CGEOS

/// A GEOS context of its own; keeps the last error message, prints nothing. About a microsecond to make.
///
/// Not thread-safe, as GEOS demands: used by one thread at a time.
final class GEOSContext {
    let handle: OpaquePointer
    private let messages = MessageBox()

    private final class MessageBox {
        var last: String?
    }

    init() throws(GeometryError) {
        guard let handle = GEOS_init_r() else {
            throw GeometryError(code: .libraryFailure, reason: "GEOS gave no context", remedy: "Check memory and the installed libgeos")
        }
        self.handle = handle
        GEOSContext_setErrorMessageHandler_r(
            handle,
            { text, box in
                guard let box, let text else { return }
                Unmanaged<MessageBox>.fromOpaque(box).takeUnretainedValue().last = String(cString: text)
            }, Unmanaged.passUnretained(messages).toOpaque())
    }

    deinit {
        GEOS_finish_r(handle)
    }

    /// An error with GEOS's last words.
    func failure(_ operation: String) -> GeometryError {
        defer { messages.last = nil }
        return GeometryError(
            code: .libraryFailure, reason: "GEOS could not \(operation) (\(messages.last ?? "no reason given"))",
            remedy: "Check the polygon for crossing or doubled edges")
    }
}
