/// The files of a new project: a commented project file and tables with their headers.
public enum ProjectTemplate {
    /// File name and text.
    public static func files(name: String) -> [(name: String, text: String)] {
        [
            ("project.yaml", project(name: name)),
            ("villages.csv", "id,name,commune_code,commune,province_code,province,lon,lat,households,population,electricity\n"),
            (
                "sites.csv",
                "id,operator,lon,lat,technology,band_mhz,power_dbm,mast_height_m,azimuth_deg,tilt_deg,antenna,status,confidential\n"
            ),
        ]
    }

    private static func project(name: String) -> String {
        let title = name.replacing("\\", with: "\\\\").replacing("\"", with: "\\\"")
        return """
            # A PhuSong project. Paths are relative to this file. / Một dự án PhuSong; đường dẫn tính từ tệp này.
            schema: phusong.project/1
            name: "\(title)"
            # The day for which coverage is judged: technologies end on given days. / Ngày tính vùng phủ.
            asOf: 2026-11-01

            # Polygons of the project's area (any format that GDAL reads). / Địa bàn của dự án.
            # area: area.geojson
            # area: {file: provinces.gpkg, layer: provinces, where: {code: "08"}}

            # Villages: CSV, XLSX, GeoJSON, GeoPackage, Shapefile, KML/KMZ, FlatGeobuf. Column titles may be Vietnamese (kinh độ, vĩ độ, số hộ …).
            # Thôn, bản: tên cột có thể bằng tiếng Việt.
            villages: villages.csv
            # villages: {file: thon-ban.xlsx, layer: Sheet1, crs: VN-2000/105.5, columns: {name: "Tên thôn", lon: "Y", lat: "X"}}

            # Optional columns say of a village or of a commune (có/không, yes/no, 1/0): especially_difficult, ethnic_minority, border, island, remote,
            # school, clinic, inhabited. Rules, funding and priority look at them. / Cột tuỳ chọn: đặc biệt khó khăn, dân tộc thiểu số, biên giới …
            # Commune codes of before 2025-07-01, or names without codes, are carried over to the communes of 2025: / Chuyển mã, tên xã cũ sang xã mới:
            # villages: {file: villages.csv, codes: auto}
            # crosswalk: {wards: crosswalk-wards-to-2025.csv, communes: communes-2025-population.csv}

            # Where the people of a village live: points or polygons with village_id (else the village around or nearest) and, perhaps, households. Without
            # them residential areas of a public map, else an assumed ring. Only a rule with the grade `partial` looks at them. / Các cụm dân cư của thôn.
            # clusters: clusters.csv
            # residential: {file: residential.gpkg}

            # Base stations. operator: viettel, vnpt, mobifone, vietnamobile, gtel. technology: 2G;3G;4G;5G. status: active, planned, off.
            # Trạm BTS của các nhà mạng.
            sites:
              file: sites.csv
              # Where this list is complete: `area`, or a polygon file. Elsewhere a village that nothing covers is `unknown`, not `uncovered`.
              # Danh sách trạm đầy đủ ở đâu: `area` hoặc một tệp đa giác.
              # completeIn: area
              # The day of the data. / Ngày của số liệu.
              # asOf: 2026-06-30

            # Coverage polygons given by operators, with the columns operator and technology. Without them range discs stand in.
            # Vùng phủ do nhà mạng cung cấp; nếu không có thì dùng bán kính.
            # footprints: footprints.gpkg

            # Places where a mast could stand; without them the dead villages' own places, moved to the nearest road. / Vị trí có thể đặt trạm.
            # candidates: candidates.csv
            # roads: roads.gpkg
            # Polygons where nothing may be built. / Vùng cấm xây dựng.
            # forbidden: protected-forest.gpkg
            # communes: communes.geojson

            # What was found in the field: measurements (time, lon, lat, operator, technology, rsrp_dbm) and reports (date, village, commune, operator,
            # kind: no-signal, weak, signal). Bias and σ are shown, and applied only on request. / Đo kiểm và phản ánh của dân; chỉ hiệu chỉnh khi yêu cầu.
            # evidence: {measurements: rsrp.csv, reports: letters.csv, applyCalibration: false}

            # Heights for prediction: a folder of rasters (.hgt, GeoTIFF, VRT, any reference system); surface: dsm = with canopy and roofs (SRTM,
            # Copernicus), dtm = bare ground, where land cover may be added. / Địa hình để dự báo sóng: thư mục chứa các mảnh raster.
            # terrain: {folder: terrain, surface: dsm}
            # clutter: land-cover.tif
            # radio: {deltaN: 45, n0: 365}

            coverage:
              # footprints; prediction (ITU-R P.1812 over terrain); both, with their disagreements listed. / Nguồn: vùng phủ, dự báo, hoặc cả hai.
              mode: footprints
              # maxRangeKm: 35
              # The coverage rule: a file, or the id of a shipped one (`phusong rules`). / Quy tắc vùng phủ.
              rule: rule.yaml

            # What makes a dead zone urgent, in points (weights are yours to decide; defaults shown), and whom the universal-service fund pays for.
            # Điểm ưu tiên, và diện do Quỹ dịch vụ viễn thông công ích chi trả.
            # priority: {household: 1, especially_difficult: 40, ethnic_minority: 20, border: 30, island: 30, remote: 10, school: 40, clinic: 40}
            # funding: {fund: [especially_difficult, border, island]}

            # Costs in VND. The defaults are shown. More keys (equipment, raising a mast, lines from the grid, tracks, running it over the years) stand in
            # GeoData/costs/viet-nam-2026.yaml: name a copy with `file:`. / Chi phí (đồng), giá trị mặc định; bảng giá đầy đủ: thêm `file:`.
            costs:
              siteVND: {30: 500000000, 45: 700000000, 60: 1000000000}
              solarSurchargeVND: 200000000
              transmissionVNDPerKilometre: 500000000

            # What new sites are like. / Trạm mới.
            plan:
              technologies: [4G]
              bandsMHz: [700]
              mastHeightMeters: 45
              # mastHeightsMeters: [30, 45, 60]   # choose among them
              # azimuthsDegrees: auto             # three sectors, turned to the villages served; or a list of degrees
              roadWithinMeters: 2000
              # operator: viettel
              # operators: [viettel, vnpt]        # assign each site to one of them, or to several where the rule wants several
              # operatorBudgets: {viettel: 4000000000, vnpt: 2000000000}
              # Where places are looked for beside the table, and what rules them out. / Tìm vị trí: thôn, gò cao và sườn núi, cột có sẵn.
              # candidates: {sources: [villages, high-spots, existing-sites], spacingMeters: 300, maximumSlopeDegrees: 30, maximumRoadMeters: 3000}
              # mustCover: [village-id]
              # targets: {electricity: [grid]}                       # plan for these dead zones alone: grid, none, unknown; the others wait
              # minimumShares: {commune: 60, ethnic_minority: 80}   # percent of households in covered villages, at least

            # Chains of links instead of a straight line from each new site. Prices of hops and terminals are assumptions: state your own.
            # Chuỗi truyền dẫn thay cho một tuyến thẳng từ mỗi trạm mới; giá vi ba và vệ tinh là giả định, hãy thay bằng giá của bạn.
            # backhaul: {kinds: [microwave, fibre], maximumHops: 4, microwaveHopVND: 300000000, satelliteVND: 1000000000, rainRateMMPerHour: 100}

            # Official lists to show beside the result. / Danh sách chính thức để đối chiếu.
            # lists: [../GeoData/lists/vn-2021-01-01-baseline.yaml]

            seed: 1

            """
    }
}
