import CPROJ

/// A PROJ context of its own: never on the network, silent on stderr, its last message kept.
///
/// Not thread-safe, as PROJ demands: used by one thread at a time.
final class ProjContext {
    let handle: OpaquePointer
    private let messages = MessageBox()

    private final class MessageBox {
        var last: String?
    }

    init() throws(GeodesyError) {
        guard let handle = proj_context_create() else {
            throw GeodesyError(
                code: .libraryUnusable, subject: "PROJ", reason: "no context could be created", remedy: "Check the installed libproj")
        }
        self.handle = handle
        proj_context_set_enable_network(handle, 0)
        proj_log_level(handle, PJ_LOG_ERROR)
        proj_log_func(handle, Unmanaged.passUnretained(messages).toOpaque()) { box, _, text in
            guard let box, let text else { return }
            Unmanaged<MessageBox>.fromOpaque(box).takeUnretainedValue().last = String(cString: text)
        }
    }

    deinit {
        proj_context_destroy(handle)
    }

    /// PROJ's last words, and forgets them.
    func takeMessage() -> String {
        defer { messages.last = nil }
        if let last = messages.last { return last }
        let number = proj_context_errno(handle)
        guard number != 0, let text = proj_context_errno_string(handle, number) else { return "PROJ gives no reason" }
        return String(cString: text)
    }

    /// Parses a definition into an object owned by the caller.
    func create(_ definition: String) -> ProjObject? {
        ProjObject(proj_create(handle, definition), in: self)
    }
}

/// A PROJ object and the context it lives in; destroyed with its last owner.
final class ProjObject {
    let handle: OpaquePointer
    let context: ProjContext

    /// Takes ownership; nil stays nil.
    init?(_ handle: OpaquePointer?, in context: ProjContext) {
        guard let handle else { return nil }
        self.handle = handle
        self.context = context
    }

    deinit {
        proj_destroy(handle)
    }

    var name: String {
        proj_get_name(handle).map { String(cString: $0) } ?? ""
    }

    var type: PJ_TYPE { proj_get_type(handle) }
}
