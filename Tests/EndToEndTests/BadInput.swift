import Testing

/// What a fixture of `Resources/bad` is expected to give.
struct BadInput: Sendable, CustomTestStringConvertible {
    /// Its name in the folder: the defect.
    var fixture: String
    /// Exit code of `check`: 65 with errors, 66 when a file is missing, else 0.
    var check: Int32
    /// Exit code of `gaps`, which goes on with the good rows.
    var gaps: Int32
    /// Villages that `gaps` graded, when it ends well.
    var villages: Int?
    /// Exit code of `plan --cover-all`, where it says more than that of `gaps`.
    var plan: Int32?
    /// Every finding in order: severity (E, W), code, row (`-` for the whole file) and field.
    var findings: [String]

    init(_ fixture: String, check: Int32, gaps: Int32, villages: Int? = nil, plan: Int32? = nil, _ findings: [String]) {
        self.fixture = fixture
        self.check = check
        self.gaps = gaps
        self.villages = villages
        self.plan = plan
        self.findings = findings
    }

    var testDescription: String { fixture }

    /// One line for each fixture.
    static let all: [BadInput] = [
        .init("area-of-points", check: 65, gaps: 65, ["E geometry-wrong-kind 1", "E no-usable-rows -"]),
        .init("area-self-crossing", check: 0, gaps: 0, villages: 3, ["W geometry-invalid 1"]),
        .init("candidates-cost-negative", check: 65, gaps: 0, villages: 3, plan: 0, ["E number-negative 4 cost_vnd"]),
        .init("candidates-cost-unreadable", check: 65, gaps: 0, villages: 3, plan: 0, ["E number-unreadable 4 cost_vnd"]),
        .init("candidates-id-missing", check: 65, gaps: 0, villages: 3, plan: 0, ["E id-missing 4 id"]),
        .init("candidates-out-of-country", check: 65, gaps: 0, villages: 3, plan: 0, ["E coordinate-outside-country 4 lon"]),
        .init("candidates-village-unknown", check: 0, gaps: 0, villages: 3, plan: 0, ["W village-unknown 4 near_village_id"]),
        .init("clusters-far-away", check: 65, gaps: 0, villages: 3, ["E cluster-far-away 3 village_id", "E cluster-far-away 4"]),
        .init(
            "clusters-households-not-summing", check: 0, gaps: 0, villages: 3,
            ["W households-not-summing 4 households", "W households-not-summing 6 households"]),
        .init("clusters-self-crossing", check: 65, gaps: 0, villages: 3, ["W geometry-invalid 1", "E geometry-rejected 2"]),
        .init("clusters-village-unknown", check: 65, gaps: 0, villages: 3, ["E village-unknown 3 village_id"]),
        .init(
            "crosswalk-without-columns", check: 65, gaps: 65,
            [
                "E column-missing - old_ward_code", "E column-missing - old_ward", "E column-missing - old_district_code",
                "E column-missing - old_district", "E column-missing - old_province_code", "E column-missing - old_province",
                "E column-missing - commune_code",
            ]),
        .init("fgb-truncated", check: 65, gaps: 65, ["E file-unreadable 3"]),
        .init("footprints-collapsed", check: 65, gaps: 0, villages: 3, ["E geometry-rejected 2"]),
        .init("footprints-duplicate-ids", check: 65, gaps: 0, villages: 3, ["E id-duplicate 2 id"]),
        .init("footprints-empty-geometry", check: 65, gaps: 0, villages: 3, ["E geometry-empty 2"]),
        .init("footprints-hole-outside-shell", check: 0, gaps: 0, villages: 3, ["W geometry-invalid 2"]),
        .init("footprints-not-a-number", check: 65, gaps: 0, villages: 3, ["E geometry-rejected 2"]),
        .init("footprints-null-geometry", check: 65, gaps: 0, villages: 3, ["E geometry-empty 2"]),
        .init("footprints-operator-unknown", check: 65, gaps: 0, villages: 3, ["E operator-unknown 2 operator"]),
        .init("footprints-points", check: 65, gaps: 0, villages: 3, ["E geometry-wrong-kind 2"]),
        .init("footprints-self-crossing", check: 0, gaps: 0, villages: 3, ["W geometry-invalid 2"]),
        .init("footprints-site-unknown", check: 0, gaps: 0, villages: 3, ["W site-unknown 2 site_id"]),
        .init("footprints-stray-vertex", check: 65, gaps: 0, villages: 3, ["E coordinate-outside-country 2"]),
        .init("footprints-swapped", check: 65, gaps: 0, villages: 3, ["E coordinate-swapped 2"]),
        .init("footprints-technology-missing", check: 65, gaps: 0, villages: 3, ["E technology-missing 2 technology"]),
        .init(
            "footprints-technology-unknown", check: 65, gaps: 0, villages: 3,
            ["E technology-unknown 2 technology", "E technology-unknown 3 technology"]),
        .init("footprints-two-vertices", check: 65, gaps: 0, villages: 3, ["E geometry-rejected 2"]),
        .init("footprints-unclosed-ring", check: 0, gaps: 0, villages: 3, ["W file-remark -"]),
        .init("footprints-without-operator", check: 65, gaps: 65, ["E column-missing - operator"]),
        .init("geojson-coordinates-swapped", check: 65, gaps: 0, villages: 2, ["E coordinate-swapped 2"]),
        .init("geojson-empty-geometry", check: 65, gaps: 0, villages: 2, ["E geometry-empty 2"]),
        .init("geojson-lines-for-villages", check: 65, gaps: 0, villages: 1, ["E geometry-wrong-kind 2"]),
        .init("geojson-not-a-number", check: 65, gaps: 0, villages: 2, ["E geometry-empty 2"]),
        .init("geojson-not-json", check: 65, gaps: 65, ["E file-unreadable -"]),
        .init("geojson-null-geometry", check: 65, gaps: 0, villages: 2, ["E geometry-empty 2"]),
        .init("geojson-truncated", check: 65, gaps: 65, ["E file-unreadable -"]),
        .init("geojson-without-features", check: 65, gaps: 65, ["E file-empty -"]),
        .init("gpkg-crs-conflict", check: 0, gaps: 0, villages: 3, ["W crs-conflict - crs"]),
        .init("gpkg-layer-unknown", check: 65, gaps: 65, ["E layer-missing -"]),
        .init("gpkg-truncated", check: 65, gaps: 65, ["E file-unreadable -"]),
        .init("gpkg-two-layers", check: 65, gaps: 65, ["E layer-missing -"]),
        .init("kml-coordinates-swapped", check: 65, gaps: 0, villages: 1, ["E coordinate-swapped 2"]),
        .init("kml-truncated", check: 65, gaps: 65, ["E file-unreadable -"]),
        .init("kmz-not-zipped", check: 65, gaps: 65, ["E file-unreadable -"]),
        .init("list-defective", check: 65, gaps: 65, ["E setting-invalid 4 asOf", "E setting-invalid 7 counts.villages"]),
        .init(
            "opencellid-foreign-network", check: 65, gaps: 0, villages: 3,
            ["E operator-unknown 3 net", "E coordinate-swapped 4 lon", "W weak-evidence -"]),
        .init("project-a-list.yaml", check: 65, gaps: 65, ["E setting-invalid 1"]),
        .init("project-binary.yaml", check: 65, gaps: 65, ["E wrong-encoding -"]),
        .init("project-complete-in-area-without-area.yaml", check: 65, gaps: 65, ["E setting-invalid 5 sites.completeIn"]),
        .init("project-cost-negative.yaml", check: 65, gaps: 65, ["E setting-invalid 8 costs.solarSurchargeVND"]),
        .init("project-day-that-does-not-exist.yaml", check: 65, gaps: 65, ["E setting-invalid 3 asOf"]),
        .init("project-deeply-nested.yaml", check: 65, gaps: 65, ["E setting-invalid 1"]),
        .init("project-is-a-directory", check: 66, gaps: 66, ["E file-missing -"]),
        .init("project-key-twice.yaml", check: 65, gaps: 65, ["E setting-invalid 2 name"]),
        .init("project-latin1.yaml", check: 65, gaps: 65, ["E wrong-encoding -"]),
        .init("project-list-missing.yaml", check: 66, gaps: 66, ["E file-missing -"]),
        .init("project-missing-file-and-bad-row.yaml", check: 66, gaps: 66, ["E number-negative 3 population", "E file-missing -"]),
        .init("project-must-cover-unknown.yaml", check: 65, gaps: 0, villages: 3, plan: 65, ["E village-unknown - plan.mustCover"]),
        .init("project-not-yaml.yaml", check: 65, gaps: 65, ["E setting-invalid 4"]),
        .init("project-only-comments.yaml", check: 65, gaps: 65, ["E setting-invalid -"]),
        .init("project-plan-operator-unknown.yaml", check: 65, gaps: 65, ["E setting-invalid 8 plan.operator"]),
        .init("project-prediction-without-terrain.yaml", check: 65, gaps: 65, ["E setting-missing 7 terrain"]),
        .init("project-schema-wrong.yaml", check: 65, gaps: 65, ["E setting-invalid 1 schema"]),
        .init("project-two-documents.yaml", check: 65, gaps: 65, ["E setting-invalid 8"]),
        .init("project-unknown-column-name.yaml", check: 65, gaps: 65, ["E setting-unknown 5 villages.columns.longitud"]),
        .init("project-unknown-key-in-sites.yaml", check: 65, gaps: 65, ["E setting-unknown 6 sites.complete_in"]),
        .init("project-unknown-key.yaml", check: 65, gaps: 65, ["E setting-unknown 5 vilages", "E setting-missing 1 villages"]),
        .init("project-utf16.yaml", check: 65, gaps: 65, ["E wrong-encoding -"]),
        .init("project-without-sites.yaml", check: 65, gaps: 65, ["E setting-missing - sites"]),
        .init("project-without-villages.yaml", check: 65, gaps: 65, ["E setting-missing 1 villages"]),
        .init("project-zero-byte.yaml", check: 65, gaps: 65, ["E setting-invalid -"]),
        .init("rule-missing.yaml", check: 66, gaps: 66, ["E file-missing - rule"]),
        .init("rule-threshold-not-a-number", check: 65, gaps: 65, ["E setting-invalid 7 threshold.rsrpDBm"]),
        .init("rule-without-technologies", check: 65, gaps: 65, ["E setting-invalid 6 technologies"]),
        .init("shapefile-crs-missing", check: 0, gaps: 0, villages: 3, ["W crs-missing -"]),
        .init(
            "shapefile-crs-projected-unstated", check: 65, gaps: 65,
            ["W crs-missing -", "E coordinate-projected 1", "E coordinate-projected 2", "E coordinate-projected 3", "E no-usable-rows -"]),
        .init("shapefile-missing-dbf", check: 65, gaps: 65, ["E file-unreadable -"]),
        .init("shapefile-missing-shx", check: 65, gaps: 65, ["E file-unreadable -"]),
        .init("sites-id-missing", check: 0, gaps: 0, villages: 3, ["W id-missing 3 id", "W id-missing 4 id"]),
        .init("sites-mast-out-of-range", check: 65, gaps: 0, villages: 3, ["E number-out-of-range 2 mast_height_m"]),
        .init("sites-none", check: 65, gaps: 65, ["E file-empty -"]),
        .init("sites-operator-missing", check: 65, gaps: 0, villages: 3, ["E operator-missing 3 operator"]),
        .init("sites-operator-unknown", check: 65, gaps: 0, villages: 3, ["E operator-unknown 3 operator"]),
        .init("sites-status-unknown", check: 65, gaps: 0, villages: 3, ["E status-unknown 3 status"]),
        .init("sites-technology-unknown", check: 65, gaps: 0, villages: 3, ["E technology-unknown 3 technology"]),
        .init("sites-without-technology", check: 65, gaps: 65, ["E column-missing - technology"]),
        .init(
            "villages-all-swapped", check: 65, gaps: 65, ["E coordinate-swapped 2 lon", "E coordinate-swapped 3 lon", "E no-usable-rows -"]),
        .init("villages-archive", check: 65, gaps: 65, ["E file-unreadable -"]),
        .init("villages-binary", check: 65, gaps: 65, ["E wrong-encoding -"]),
        .init("villages-column-twice", check: 0, gaps: 0, villages: 1, ["W row-uneven 1", "W column-repeated - lon"]),
        .init("villages-control-characters", check: 0, gaps: 0, villages: 3, ["W electricity-unknown 3 electricity"]),
        .init("villages-coordinate-missing", check: 65, gaps: 0, villages: 2, ["E coordinate-missing 3 lat"]),
        .init("villages-coordinate-swapped", check: 65, gaps: 0, villages: 2, plan: 0, ["E coordinate-swapped 3 lon"]),
        .init("villages-coordinate-unreadable", check: 65, gaps: 0, villages: 2, ["E coordinate-unreadable 3 lon"]),
        .init("villages-crlf-and-mark", check: 0, gaps: 0, villages: 3, []),
        .init("villages-crs-unknown", check: 65, gaps: 65, ["E crs-unknown - crs"]),
        .init(
            "villages-decimal-comma", check: 0, gaps: 0, villages: 2,
            ["W coordinate-decimal-comma 2 lon", "W coordinate-decimal-comma 2 lat"]),
        .init("villages-decimal-comma-in-one-cell", check: 0, gaps: 0, villages: 2, ["W coordinate-decimal-comma 2 lon"]),
        .init("villages-duplicate-ids", check: 65, gaps: 0, villages: 2, ["E id-duplicate 3 id"]),
        .init("villages-duplicate-ids-across-files", check: 65, gaps: 0, villages: 4, ["E id-duplicate 2 id"]),
        .init("villages-electricity-unknown", check: 0, gaps: 0, villages: 3, ["W electricity-unknown 3 electricity"]),
        .init("villages-header-only", check: 65, gaps: 65, ["E file-empty -"]),
        .init("villages-huge-cell", check: 65, gaps: 0, villages: 3, ["E number-unreadable 3 households"]),
        .init("villages-id-missing", check: 0, gaps: 0, villages: 3, ["W id-missing 3 id"]),
        .init(
            "villages-in-metres", check: 65, gaps: 65, ["E coordinate-projected 2 x", "E coordinate-projected 3 x", "E no-usable-rows -"]),
        .init("villages-is-a-folder", check: 65, gaps: 65, ["E file-unreadable -"]),
        .init(
            "villages-latin1", check: 0, gaps: 0, villages: 3,
            ["W wrong-encoding 2 name", "W wrong-encoding 3 name", "W wrong-encoding 4 commune"]),
        .init("villages-missing", check: 66, gaps: 66, ["E file-missing -"]),
        .init("villages-name-missing", check: 65, gaps: 0, villages: 2, ["W name-missing 3 name", "E name-missing 4 name"]),
        .init(
            "villages-nan-coordinates", check: 65, gaps: 0, villages: 1, ["E coordinate-unreadable 3 lon", "E coordinate-unreadable 4 lat"]),
        .init("villages-negative-population", check: 65, gaps: 0, villages: 3, ["E number-negative 3 population"]),
        .init("villages-network-path", check: 65, gaps: 65, ["E file-unreadable -"]),
        .init("villages-nfd-header", check: 0, gaps: 0, villages: 1, []),
        .init(
            "villages-nfd-names", check: 0, gaps: 0, villages: 3,
            [
                "W name-not-nfc 2 name", "W name-not-nfc 2 commune", "W name-not-nfc 3 name", "W name-not-nfc 3 commune",
                "W name-not-nfc 4 name", "W name-not-nfc 4 commune",
            ]),
        .init("villages-northing-first", check: 0, gaps: 0, villages: 1, ["W coordinate-swapped 2 X"]),
        .init("villages-out-of-country", check: 65, gaps: 0, villages: 2, ["E coordinate-outside-country 3 lon"]),
        .init("villages-outside-area", check: 0, gaps: 0, villages: 3, ["W coordinate-outside-area 4 id"]),
        .init("villages-population-too-large", check: 65, gaps: 0, villages: 3, ["E number-out-of-range 3 population"]),
        .init("villages-population-unreadable", check: 65, gaps: 0, villages: 3, ["E number-unreadable 3 households"]),
        .init("villages-population-with-thousands", check: 0, gaps: 0, villages: 3, ["W number-ambiguous 3 population"]),
        .init("villages-same-place", check: 0, gaps: 0, villages: 4, ["W place-shared 5 id"]),
        .init(
            "villages-semicolons-and-decimal-commas", check: 0, gaps: 0, villages: 2,
            [
                "W coordinate-decimal-comma 2 Kinh độ", "W coordinate-decimal-comma 2 Vĩ độ", "W coordinate-decimal-comma 3 Kinh độ",
                "W coordinate-decimal-comma 3 Vĩ độ",
            ]),
        .init(
            "villages-stated-column-unknown", check: 65, gaps: 0, villages: 3,
            ["E column-unknown - nam", "W name-missing 2 name", "W name-missing 3 name", "W name-missing 4 name"]),
        .init(
            "villages-two-defects-in-a-row", check: 65, gaps: 0, villages: 2,
            ["E coordinate-swapped 3 lon", "E number-negative 3 households", "W electricity-unknown 3 electricity"]),
        .init("villages-unclosed-quote", check: 65, gaps: 65, ["E file-unreadable 3"]),
        .init("villages-uneven-rows", check: 65, gaps: 0, villages: 2, ["W row-uneven 3", "W row-uneven 4", "E coordinate-missing 3 lat"]),
        .init("villages-unknown-format", check: 65, gaps: 65, ["E file-unreadable -"]),
        .init("villages-utf16", check: 0, gaps: 0, villages: 3, []),
        .init("villages-utf16-without-mark", check: 65, gaps: 65, ["E wrong-encoding -"]),
        .init("villages-where-column-unknown", check: 65, gaps: 65, ["E column-unknown - commun"]),
        .init("villages-where-without-a-row", check: 65, gaps: 65, ["E file-empty -"]),
        .init("villages-without-longitude", check: 65, gaps: 65, ["E column-missing - lon"]),
        .init("villages-zero-byte", check: 65, gaps: 65, ["E file-empty -"]),
        .init("villages-codes-carried", check: 0, gaps: 0, villages: 3, ["W commune-code-carried - commune_code"]),
        .init(
            "villages-codes-divided", check: 0, gaps: 0, villages: 3,
            ["W commune-divided 4 commune_code", "W commune-code-carried - commune_code"]),
        .init("villages-codes-former", check: 0, gaps: 0, villages: 3, ["W commune-code-former - commune_code"]),
        .init(
            "villages-codes-mixed", check: 0, gaps: 0, villages: 3,
            ["W commune-codes-mixed - commune_code", "W commune-code-carried - commune_code"]),
        .init(
            "villages-codes-unknown", check: 0, gaps: 0, villages: 3,
            ["W commune-code-unknown 4 commune_code", "W commune-code-carried - commune_code"]),
        .init("villages-codes-without-crosswalk", check: 65, gaps: 65, ["E setting-missing 5 crosswalk"]),
        .init("villages-footer", check: 0, gaps: 0, villages: 3, ["W footer-row 5", "W footer-row 6"]),
        .init("villages-header-repeated", check: 0, gaps: 0, villages: 3, ["W header-repeated 4"]),
        .init("villages-named-like-totals", check: 0, gaps: 0, villages: 3, []),
        .init("villages-repeated", check: 0, gaps: 0, villages: 4, ["W village-repeated 5 name", "W village-repeated 6 name"]),
        .init(
            "villages-tcvn3", check: 0, gaps: 0, villages: 3,
            [
                "W name-legacy-encoding 2 name", "W name-legacy-encoding 2 commune", "W name-legacy-encoding 3 name",
                "W name-legacy-encoding 3 commune", "W name-legacy-encoding 4 name", "W name-legacy-encoding 4 commune",
            ]),
        .init(
            "villages-tcvn3-bytes", check: 0, gaps: 0, villages: 3,
            [
                "W name-legacy-encoding 2 name", "W name-legacy-encoding 2 commune", "W name-legacy-encoding 3 name",
                "W name-legacy-encoding 3 commune", "W name-legacy-encoding 4 name", "W name-legacy-encoding 4 commune",
            ]),
        .init("villages-title-rows", check: 0, gaps: 0, villages: 3, ["W header-below-title 3"]),
        .init("villages-totals-row", check: 0, gaps: 0, villages: 3, ["W totals-row 4", "W totals-row 6"]),
        .init("villages-totals-without-label", check: 0, gaps: 0, villages: 3, ["W totals-row 5"]),
        .init(
            "villages-vni", check: 0, gaps: 0, villages: 3,
            [
                "W name-legacy-encoding 2 name", "W name-legacy-encoding 2 commune", "W name-legacy-encoding 3 name",
                "W name-legacy-encoding 3 commune", "W name-legacy-encoding 4 name", "W name-legacy-encoding 4 commune",
            ]),
        .init("xlsx-merged-header", check: 0, gaps: 0, villages: 3, ["W header-in-two-rows 3", "W header-repeated 4"]),
        .init("xlsx-merged-header-first", check: 0, gaps: 0, villages: 3, ["W header-in-two-rows 2"]),
        .init("xlsx-title-rows", check: 0, gaps: 0, villages: 3, ["W header-below-title 4"]),
        .init(
            "xlsx-totals-and-footer", check: 0, gaps: 0, villages: 3,
            ["W totals-row 4", "W totals-row 6", "W footer-row 8", "W footer-row 9", "W footer-row 11"]),
        .init("xls-old-workbook", check: 65, gaps: 65, ["E file-unreadable -"]),
        .init(
            "xlsx-coordinates-as-text", check: 0, gaps: 0, villages: 2,
            ["W coordinate-decimal-comma 2 Kinh độ", "W coordinate-decimal-comma 2 Vĩ độ"]),
        .init("xlsx-empty", check: 65, gaps: 65, ["E file-empty -"]),
        .init("xlsx-header-only", check: 65, gaps: 65, ["E file-empty -"]),
        .init("xlsx-not-a-workbook", check: 65, gaps: 65, ["E file-unreadable -"]),
    ]
}
