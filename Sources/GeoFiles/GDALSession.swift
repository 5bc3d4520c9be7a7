import CGDAL

/// What GDAL said during one piece of work.
final class GDALMessages {
    /// Failures, oldest first.
    fileprivate(set) var failures: [String] = []
    /// Warnings, oldest first.
    fileprivate(set) var warnings: [String] = []

    /// The last failure, else the last warning, for use in a sentence.
    var lastWords: String {
        (failures.last ?? warnings.last ?? "GDAL gives no reason").trimmingSuffix(".")
    }
}

extension String {
    fileprivate func trimmingSuffix(_ suffix: Character) -> String {
        last == suffix ? String(dropLast()) : self
    }
}

/// GDAL made ready once, and its messages caught.
enum GDALSession {
    /// Registration is not thread-safe in itself; Swift runs this once. Drivers that cannot be loaded complain to nobody.
    private static let ready: Bool = {
        collecting(GDALMessages()) {
            GDALAllRegister()
            // Offline: PROJ inside GDAL must not fetch grids.
            OSRSetPROJEnableNetwork(0)
        }
        return true
    }()

    /// Runs work with GDAL's messages collected instead of printed, and some options set for this thread only.
    static func run<Value, Failure: Error>(
        options: [(name: String, value: String)] = [], _ work: (GDALMessages) throws(Failure) -> Value
    ) throws(Failure) -> Value {
        _ = ready
        let messages = GDALMessages()
        for option in options { CPLSetThreadLocalConfigOption(option.name, option.value) }
        defer {
            for option in options { CPLSetThreadLocalConfigOption(option.name, nil) }
        }
        return try collecting(messages) { () throws(Failure) -> Value in try work(messages) }
    }

    /// Goes on collecting into the messages of a session around another one, such as a writer's while it is fed by a reader.
    static func resume<Value, Failure: Error>(_ messages: GDALMessages, _ work: () throws(Failure) -> Value) throws(Failure) -> Value {
        try collecting(messages, work)
    }

    private static func collecting<Value, Failure: Error>(
        _ messages: GDALMessages, _ work: () throws(Failure) -> Value
    ) throws(Failure) -> Value {
        // The handler belongs to this thread alone.
        CPLPushErrorHandlerEx(
            { severity, _, text in
                guard let context = CPLGetErrorHandlerUserData(), let text else { return }
                let messages = Unmanaged<GDALMessages>.fromOpaque(context).takeUnretainedValue()
                switch severity {
                case CE_Failure, CE_Fatal: messages.failures.append(String(cString: text))
                case CE_Warning: messages.warnings.append(String(cString: text))
                default: break
                }
            }, Unmanaged.passUnretained(messages).toOpaque())
        defer {
            CPLPopErrorHandler()
            withExtendedLifetime(messages) {}
        }
        return try work()
    }
}

/// A list of texts in GDAL's own form, freed with its owner.
final class GDALTextList {
    private(set) var pointer: UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>?

    init(_ texts: [String]) {
        for text in texts { pointer = CSLAddString(pointer, text) }
    }

    deinit {
        CSLDestroy(pointer)
    }

    /// For functions that promise not to change the list.
    var constant: UnsafePointer<UnsafePointer<CChar>?>? {
        pointer.map { UnsafeRawPointer($0).assumingMemoryBound(to: UnsafePointer<CChar>?.self) }
    }
}

/// An open data set, closed with its owner. One thread at a time.
final class GDALDataset {
    private(set) var handle: GDALDatasetH?

    /// Takes ownership; nil stays nil.
    init?(_ handle: GDALDatasetH?) {
        guard let handle else { return nil }
        self.handle = handle
    }

    /// Opens a file to read its layers, by some drivers only.
    convenience init?(opening path: String, drivers: [String], options: [String] = []) {
        let drivers = GDALTextList(drivers)
        let options = GDALTextList(options)
        defer { withExtendedLifetime((drivers, options)) {} }
        self.init(GDALOpenEx(path, phusong_open_vector_read_only(), drivers.constant, options.constant, nil))
    }

    deinit {
        close()
    }

    /// Writes everything out and closes; messages come through the session.
    func close() {
        if let handle { GDALClose(handle) }
        handle = nil
    }

    var driverName: String {
        guard let handle, let driver = GDALGetDatasetDriver(handle), let name = GDALGetDriverShortName(driver) else { return "" }
        return String(cString: name)
    }
}
