import Foundation
import Publishing
import Scenarios

extension OutputOptions {
    /// What to do about a folder that is taken, for commands with these options.
    static let takenRemedy = "add --force to replace it, or choose another folder with -o"
}

extension CommonOptions {
    /// Tells of runs whose files are not what was written: what is made from them is worth no more.
    func warnOfChanged(_ folders: [String]) {
        for folder in folders {
            guard let manifest = try? RunStore.document(Manifest.self, "run.json", in: folder), !manifest.isIntact(in: folder) else {
                continue
            }
            Terminal.talk((language == .vietnamese ? "cảnh báo: " : "warning: ") + manifest.changedWarning(folder).text(language))
        }
    }
}

/// Where a command's folder goes, and whether it is there already.
struct RunPlace {
    var folder: String
    /// True when the default folder of exactly these inputs stands there and is left as it is.
    var isUnchanged: Bool
    /// True when what stands there is a plan that the new one does not beat.
    var keepsStoredPlan = false
    /// Equal hash, equal results; empty where the folder's name does not come from it.
    private var inputHash = ""

    init(folder: String, isUnchanged: Bool) {
        (self.folder, self.isUnchanged) = (folder, isUnchanged)
    }

    /// Fills and puts the folder in place. Where another process has put the same run there meanwhile, that one stands and the place is unchanged.
    ///
    /// - Throws: as `RunStore.commit`.
    mutating func commit(_ options: OutputOptions, overwrite: Bool, _ fill: (_ stagingFolder: String) throws -> Void) throws {
        do {
            try RunStore.commit(to: folder, overwrite: overwrite, remedy: OutputOptions.takenRemedy, fill: fill)
            isUnchanged = false
        } catch let error as StoreError where error.kind == .cannotCreate && options.output == nil {
            guard standsThere else { throw error }
            isUnchanged = true
        }
    }

    /// Whether the run of exactly these inputs stands in the folder, every file as the run wrote it.
    private var standsThere: Bool {
        let manifest = try? RunStore.document(Manifest.self, "run.json", in: folder)
        return !inputHash.isEmpty && manifest?.inputHash == inputHash && (manifest?.isIntact(in: folder) ?? false)
    }

    /// - Throws: `StoreError` when the folder may not be written.
    init(_ options: OutputOptions, defaultFolder: String, inputHash: String) throws(StoreError) {
        if let stated = options.output {
            folder = stated
            isUnchanged = false
            try RunStore.throwIfTaken(stated, overwrite: options.force, remedy: OutputOptions.takenRemedy)
            return
        }
        folder = defaultFolder
        self.inputHash = inputHash
        isUnchanged = false
        // The folder's name is the hash of its inputs. It is left as it is only if every file in it still is what the run wrote.
        isUnchanged = !options.force && standsThere
        guard !isUnchanged else { return }
        do {
            try RunStore.throwIfTaken(defaultFolder, overwrite: options.force, remedy: OutputOptions.takenRemedy)
        } catch {
            // The same run stood here once: who sees its name must not take it for that.
            guard !options.force, RunStore.isOwn(defaultFolder) else { throw error }
            throw StoreError(
                .cannotCreate, path: defaultFolder, reason: "the run that stands here is damaged: a file is missing or was changed",
                remedy: "add --force to make it anew, or `phusong runs prune` to remove it")
        }
    }
}

/// The moment a command started, for `run.json`.
struct StartTime {
    private let date = Date()

    /// ISO 8601, UTC.
    var text: String { ISO8601DateFormatter().string(from: date) }
}
