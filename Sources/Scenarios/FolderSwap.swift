import Foundation

/// Renames that the kernel does in one step, so that no reader and no signal finds a moment between.
enum FolderSwap {
    /// How a rename ended.
    enum Outcome: Hashable {
        case done
        /// Something stands at the target.
        case taken
        case failed
    }

    /// Puts a folder in place where nothing, or an empty folder, stands. `FileManager` would look first and move later; rename(2) refuses
    /// a folder with content by itself.
    static func place(_ folder: String, at target: String) -> Outcome {
        if rename(folder, target) == 0 { return .done }
        return [ENOTEMPTY, EEXIST, ENOTDIR].contains(errno) ? .taken : .failed
    }

    /// Exchanges two folders; false when the system or the file system cannot.
    static func exchange(_ left: String, _ right: String) -> Bool {
        #if canImport(Darwin)
            return renamex_np(left, right, UInt32(RENAME_SWAP)) == 0
        #else
            // Glibc's header hides renameat2 from Swift (it needs _GNU_SOURCE), and an older libc has none: it is looked up.
            typealias RenameAt2 = @convention(c) (Int32, UnsafePointer<CChar>, Int32, UnsafePointer<CChar>, UInt32) -> Int32
            guard let symbol = dlsym(nil, "renameat2") else { return false }
            let exchangeFlag: UInt32 = 2
            return unsafeBitCast(symbol, to: RenameAt2.self)(AT_FDCWD, left, AT_FDCWD, right, exchangeFlag) == 0
        #endif
    }
}
