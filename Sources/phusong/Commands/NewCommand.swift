import ArgumentParser
import Foundation
import Planning
import Scenarios

struct NewCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "new",
        abstract: "Writes a commented project with empty tables.",
        discussion: """
            Example:
              phusong new my-province
              phusong check my-province

            Fill in the tables, then run `phusong check`, `phusong gaps`, `phusong plan`.
            Exit codes: 0 ok · 64 usage · 66 the shipped rules were not found · 73 the folder is there already · 74 I/O
            """)

    @Argument(help: "Folder to make.", completion: .directory)
    var dir: String

    @OptionGroup var common: CommonOptions

    func run() throws {
        try Failure.reporting(common) {
            guard let rules = DataFolder.rules(common.data), let rule = FileManager.default.contents(atPath: "\(rules)/two-grade-2024.yaml")
            else {
                throw StoreError(
                    .missing, path: common.data ?? "GeoData", reason: "the folder of the shipped rules was not found",
                    remedy: "name it with --data or PHUSONG_DATA")
            }
            let name = URL(fileURLWithPath: dir).standardizedFileURL.lastPathComponent
            try RunStore.commit(to: dir, overwrite: false) { folder in
                for (file, text) in ProjectTemplate.files(name: name) { try RunStore.write(Data(text.utf8), to: "\(folder)/\(file)") }
                try RunStore.write(rule, to: "\(folder)/rule.yaml")
            }
            if common.json {
                try Terminal.data(try CanonicalJSON.text(["schema": "phusong.new/1", "project": "\(dir)/project.yaml"]))
            } else if !common.quiet {
                try Terminal.data(
                    common.language == .vietnamese
                        ? "Đã ghi: \(dir)/\nĐiền các bảng rồi chạy: phusong check \(dir)\n"
                        : "Written: \(dir)/\nFill in the tables, then run: phusong check \(dir)\n")
            }
        }
    }
}
