/// Where a report is signed, and to whom it goes: left blank.
struct ReportSignatures {
    private let words: ReportWords

    init(_ content: ReportContent) { words = content.words }

    var html: HTML {
        let people: [(String, String)] = [
            (words.say("NGƯỜI LẬP BÁO CÁO", "PREPARED BY"), words.say("(Ký, ghi rõ họ tên)", "(signature, name)")),
            (words.say("NGƯỜI KIỂM TRA", "CHECKED BY"), words.say("(Ký, ghi rõ họ tên)", "(signature, name)")),
            (
                words.say("THỦ TRƯỞNG CƠ QUAN, ĐƠN VỊ", "HEAD OF THE ISSUING BODY"),
                words.say("(Chức vụ, chữ ký, họ tên, đóng dấu)", "(title, signature, name, seal)")
            ),
        ]
        let columns = people.map {
            "<div><p><b>\($0.0)</b></p><p><i>\($0.1)</i></p><p class=\"line blank\">…………………………</p></div>" as HTML
        }
        return """
            <section class="signed" aria-label="\(words.say("Ký duyệt", "Signatures"))">
            <div class="signatures">
            \(columns.markup(separator: "\n"))
            </div>
            <p class="note"><i>\(words.say("Nơi nhận:", "Copies to:"))</i> ………………………………………………………………………</p>
            </section>

            """
    }
}
