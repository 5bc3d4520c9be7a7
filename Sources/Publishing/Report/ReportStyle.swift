import Planning

/// The style sheet of a report: a page to be read on a screen, and A4 sheets to be printed, signed and filed.
enum ReportStyle {
    /// The faces of Vietnamese administrative documents, and those that have the same widths where they are not installed.
    private static let serif = "'Times New Roman', 'Liberation Serif', Tinos, 'Noto Serif', 'DejaVu Serif', serif"

    /// The whole sheet. The running foot of printed pages is in the report's language.
    static func sheet(_ language: Language) -> String {
        let foot = language == .vietnamese ? "'Trang ' counter(page) ' / ' counter(pages)" : "'Page ' counter(page) ' of ' counter(pages)"
        return HTMLPage.commonStyle + screen + paper(foot)
    }

    private static let screen = """
        html { background: #e9ecef }
        body { font-family: \(serif); font-size: 17px; line-height: 1.5; color: #111; background: #fff; max-width: 54rem; margin: 1.5rem auto;
          padding: 3rem 4rem; box-shadow: 0 1px 6px #0003; counter-reset: none }
        h1 { font-size: 1.5rem; text-align: center; line-height: 1.3; margin: 2rem auto .3rem; max-width: 40rem }
        h2 { font-size: 1.2rem; margin: 2rem 0 .6rem; padding-bottom: .2rem; border-bottom: 1.5px solid #08519c }
        h3 { font-size: 1.05rem; margin: 1.4rem 0 .5rem }
        p { margin: .5rem 0; text-align: justify; hyphens: none }
        a { color: #08519c; text-decoration: none } a:hover, a:focus { text-decoration: underline }
        table { width: 100%; font-size: .86rem; line-height: 1.35; margin: .6rem 0 1.2rem; font-variant-numeric: lining-nums tabular-nums }
        caption { text-align: left; padding: .3rem 0; font-size: .92rem }
        th, td { border: 1px solid #9aa5b1; padding: .25rem .45rem }
        thead th { vertical-align: middle; text-align: center } tbody th { font-weight: normal }
        tfoot td, tfoot th { font-weight: bold; background: #f3f6fa }
        td.n, td.s { white-space: nowrap } thead th.n { white-space: normal }
        .pairs tbody th { width: 13rem } .places tbody th { white-space: nowrap }
        figure { margin: 1rem 0 1.4rem; text-align: center } figure svg { display: block; margin: 0 auto; max-width: 100%; height: auto }
        figcaption { font-size: .92rem; margin-top: .4rem }
        .note { color: #444; font-size: .88rem }
        .masthead { display: grid; grid-template-columns: 1fr 1fr; gap: 2rem; text-align: center }
        .masthead p { text-align: center; margin: .15rem 0 } .blank { color: #777 }
        .subtitle { text-align: center; font-weight: bold; margin: .2rem auto } .centred { text-align: center }
        .notice { border: 1px solid #b35806; border-left-width: 5px; padding: .5rem .8rem; margin: 1rem 0; font-size: .92rem; background: #fff8ef }
        .notice p { margin: .2rem 0 }
        .facts th { width: 13rem; text-align: left; background: #f3f6fa } .facts td { overflow-wrap: anywhere }
        .key { display: grid; grid-template-columns: repeat(auto-fit, minmax(10.5rem, 1fr)); gap: .6rem; margin: 1rem 0; padding: 0 }
        .key div { border: 1px solid #9aa5b1; border-top: 4px solid #08519c; padding: .5rem .7rem }
        .key dt { font-size: .88rem; color: #333 } .key dd { margin: 0; font-size: 1.35rem; font-weight: bold; line-height: 1.25 }
        .key dd span { display: block; font-size: .85rem; font-weight: normal; color: #333 }
        nav ul { list-style: none; padding-left: 0; margin: .3rem 0 } nav ul ul { padding-left: 1.6rem }
        ul { padding-left: 1.6rem } li { margin: .2rem 0 }
        .hash { font-family: 'Liberation Mono', 'DejaVu Sans Mono', monospace; font-size: .8em; overflow-wrap: anywhere; word-break: break-all }
        .signatures { display: grid; grid-template-columns: repeat(3, 1fr); gap: 1rem; text-align: center; margin: 2.5rem 0 1rem }
        .signatures p { text-align: center; margin: .1rem 0 } .signatures .line { margin-top: 6rem }
        .small td, .small th { font-size: .78rem; padding: .18rem .3rem }
        @media screen and (max-width: 60rem) { body { padding: 1rem; margin: 0 } .masthead, .signatures { grid-template-columns: 1fr } p { text-align: left } }

        """

    private static func paper(_ foot: String) -> String {
        """
        @page { size: A4; margin: 20mm 18mm 20mm 25mm; @bottom-center { content: \(foot); font-family: \(serif); font-size: 10pt; color: #333 } }
        @page :first { @bottom-center { content: none } }
        @page sideways { size: A4 landscape; margin: 18mm 15mm 18mm 15mm }
        @media print {
          html { background: none }
          body { max-width: none; margin: 0; padding: 0; box-shadow: none; font-size: 12.5pt; line-height: 1.4 }
          h1 { font-size: 16pt } h2 { font-size: 14pt } h3 { font-size: 12.5pt } h2, h3, caption { break-after: avoid }
          p, li { orphans: 3; widows: 3 }
          table { font-size: 10pt } .small td, .small th { font-size: 8.5pt }
          .wide { overflow: visible } thead { display: table-header-group } tfoot { display: table-row-group } tr { break-inside: avoid }
          figure, .key, .notice, .signatures, .keep { break-inside: avoid } figure svg { max-height: 165mm } .tall svg { max-height: 215mm }
          tbody tr:first-child, tbody tr:nth-child(2), tbody tr:last-child, tfoot { break-before: avoid }
          nav { break-after: page } nav h2 { margin-top: 1rem } nav > ul { columns: 2; column-gap: 2rem; font-size: 11.5pt; line-height: 1.3 } nav ul ul { display: none }
          .key { grid-template-columns: repeat(4, 1fr) } .masthead { gap: 1rem } .facts .hash { font-size: .7em } .facts th { width: 11rem }
          .sideways table { width: 99.5% }
          .signed { break-inside: avoid } .signed + .annex, .sideways { break-before: page } .sideways + section { break-before: page }
          .sideways { page: sideways } a { color: inherit }
          thead th, tfoot td, tfoot th, .facts th, .notice { -webkit-print-color-adjust: exact; print-color-adjust: exact }
        }
        """
    }
}
