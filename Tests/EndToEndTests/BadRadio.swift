import Foundation
import Testing

/// What a fixture of `Resources/bad-radio` is expected to give. Its villages and its ground are sound: every finding is about masts, antennas,
/// air, land cover or how prediction is asked for.
struct BadRadio: Sendable, CustomTestStringConvertible {
    /// Its name in the folder: the defect.
    var fixture: String
    /// Exit code of `check`.
    var check: Int32
    /// Exit code of `gaps`, which goes on with what is sound.
    var gaps: Int32
    /// The grade of every village that `gaps` wrote: c covered, n no signal, ? unknown.
    var grades: String?
    /// The program does not give this yet.
    var isKnown: Bool
    /// Every finding in order: severity, code, file, row (`-` for the whole file) and field.
    var findings: [String]

    init(_ fixture: String, check: Int32, gaps: Int32, grades: String? = nil, isKnown: Bool = false, _ findings: [String]) {
        self.fixture = fixture
        self.check = check
        self.gaps = gaps
        self.grades = grades
        self.isKnown = isKnown
        self.findings = findings
    }

    var testDescription: String { fixture }

    /// One line for each fixture.
    static let all: [BadRadio] = [
        .init(
            "antenna-unknown", check: 0, gaps: 0, grades: "ccn",
            ["W antenna-unknown sites.csv - antenna", "W antenna-replaced sites.csv - antenna"]),
        .init("azimuth-400", check: 65, gaps: 0, grades: "ccn", ["E number-out-of-range sites.csv 3 azimuth_deg"]),
        .init("azimuth-text", check: 65, gaps: 0, grades: "ccn", ["E number-unreadable sites.csv 3 azimuth_deg"]),
        .init("band-0", check: 65, gaps: 0, grades: "ccn", ["E number-out-of-range sites.csv 3 band_mhz"]),
        .init("band-1e9", check: 65, gaps: 0, grades: "ccn", ["E number-out-of-range sites.csv 3 band_mhz"]),
        .init("band-28000", check: 0, gaps: 0, grades: "ccn", ["W band-not-usable sites.csv - band_mhz"]),
        .init("both-without-terrain", check: 65, gaps: 65, ["E setting-missing project.yaml 7 terrain"]),
        .init("clutter-class-text", check: 65, gaps: 65, ["E setting-invalid project.yaml 9 clutter.classes.trees"]),
        .init("clutter-height-negative", check: 65, gaps: 65, ["E setting-invalid project.yaml 9 clutter.classes.10"]),
        .init("clutter-missing-file", check: 66, gaps: 66, ["E file-missing none.tif -"]),
        .init(
            "clutter-without-terrain", check: 65, gaps: 65,
            ["W setting-not-used-yet project.yaml 8 clutter", "E setting-invalid project.yaml 8 clutter"]),
        .init("mast-0", check: 65, gaps: 0, grades: "ccn", ["E number-out-of-range sites.csv 3 mast_height_m"]),
        .init(
            "mast-0-beyond-terrain", check: 65, gaps: 0, grades: "c?n",
            ["E number-out-of-range sites.csv 3 mast_height_m", "W terrain-tile-missing ../../bad-rasters/raster-good/terrain - N22E105"]),
        .init("mast-100000", check: 65, gaps: 0, grades: "ccn", ["E number-out-of-range sites.csv 3 mast_height_m"]),
        .init("mast-nan", check: 65, gaps: 0, grades: "ccn", ["E number-unreadable sites.csv 3 mast_height_m"]),
        .init("mast-negative", check: 65, gaps: 0, grades: "ccn", ["E number-negative sites.csv 3 mast_height_m"]),
        .init("mast-text", check: 65, gaps: 0, grades: "ccn", ["E number-unreadable sites.csv 3 mast_height_m"]),
        .init("mode-unknown", check: 65, gaps: 65, ["E setting-invalid project.yaml 7 coverage.mode"]),
        .init(
            "pattern-absolute", check: 0, gaps: 0, grades: "ccn",
            ["W antenna-unknown sites.csv - antenna", "W antenna-replaced sites.csv - antenna"]),
        .init(
            "pattern-angle-500", check: 65, gaps: 0, grades: "ccn",
            ["E antenna-pattern-invalid a.msi 6 HORIZONTAL", "W antenna-replaced sites.csv - antenna"]),
        .init(
            "pattern-angle-twice", check: 65, gaps: 0, grades: "ccn",
            ["E antenna-pattern-invalid a.msi 7 HORIZONTAL", "W antenna-replaced sites.csv - antenna"]),
        .init(
            "pattern-binary", check: 65, gaps: 0, grades: "ccn",
            ["E antenna-pattern-invalid a.msi -", "W antenna-replaced sites.csv - antenna"]),
        .init(
            "pattern-empty", check: 65, gaps: 0, grades: "ccn",
            ["E antenna-pattern-invalid a.msi -", "W antenna-replaced sites.csv - antenna"]),
        .init(
            "pattern-gain-absurd", check: 65, gaps: 0, grades: "ccn",
            ["E antenna-pattern-invalid a.msi 3 GAIN", "W antenna-replaced sites.csv - antenna"]),
        .init(
            "pattern-gain-missing", check: 65, gaps: 0, grades: "ccn",
            ["E antenna-pattern-invalid a.msi - GAIN", "W antenna-replaced sites.csv - antenna"]),
        .init(
            "pattern-gain-text", check: 65, gaps: 0, grades: "ccn",
            ["E antenna-pattern-invalid a.msi 3 GAIN", "W antenna-replaced sites.csv - antenna"]),
        .init(
            "pattern-gain-unit-unknown", check: 65, gaps: 0, grades: "ccn",
            ["E antenna-pattern-invalid a.msi 3 GAIN", "W antenna-replaced sites.csv - antenna"]),
        .init(
            "pattern-gaps", check: 65, gaps: 0, grades: "ccn",
            ["E antenna-pattern-invalid a.msi 4 HORIZONTAL", "W antenna-replaced sites.csv - antenna"]),
        .init("pattern-good", check: 0, gaps: 0, grades: "ccn", []),
        .init(
            "pattern-is-a-folder", check: 65, gaps: 0, grades: "ccn",
            ["E file-unreadable a.msi -", "W antenna-replaced sites.csv - antenna"]),
        .init(
            "pattern-loss-absurd", check: 65, gaps: 0, grades: "ccn",
            ["E antenna-pattern-invalid a.msi 6 HORIZONTAL", "W antenna-replaced sites.csv - antenna"]),
        .init("pattern-missing", check: 66, gaps: 0, grades: "ccn", ["E file-missing a.msi -", "W antenna-replaced sites.csv - antenna"]),
        .init(
            "pattern-outside-folder", check: 0, gaps: 0, grades: "ccn",
            ["W antenna-unknown sites.csv - antenna", "W antenna-replaced sites.csv - antenna"]),
        .init(
            "pattern-row-not-a-number", check: 65, gaps: 0, grades: "ccn",
            [
                "E antenna-pattern-invalid a.msi 6 HORIZONTAL", "E antenna-pattern-invalid a.msi 7 HORIZONTAL",
                "W antenna-replaced sites.csv - antenna",
            ]),
        .init(
            "pattern-table-missing", check: 65, gaps: 0, grades: "ccn",
            ["E antenna-pattern-invalid a.msi - VERTICAL", "W antenna-replaced sites.csv - antenna"]),
        .init(
            "pattern-table-truncated", check: 65, gaps: 0, grades: "ccn",
            [
                "E antenna-pattern-invalid a.msi 41 VERTICAL", "E antenna-pattern-invalid a.msi 41 VERTICAL",
                "W antenna-replaced sites.csv - antenna",
            ]),
        .init("power-200", check: 65, gaps: 0, grades: "ccn", ["E number-out-of-range sites.csv 3 power_dbm"]),
        .init("power-watts", check: 65, gaps: 0, grades: "ccn", ["E number-unreadable sites.csv 3 power_dbm"]),
        .init("prediction-without-terrain", check: 65, gaps: 65, ["E setting-missing project.yaml 7 terrain"]),
        .init("radio-a-number", check: 65, gaps: 65, ["E setting-invalid project.yaml 9 radio"]),
        .init("radio-delta-n-157", check: 65, gaps: 65, ["E setting-invalid project.yaml 9 radio.deltaN"]),
        .init("radio-delta-n-absurd", check: 65, gaps: 65, ["E setting-invalid project.yaml 9 radio.deltaN"]),
        .init("radio-good", check: 0, gaps: 0, grades: "cnn", []),
        .init("radio-n0-alone", check: 65, gaps: 65, ["E setting-missing project.yaml 9 radio.deltaN"]),
        .init("radio-n0-nan", check: 65, gaps: 65, ["E setting-invalid project.yaml 9 radio.n0"]),
        .init("radio-text", check: 65, gaps: 65, ["E setting-invalid project.yaml 9 radio.deltaN"]),
        .init("radio-unknown-key", check: 65, gaps: 65, ["E setting-unknown project.yaml 9 radio.k"]),
        .init("range-0", check: 65, gaps: 65, ["E setting-invalid project.yaml 7 coverage.maxRangeKm"]),
        .init("range-1000", check: 65, gaps: 65, ["E setting-invalid project.yaml 7 coverage.maxRangeKm"]),
        .init("range-nan", check: 65, gaps: 65, ["E setting-invalid project.yaml 7 coverage.maxRangeKm"]),
        .init("range-text", check: 65, gaps: 65, ["E setting-invalid project.yaml 7 coverage.maxRangeKm"]),
        .init(
            "sector-width-absurd", check: 0, gaps: 0, grades: "ccn",
            ["W antenna-unknown sites.csv - antenna", "W antenna-replaced sites.csv - antenna"]),
        .init(
            "site-beyond-terrain", check: 0, gaps: 0, grades: "cnn",
            ["W terrain-tile-missing ../../bad-rasters/raster-good/terrain - N21E105"]),
        .init(
            "site-in-the-sea", check: 0, gaps: 0, grades: "cnn", ["W terrain-tile-missing ../../bad-rasters/raster-good/terrain - N20E108"]),
        .init("site-outside-country", check: 65, gaps: 0, grades: "cnn", ["E coordinate-outside-country sites.csv 3 lon"]),
        .init("surface-unknown", check: 65, gaps: 65, ["E setting-invalid project.yaml 8 terrain.surface"]),
        .init("terrain-empty-mapping", check: 65, gaps: 65, ["E setting-missing project.yaml 8 terrain.folder"]),
        .init("terrain-folder-and-file", check: 65, gaps: 65, ["E setting-invalid project.yaml 8 terrain.file"]),
        .init("tilt-200", check: 65, gaps: 0, grades: "ccn", ["E number-out-of-range sites.csv 3 tilt_deg"]),
        .init("tilt-text", check: 65, gaps: 0, grades: "ccn", ["E number-unreadable sites.csv 3 tilt_deg"]),
        .init(
            "village-beyond-terrain", check: 0, gaps: 0, grades: "cnnn",
            ["W terrain-tile-missing ../../bad-rasters/raster-good/terrain - N21E105"]),
    ]
}
