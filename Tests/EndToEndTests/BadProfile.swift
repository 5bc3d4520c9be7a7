import Testing

/// What a fixture of `Resources/bad-profiles` is expected to give: a folder with `cases.csv` and the profiles it names.
struct BadProfile: Sendable, CustomTestStringConvertible {
    /// Its name in the folder: the defect.
    var fixture: String
    /// Exit code of `phusong-bench profile`: 65 with bad data, 66 when nothing is wrong but that a file is missing.
    var status: Int32 = 65
    /// Arguments beside `--cases`.
    var arguments = ["--model", "p1812", "--profiles", "."]
    /// Which of the printed cases have a loss; nil when the table as a whole cannot be read, so that nothing is printed.
    var hasLoss: [Bool]? = [false]
    /// All of stderr.
    var messages: [String]

    var testDescription: String { fixture }

    private static let deltaBullington = ["--model", "delta-bullington", "--profiles", "."]

    /// One entry for each fixture.
    static let all: [BadProfile] = [
        .init(
            fixture: "antenna-height-absurd",
            messages: [
                "cases.csv:2:htg_m: transmitterHeightMeters is -5.0; give a number from 1 to 3000 m above ground",
                "cases.csv:2:hrg_m: receiverHeightMeters is 45000.0; give a number from 1 to 3000 m above ground",
            ]),
        .init(
            fixture: "cases-column-missing", hasLoss: nil,
            messages: [
                "cases.csv:1:f_GHz: there is no such column; add the column f_GHz",
                "cases.csv:1:lat_r: there is no such column; add the column lat_r",
            ]),
        .init(
            fixture: "cases-column-twice", hasLoss: nil,
            messages: [
                "cases.csv:1:p_pct: the column stands twice; remove or rename one of them"
            ]),
        .init(
            fixture: "cases-empty", hasLoss: nil,
            messages: [
                "cases.csv: the file is empty; give a header line and one line for each case"
            ]),
        .init(
            fixture: "cases-header-only", hasLoss: nil,
            messages: [
                "cases.csv:1: there is nothing below the header; give one line for each case"
            ]),
        .init(
            fixture: "cases-missing", status: 66, hasLoss: nil,
            messages: [
                "cases.csv: there is no such file; check the path"
            ]),
        .init(
            fixture: "clutter-negative",
            messages: [
                "./path.csv:4:clutter height: clutterHeightsMeters is -15.0; give metres from 0 to 500"
            ]),
        .init(
            fixture: "delta-bullington-earth-flattened", arguments: deltaBullington,
            messages: [
                "cases.csv:2:ae_km: effectiveEarthRadiusKm is 8.5; give a number from 500 to 1000000 km"
            ]),
        .init(
            fixture: "delta-bullington-frequency-zero", arguments: deltaBullington,
            messages: [
                "cases.csv:2:f_MHz: frequencyGHz is 0.0; give a number from 0.001 to 1000 GHz"
            ]),
        .init(
            fixture: "distance-first-not-zero",
            messages: [
                "./path.csv:2:distance: distancesKm is 1.0; start the profile at the transmitter, with distance 0"
            ]),
        .init(
            fixture: "distances-repeated",
            messages: [
                "./path.csv:4:distance: distancesKm is 1.0 after 1.0; remove the repeated point"
            ]),
        .init(
            fixture: "distances-unsorted",
            messages: [
                "./path.csv:4:distance: distancesKm is 1.0 after 2.0; sort the profile by distance and give finite numbers"
            ]),
        .init(
            fixture: "frequency-100-ghz",
            messages: [
                "cases.csv:2:f_GHz: frequencyGHz is 100.0; give a number from 0.03 to 6 GHz"
            ]),
        .init(
            fixture: "frequency-zero",
            messages: [
                "cases.csv:2:f_GHz: frequencyGHz is 0.0; give a number from 0.03 to 6 GHz"
            ]),
        .init(
            fixture: "fryderyk-measurement-unreadable", arguments: [], hasLoss: nil,
            messages: [
                "cases.csv:20:polarization: \"vertical\" is not a polarization; give 1 for horizontal or 2 for vertical",
                "cases.csv:20:transmitter height: \"high\" is not a number; give a number such as 12.5",
            ]),
        .init(
            fixture: "fryderyk-refractivity-missing", arguments: [], hasLoss: nil,
            messages: [
                "cases.csv:-:No: there is no such line; add it as in the form of the ITU"
            ]),
        .init(
            fixture: "fryderyk-truncated", arguments: [], hasLoss: nil,
            messages: [
                "cases.csv: there is no section {Begin of Profile} … {End of Profile}; give a Fryderyk file, or name a folder with --profiles",
                "cases.csv: there is no section {Begin of Measurements} … {End of Measurements}; give a Fryderyk file, or name a folder with --profiles",
            ]),
        .init(
            fixture: "height-above-any-mountain",
            messages: [
                "./path.csv:4:height: heightsMeters is 41000.0; give metres from -500 to 9000"
            ]),
        .init(
            fixture: "height-empty",
            messages: [
                "./path.csv:4:height: the cell is empty; give metres as a number such as 12.5"
            ]),
        .init(
            fixture: "height-nan",
            messages: [
                "./path.csv:4:height: \"NaN\" is not a number; give metres as a number such as 12.5"
            ]),
        .init(
            fixture: "latitude-out-of-range",
            messages: [
                "cases.csv:2:lat_t: transmitter is longitude 22.1, latitude 105.1; give degrees within ±180 and ±90"
            ]),
        .init(
            fixture: "number-with-unit",
            messages: [
                "cases.csv:2:f_GHz: \"900 MHz\" is not a number; give a number such as 12.5"
            ]),
        .init(
            fixture: "one-bad-row-of-three", hasLoss: [true, false, true],
            messages: [
                "cases.csv:3:f_GHz: \"nine\" is not a number; give a number such as 12.5"
            ]),
        .init(
            fixture: "percent-out-of-range",
            messages: [
                "cases.csv:2:p_pct: timePercent is 0.5; give a number from 1 to 50 %",
                "cases.csv:2:pL_pct: locationPercent is 100.0; give a number from 1 to 99 %",
            ]),
        .init(
            fixture: "points-too-few",
            messages: [
                "./path.csv:-:distance: distancesKm is a list of 2; give at least 3 points, better 5 or more"
            ]),
        .init(
            fixture: "polarization-unknown",
            messages: [
                "cases.csv:2:pol: \"3\" is not a polarization; give 1 for horizontal or 2 for vertical"
            ]),
        .init(
            fixture: "profile-empty",
            messages: [
                "./path.csv: the file is empty; give one header line and at least 3 points"
            ]),
        .init(
            fixture: "profile-header-missing",
            messages: [
                "./path.csv:1: the first line holds numbers; put one header line above the points"
            ]),
        .init(
            fixture: "profile-header-only",
            messages: [
                "./path.csv:-:distance: distancesKm is a list of 0; give at least 3 points, better 5 or more"
            ]),
        .init(
            fixture: "profile-missing", status: 66,
            messages: [
                "./elsewhere.csv: there is no such file; check the path"
            ]),
        .init(
            fixture: "profile-quote-open",
            messages: [
                "./path.csv:3: a quotation mark is opened and never closed; close it"
            ]),
        .init(
            fixture: "zone-unknown",
            messages: [
                "./path.csv:5:zone: \"2\" is not a zone; give 1 for sea, 3 for coastal land or 4 for inland"
            ]),
    ]
}
