/// The kinds of defects that readers know; `title` says what each means. The raw value is the stable name used in JSON and in the names of test fixtures.
public enum DiagnosticCode: String, CaseIterable, Hashable, Sendable, Codable {
    // Files
    case fileMissing = "file-missing"
    case fileUnreadable = "file-unreadable"
    case fileEmpty = "file-empty"
    case fileRemark = "file-remark"
    case layerMissing = "layer-missing"
    case crsMissing = "crs-missing"
    case crsUnknown = "crs-unknown"
    case crsConflict = "crs-conflict"
    case wrongEncoding = "wrong-encoding"
    case columnMissing = "column-missing"
    case columnUnknown = "column-unknown"
    case columnRepeated = "column-repeated"
    case noUsableRows = "no-usable-rows"
    case rowUneven = "row-uneven"
    case headerBelowTitle = "header-below-title"
    case headerInTwoRows = "header-in-two-rows"
    case headerRepeated = "header-repeated"
    case totalsRow = "totals-row"
    case footerRow = "footer-row"
    // Ids and names
    case idMissing = "id-missing"
    case idDuplicate = "id-duplicate"
    case nameMissing = "name-missing"
    case nameNotNFC = "name-not-nfc"
    case nameLegacyEncoding = "name-legacy-encoding"
    case villageRepeated = "village-repeated"
    // Administrative codes
    case communeCodeUnknown = "commune-code-unknown"
    case communeCodeFormer = "commune-code-former"
    case communeCodeCurrent = "commune-code-current"
    case communeCodesMixed = "commune-codes-mixed"
    case communeCodeCarried = "commune-code-carried"
    case communeDivided = "commune-divided"
    case communeCodeFound = "commune-code-found"
    case communeNameSimilar = "commune-name-similar"
    case communeNameAmbiguous = "commune-name-ambiguous"
    case communeNameUnknown = "commune-name-unknown"
    case crosswalkDefect = "crosswalk-defect"
    // Places
    case coordinateMissing = "coordinate-missing"
    case coordinateUnreadable = "coordinate-unreadable"
    case coordinateSwapped = "coordinate-swapped"
    case coordinateOutsideCountry = "coordinate-outside-country"
    case coordinateOutsideArea = "coordinate-outside-area"
    case coordinateDecimalComma = "coordinate-decimal-comma"
    case coordinateProjected = "coordinate-projected"
    case placeShared = "place-shared"
    // Geometry
    case geometryEmpty = "geometry-empty"
    case geometryInvalid = "geometry-invalid"
    case geometryRejected = "geometry-rejected"
    case geometryWrongKind = "geometry-wrong-kind"
    // Values
    case operatorUnknown = "operator-unknown"
    case operatorMissing = "operator-missing"
    case technologyUnknown = "technology-unknown"
    case technologyMissing = "technology-missing"
    case statusUnknown = "status-unknown"
    case electricityUnknown = "electricity-unknown"
    case traitUnknown = "trait-unknown"
    case numberUnreadable = "number-unreadable"
    case numberNegative = "number-negative"
    case numberOutOfRange = "number-out-of-range"
    case numberAmbiguous = "number-ambiguous"
    case siteUnknown = "site-unknown"
    case villageUnknown = "village-unknown"
    case clusterFarAway = "cluster-far-away"
    case householdsNotSumming = "households-not-summing"
    case weakEvidence = "weak-evidence"
    // Lists over time
    case villageStatusUnknown = "village-status-unknown"
    case villageStatusMissing = "village-status-missing"
    case villageNameRepeated = "village-name-repeated"
    case valueMissing = "value-missing"
    case technologySeveral = "technology-several"
    case dateInFuture = "date-in-future"
    case reportKindUnknown = "report-kind-unknown"
    case reportVillageUnknown = "report-village-unknown"
    case reportVillageSimilar = "report-village-similar"
    case reportVillageAmbiguous = "report-village-ambiguous"
    case dateUnreadable = "date-unreadable"
    case dateAfterList = "date-after-list"
    case listVintageDoubtful = "list-vintage-doubtful"
    case listIncomplete = "list-incomplete"
    // Antennas
    case antennaUnknown = "antenna-unknown"
    case antennaPatternInvalid = "antenna-pattern-invalid"
    case antennaPatternRemark = "antenna-pattern-remark"
    case antennaReplaced = "antenna-replaced"
    case bandNotUsable = "band-not-usable"
    case equipmentAssumed = "equipment-assumed"
    // Terrain and land cover
    case rasterUnreadable = "raster-unreadable"
    case rasterNotPlaced = "raster-not-placed"
    case rasterNotHeights = "raster-not-heights"
    case rasterElsewhere = "raster-elsewhere"
    case rasterWithoutData = "raster-without-data"
    case rasterSeveralBands = "raster-several-bands"
    case rasterAbsurdHeights = "raster-absurd-heights"
    case rasterUnitUnknown = "raster-unit-unknown"
    case rasterCoarse = "raster-coarse"
    case terrainCoarsened = "terrain-coarsened"
    case terrainNone = "terrain-none"
    case terrainTileMissing = "terrain-tile-missing"
    case terrainVoid = "terrain-void"
    case terrainSurfaceAssumed = "terrain-surface-assumed"
    case clutterNotUsed = "clutter-not-used"
    case clutterClassUnknown = "clutter-class-unknown"
    // Project, rule and list files
    case settingUnknown = "setting-unknown"
    case settingMissing = "setting-missing"
    case settingInvalid = "setting-invalid"
    case settingNotUsedYet = "setting-not-used-yet"
    case completenessNotDeclared = "completeness-not-declared"

    /// What is wrong.
    public var title: Bilingual { texts.title }
    /// What to do about it.
    public var remedy: Bilingual { texts.remedy }

    private var texts: (title: Bilingual, remedy: Bilingual) {
        func pair(_ en: String, _ vi: String, _ remedyEN: String, _ remedyVI: String) -> (Bilingual, Bilingual) {
            (Bilingual(vi: vi, en: en), Bilingual(vi: remedyVI, en: remedyEN))
        }
        switch self {
        case .fileMissing:
            return pair(
                "file not found", "không tìm thấy tệp", "check the path in the project file: it is relative to that file",
                "kiểm tra đường dẫn trong tệp dự án: đường dẫn tính từ chính tệp đó")
        case .fileUnreadable:
            return pair(
                "file cannot be read", "không đọc được tệp", "open it in a GIS or spreadsheet program and save it again",
                "mở bằng phần mềm GIS hoặc bảng tính rồi lưu lại")
        case .fileEmpty:
            return pair(
                "file has no rows", "tệp không có dòng nào", "fill in its rows, or check the export that made it",
                "điền dữ liệu vào tệp, hoặc kiểm tra lại bước xuất tệp")
        case .fileRemark:
            return pair(
                "file was read, with a remark of its reader", "đã đọc tệp, trình đọc có lưu ý",
                "look at what it says; exporting the file again usually helps", "xem nội dung lưu ý; thường chỉ cần xuất lại tệp")
        case .layerMissing:
            return pair(
                "layer not found in the file", "không có lớp này trong tệp", "name one of the file's layers, or none to take the first",
                "ghi đúng tên lớp có trong tệp, hoặc bỏ trống để lấy lớp đầu")
        case .crsMissing:
            return pair(
                "no coordinate reference system is declared", "tệp không khai báo hệ toạ độ",
                "state it in the project file, for example `crs: EPSG:4326` or `crs: VN-2000/105.5`",
                "ghi vào tệp dự án, ví dụ `crs: EPSG:4326` hoặc `crs: VN-2000/105.5`")
        case .crsUnknown:
            return pair(
                "coordinate reference system is not known", "hệ toạ độ không hợp lệ",
                "write EPSG:<number>, or VN-2000/<central meridian> such as VN-2000/105.5",
                "ghi EPSG:<số>, hoặc VN-2000/<kinh tuyến trục> như VN-2000/105.5")
        case .crsConflict:
            return pair(
                "the file declares another coordinate reference system than the project states",
                "hệ toạ độ trong tệp khác với hệ ghi trong dự án",
                "the file's own was used: remove `crs` from the project, or mend the file",
                "đã dùng hệ của tệp: bỏ `crs` trong dự án hoặc sửa tệp")
        case .wrongEncoding:
            return pair(
                "text is not UTF-8", "chữ không phải UTF-8", "save the file as UTF-8; check the names in these rows",
                "lưu tệp ở dạng UTF-8; kiểm tra tên ở các dòng này")
        case .columnMissing:
            return pair(
                "a needed column is missing", "thiếu cột bắt buộc", "add the column, or name it under `columns:` in the project file",
                "thêm cột, hoặc chỉ ra tên cột trong mục `columns:` của tệp dự án")
        case .columnUnknown:
            return pair(
                "the column named in the project is not in the file", "cột ghi trong dự án không có trong tệp",
                "correct the title under `columns:`", "sửa tên cột trong mục `columns:`")
        case .columnRepeated:
            return pair(
                "two columns mean the same", "hai cột cùng ý nghĩa",
                "the first one was used: rename or remove the other, or choose under `columns:`",
                "đã dùng cột đầu: đổi tên hoặc xoá cột kia, hoặc chọn trong mục `columns:`")
        case .noUsableRows:
            return pair(
                "no row of the file can be used", "không dòng nào trong tệp dùng được", "mend the errors listed for this file",
                "sửa các lỗi đã liệt kê cho tệp này")
        case .rowUneven:
            return pair(
                "cells and column names do not match", "số ô và tên cột không khớp",
                "check the separators, quotation marks and column names", "kiểm tra dấu phân cách, dấu ngoặc kép và tên cột")
        case .headerBelowTitle:
            return pair(
                "column names stand below title rows", "tên cột nằm dưới các dòng tiêu đề",
                "the rows above them were left out: put the column names into the first row",
                "đã bỏ các dòng phía trên: nên đặt tên cột ở dòng đầu")
        case .headerInTwoRows:
            return pair(
                "column names stand in two rows, as merged cells give them", "tên cột nằm trên hai dòng do gộp ô",
                "the lower name was taken where there is one: unmerge the cells and write one name per column",
                "đã lấy tên ở dòng dưới nếu có: bỏ gộp ô, mỗi cột một tên")
        case .headerRepeated:
            return pair(
                "column names or column numbers stand among the rows; they were left out",
                "tên cột hoặc số thứ tự cột lặp lại giữa bảng; đã bỏ qua", "remove these rows", "xoá các dòng này")
        case .totalsRow:
            return pair(
                "row is a total, not a place; it was left out", "dòng tổng cộng, không phải một điểm; đã bỏ qua",
                "remove totals from the table", "xoá các dòng tổng khỏi bảng")
        case .footerRow:
            return pair(
                "row belongs to the foot of the page (signature, note); it was left out",
                "dòng thuộc phần cuối trang (chữ ký, ghi chú); đã bỏ qua", "remove what stands below the table", "xoá phần nằm dưới bảng")
        case .nameLegacyEncoding:
            return pair(
                "text is stored in an encoding from before Unicode and was converted",
                "chữ ở bảng mã cũ (không phải Unicode), đã chuyển đổi",
                "check the names, then save the file as Unicode", "kiểm tra các tên, rồi lưu tệp dạng Unicode")
        case .villageRepeated:
            return pair(
                "village stands twice in the list", "thôn bị lặp lại trong danh sách", "remove one of the rows, or tell the two apart",
                "xoá một dòng, hoặc ghi rõ để phân biệt")
        case .communeCodeUnknown:
            return pair(
                "commune code is not known, neither before nor since 2025-07-01", "mã xã không có, cả trước và sau ngày 01/7/2025",
                "check the digits; wards that ended before 2025 are not in the crosswalk",
                "kiểm tra các chữ số; xã đã giải thể trước năm 2025 không có trong bảng chuyển đổi")
        case .communeCodeFormer:
            return pair(
                "commune codes are those of before 2025-07-01", "mã xã là mã trước ngày 01/7/2025",
                "write `codes: auto` under `villages` to have them carried over", "ghi `codes: auto` trong `villages` để chuyển sang mã mới"
            )
        case .communeCodeCurrent:
            return pair(
                "commune codes are those of 2025, not the former ones that the project states",
                "mã xã là mã năm 2025, không phải mã cũ như dự án ghi", "write `codes: 2025` under `villages`; nothing was carried over",
                "ghi `codes: 2025` trong `villages`; không chuyển đổi gì")
        case .communeCodesMixed:
            return pair(
                "commune codes of before and since 2025-07-01 stand in one table", "bảng lẫn mã xã trước và sau ngày 01/7/2025",
                "use the codes of one date; rows whose code is certain were told apart",
                "dùng mã của cùng một thời điểm; các dòng có mã rõ ràng đã được phân biệt")
        case .communeCodeCarried:
            return pair(
                "former commune codes were carried over to those of 2025", "đã chuyển mã xã cũ sang mã năm 2025",
                "nothing to do: the crosswalk decided", "không cần làm gì: theo bảng chuyển đổi")
        case .communeDivided:
            return pair(
                "the former commune was divided among several communes of 2025", "xã cũ đã được chia vào nhiều xã mới",
                "write the 2025 code, or give `communes` polygons, which decide by the village's place",
                "ghi mã năm 2025, hoặc khai báo lớp `communes` để xác định theo vị trí thôn")
        case .communeCodeFound:
            return pair(
                "rows without a commune code were given one by their commune's name", "dòng không có mã xã được gán mã theo tên xã",
                "nothing to do; write the codes to be independent of names", "không cần làm gì; nên ghi mã để không phụ thuộc vào tên")
        case .communeNameSimilar:
            return pair(
                "the commune's name is like one in the list, not the same", "tên xã gần giống một tên trong danh sách",
                "check the commune that was taken, and correct the name or write its code", "kiểm tra xã đã chọn, sửa tên hoặc ghi mã xã")
        case .communeNameAmbiguous:
            return pair(
                "the commune's name means several communes of 2025", "tên xã ứng với nhiều xã mới",
                "write the code, or the former district and the province beside the name, or give `communes` polygons",
                "ghi mã xã, hoặc ghi thêm huyện cũ và tỉnh, hoặc khai báo lớp `communes`")
        case .communeNameUnknown:
            return pair(
                "no commune has this name, neither before nor since 2025-07-01",
                "không có xã nào mang tên này, cả trước và sau ngày 01/7/2025",
                "correct the name, or write the commune's code", "sửa tên xã hoặc ghi mã xã")
        case .crosswalkDefect:
            return pair(
                "the commune crosswalk contradicts itself here", "bảng chuyển đổi mã xã có chỗ mâu thuẫn",
                "correct the row in the crosswalk or the list of communes", "sửa dòng này trong bảng chuyển đổi hoặc danh sách xã")
        case .idMissing:
            return pair("id is missing", "thiếu mã", "give every row an id of its own", "ghi mã riêng cho từng dòng")
        case .idDuplicate:
            return pair(
                "id is used twice", "mã bị trùng", "the first row was kept: give the other an id of its own",
                "đã giữ dòng đầu: đặt mã khác cho dòng sau")
        case .nameMissing:
            return pair("name is missing", "thiếu tên", "the id is shown instead: fill in the name", "tạm dùng mã: điền tên vào")
        case .nameNotNFC:
            return pair(
                "text is stored in decomposed Unicode (NFD)", "chữ ở dạng Unicode tổ hợp (NFD)",
                "nothing to do: it was read as composed Unicode (NFC)", "không cần làm gì: đã đọc thành Unicode dựng sẵn (NFC)")
        case .coordinateMissing:
            return pair("coordinate is missing", "thiếu toạ độ", "fill in longitude and latitude", "điền kinh độ và vĩ độ")
        case .coordinateUnreadable:
            return pair(
                "coordinate is not a number", "toạ độ không phải là số", "write decimal degrees, for example 105.34808",
                "ghi độ thập phân, ví dụ 105.34808")
        case .coordinateSwapped:
            return pair(
                "longitude and latitude are swapped", "kinh độ và vĩ độ bị đổi chỗ",
                "put longitude (102 to 118) in lon, latitude (7 to 24) in lat",
                "ghi kinh độ (102 đến 118) vào lon, vĩ độ (7 đến 24) vào lat")
        case .coordinateOutsideCountry:
            return pair(
                "place is outside Viet Nam", "vị trí nằm ngoài Việt Nam", "check the digits and the coordinate reference system",
                "kiểm tra các chữ số và hệ toạ độ")
        case .coordinateOutsideArea:
            return pair(
                "place is outside the project's area", "vị trí nằm ngoài địa bàn của dự án", "check the place, or widen `area`",
                "kiểm tra vị trí, hoặc mở rộng `area`")
        case .coordinateDecimalComma:
            return pair(
                "decimal comma in a coordinate", "toạ độ dùng dấu phẩy thập phân", "it was read as a decimal point: write 105.34808",
                "đã đọc như dấu chấm: nên ghi 105.34808")
        case .coordinateProjected:
            return pair(
                "coordinate looks like metres, not degrees", "toạ độ có vẻ tính bằng mét, không phải độ",
                "state the system in the project file, for example `crs: VN-2000/105.5`",
                "khai báo hệ toạ độ trong tệp dự án, ví dụ `crs: VN-2000/105.5`")
        case .placeShared:
            return pair(
                "two rows stand at exactly the same place", "hai dòng có cùng một vị trí", "check whether one of them is a copy",
                "kiểm tra xem có phải bản sao không")
        case .geometryEmpty:
            return pair("geometry is empty", "hình học rỗng", "draw the shape, or remove the row", "vẽ lại hình, hoặc xoá dòng")
        case .geometryInvalid:
            return pair(
                "polygon is invalid and was repaired", "đa giác không hợp lệ, đã được sửa", "look at the repaired shape, mend the source",
                "xem lại hình đã sửa, sửa từ nguồn")
        case .geometryRejected:
            return pair(
                "polygon is invalid and nothing of it could be kept", "đa giác không hợp lệ, không sửa được", "draw the shape again",
                "vẽ lại hình")
        case .geometryWrongKind:
            return pair(
                "geometry is of the wrong kind", "sai loại hình học", "villages and sites are points, footprints and areas are polygons",
                "thôn và trạm là điểm, vùng phủ và địa bàn là đa giác")
        case .operatorUnknown:
            return pair(
                "operator is not known", "không rõ nhà mạng",
                "write viettel, vnpt, mobifone, vietnamobile or gtel, or declare it under `operators:`",
                "ghi viettel, vnpt, mobifone, vietnamobile hoặc gtel, hoặc khai báo trong `operators:`")
        case .operatorMissing:
            return pair("operator is missing", "thiếu nhà mạng", "fill in the operator", "điền nhà mạng")
        case .technologyUnknown:
            return pair("technology is not known", "không rõ công nghệ", "write 2G, 3G, 4G or 5G", "ghi 2G, 3G, 4G hoặc 5G")
        case .technologyMissing:
            return pair("technology is missing", "thiếu công nghệ", "write 2G, 3G, 4G or 5G", "ghi 2G, 3G, 4G hoặc 5G")
        case .statusUnknown:
            return pair("status is not known", "không rõ trạng thái", "write active, planned or off", "ghi active, planned hoặc off")
        case .electricityUnknown:
            return pair(
                "electricity is not understood", "không hiểu cột điện", "write grid, none or unknown", "ghi grid, none hoặc unknown")
        case .traitUnknown:
            return pair(
                "neither yes nor no", "không phải có hoặc không", "write yes or no, or leave the cell empty",
                "ghi có hoặc không, hoặc để trống")
        case .numberUnreadable:
            return pair(
                "not a number", "không phải là số", "write digits, with a point for decimals", "ghi chữ số, dùng dấu chấm thập phân")
        case .numberNegative:
            return pair("number is negative", "số âm", "write 0 or more", "ghi 0 hoặc lớn hơn")
        case .numberOutOfRange:
            return pair("number is out of range", "số ngoài khoảng cho phép", "check the unit and the digits", "kiểm tra đơn vị và chữ số")
        case .numberAmbiguous:
            return pair(
                "a point or comma stands before three digits", "dấu chấm hoặc dấu phẩy đứng trước ba chữ số",
                "it was read as thousands: write digits only, 1234", "đã đọc là hàng nghìn: chỉ ghi chữ số, 1234")
        case .siteUnknown:
            return pair(
                "footprint names a site that is not in the site list", "vùng phủ ghi mã trạm không có trong danh sách trạm",
                "add the site or correct the id", "thêm trạm hoặc sửa mã")
        case .villageUnknown:
            return pair(
                "there is no village with this id", "không có thôn nào mang mã này",
                "correct the id, or leave it out", "sửa mã hoặc bỏ đi")
        case .clusterFarAway:
            return pair(
                "cluster lies too far from its village, or from any", "cụm dân cư ở quá xa thôn của nó, hoặc xa mọi thôn",
                "correct its coordinates or its village_id", "sửa toạ độ hoặc village_id của cụm")
        case .householdsNotSumming:
            return pair(
                "households of the clusters do not add up to the village's", "số hộ của các cụm cộng lại không bằng số hộ của thôn",
                "correct one or the other; the clusters' own counts were used as weights",
                "sửa một trong hai; số hộ của từng cụm đã được dùng làm trọng số")
        case .weakEvidence:
            return pair(
                "sites come from phones' reports: places are estimates, ranges are capped",
                "trạm lấy từ dữ liệu điện thoại: vị trí chỉ là ước tính, tầm phủ bị giới hạn", "use the operators' own lists where you can",
                "nên dùng danh sách của nhà mạng khi có thể")
        case .villageStatusUnknown:
            return pair(
                "status of the village is not understood", "không hiểu tình trạng của thôn",
                "write uncovered, partial or covered (trắng sóng, lõm sóng, đã phủ sóng)",
                "ghi trắng sóng, lõm sóng hoặc đã phủ sóng (uncovered, partial, covered)")
        case .villageStatusMissing:
            return pair(
                "status of the village is missing", "thiếu tình trạng của thôn",
                "fill it in, or state `villages.status` in the list file for all rows",
                "điền vào, hoặc ghi `villages.status` trong tệp danh sách cho mọi dòng")
        case .villageNameRepeated:
            return pair(
                "two villages of one commune have the same name", "hai thôn trong một xã trùng tên",
                "both were kept: give them ids, or write what tells them apart", "đã giữ cả hai: ghi mã, hoặc ghi rõ để phân biệt")
        case .valueMissing:
            return pair("a value is missing", "thiếu giá trị", "fill in the cell", "điền ô này")
        case .technologySeveral:
            return pair(
                "a measurement is of one technology", "mỗi lần đo chỉ thuộc một công nghệ", "write one row for each",
                "ghi mỗi công nghệ một dòng")
        case .dateInFuture:
            return pair(
                "the day is after the project's own", "ngày muộn hơn ngày tính của dự án", "check the day, or `asOf` of the project",
                "kiểm tra ngày, hoặc `asOf` của dự án")
        case .reportKindUnknown:
            return pair(
                "what the report says is not understood", "không hiểu nội dung phản ánh", "write no-signal, weak or signal",
                "ghi không có sóng, sóng yếu hoặc có sóng")
        case .reportVillageUnknown:
            return pair(
                "no village of the project is meant", "không tìm thấy thôn này trong dự án",
                "correct the name and its commune, or write village_id", "sửa tên thôn, tên xã, hoặc ghi village_id")
        case .reportVillageSimilar:
            return pair(
                "the village's name is like one in the table, not the same", "tên thôn gần giống một tên trong bảng",
                "check the village that was taken, or write village_id", "kiểm tra thôn đã chọn, hoặc ghi village_id")
        case .reportVillageAmbiguous:
            return pair(
                "several villages could be meant", "có nhiều thôn cùng khớp", "write village_id", "ghi village_id")
        case .dateUnreadable:
            return pair("not a day", "không phải là ngày", "write it as 2022-09-30", "ghi theo dạng 2022-09-30")
        case .dateAfterList:
            return pair(
                "day is later than the list itself", "ngày muộn hơn ngày của danh sách", "check the day, or `asOf` of the list",
                "kiểm tra ngày, hoặc `asOf` của danh sách")
        case .listVintageDoubtful:
            return pair(
                "communes are not those of the administration that the list states",
                "tên hoặc mã xã không thuộc hệ thống hành chính mà danh sách ghi",
                "write `administration: 63` for communes of before 2025-07-01, `34` for those since",
                "ghi `administration: 63` cho xã trước ngày 01/7/2025, `34` cho xã từ ngày đó")
        case .listIncomplete:
            return pair(
                "the list counts more villages without signal than it names: those not named are not taken for closed",
                "danh sách đếm nhiều thôn chưa có sóng hơn số thôn được nêu tên: thôn không được nêu không bị coi là đã phủ",
                "nothing to do, or add the other rows", "không cần làm gì, hoặc bổ sung các dòng còn lại")
        case .antennaUnknown:
            return pair(
                "antenna is not understood", "không hiểu tên anten",
                "write omni, sector-65 (any width from 5 to 180 degrees), or a .msi or .pln file inside the project folder",
                "ghi omni, sector-65 (độ rộng từ 5 đến 180 độ), hoặc tệp .msi, .pln nằm trong thư mục dự án")
        case .antennaPatternInvalid:
            return pair(
                "antenna pattern file cannot be used", "không dùng được tệp giản đồ anten",
                "mend the line, or ask the manufacturer for the file again", "sửa dòng đó, hoặc xin lại tệp của nhà sản xuất")
        case .antennaPatternRemark:
            return pair(
                "antenna pattern file was read, with a remark", "đã đọc tệp giản đồ anten, có lưu ý",
                "check that this is what the manufacturer means", "kiểm tra xem có đúng ý nhà sản xuất không")
        case .bandNotUsable:
            return pair(
                "none of the bands is one that the technology uses; its usual band was taken",
                "không băng tần nào phù hợp với công nghệ; đã lấy băng tần thông dụng",
                "correct band_mhz: 700, 900, 1800, 2100, 2600, 3500 …",
                "sửa band_mhz: 700, 900, 1800, 2100, 2600, 3500 …")
        case .equipmentAssumed:
            return pair(
                "sites say nothing here, or in a column that is not recognised; the standard macro site stands in",
                "bảng trạm không ghi, hoặc tên cột không nhận ra; đã dùng giá trị của trạm macro chuẩn",
                "fill the column, or name it under `sites.columns`", "điền cột này, hoặc khai báo tên cột ở `sites.columns`")
        case .antennaReplaced:
            return pair(
                "a plain antenna stands in for the one named", "đã dùng anten mẫu thay cho anten ghi trong bảng",
                "mend what is listed for this antenna", "sửa các lỗi đã liệt kê cho anten này")
        case .rasterUnreadable:
            return pair(
                "raster cannot be read", "không đọc được tệp raster", "download or export it again; the other rasters were used",
                "tải hoặc xuất lại tệp; các tệp raster khác vẫn được dùng")
        case .rasterNotPlaced:
            return pair(
                "raster does not say where on the Earth it lies", "tệp raster không cho biết vị trí trên mặt đất",
                "assign its coordinate reference system and place with gdal_edit.py or QGIS",
                "gán hệ toạ độ và vị trí bằng gdal_edit.py hoặc QGIS")
        case .rasterNotHeights:
            return pair(
                "raster holds no heights", "tệp raster không chứa độ cao", "use the elevation data, not a picture made of it",
                "dùng dữ liệu độ cao, không dùng ảnh vẽ từ dữ liệu đó")
        case .rasterElsewhere:
            return pair(
                "raster lies outside the project's area, perhaps in another country", "tệp raster nằm ngoài địa bàn, có thể ở nước khác",
                "remove it, or check its coordinate reference system", "bỏ tệp này, hoặc kiểm tra hệ toạ độ của nó")
        case .rasterWithoutData:
            return pair(
                "raster holds no data in the project's area", "tệp raster không có dữ liệu trong địa bàn",
                "use another raster for this area",
                "dùng tệp raster khác cho vùng này")
        case .rasterSeveralBands:
            return pair(
                "raster has several bands; the first one was used", "tệp raster có nhiều kênh; đã dùng kênh đầu",
                "keep only the band that is meant: gdal_translate -b", "chỉ giữ lại kênh cần dùng: gdal_translate -b")
        case .rasterAbsurdHeights:
            return pair(
                "raster holds heights below -500 m or above 9,000 m; they became no data",
                "tệp raster có độ cao dưới -500 m hoặc trên 9.000 m; đã coi là không có dữ liệu",
                "declare its no-data value: gdal_edit.py -a_nodata", "khai báo giá trị rỗng: gdal_edit.py -a_nodata")
        case .rasterUnitUnknown:
            return pair(
                "unit of the raster is not known; metres were assumed", "không rõ đơn vị của tệp raster; tạm coi là mét",
                "set its unit to m or ft", "đặt đơn vị là m hoặc ft")
        case .rasterCoarse:
            return pair(
                "cells of the raster are too wide to show ridges", "ô của tệp raster quá rộng, không thấy được sống núi",
                "use heights every 90 m or finer, such as SRTM or Copernicus",
                "dùng độ cao cách 90 m hoặc mịn hơn, như SRTM hoặc Copernicus")
        case .terrainCoarsened:
            return pair(
                "terrain was made coarser to fit into memory", "địa hình được làm thô hơn để vừa bộ nhớ",
                "split the project by province, or use coarser rasters", "chia dự án theo tỉnh, hoặc dùng raster thô hơn")
        case .terrainNone:
            return pair(
                "no raster gives heights in the project's area", "không có tệp raster nào cho độ cao trong địa bàn",
                "put tiles of the area into the terrain folder: GeoTIFF, .hgt or VRT in any coordinate reference system",
                "đặt các mảnh của địa bàn vào thư mục terrain: GeoTIFF, .hgt hoặc VRT, hệ toạ độ bất kỳ")
        case .terrainTileMissing:
            return pair(
                "terrain tile is missing where villages or sites are", "thiếu mảnh địa hình ở nơi có thôn hoặc trạm",
                "put the tile of this name into the terrain folder (SRTM and Copernicus have it)",
                "đặt mảnh có tên này vào thư mục terrain (có trong SRTM và Copernicus)")
        case .terrainVoid:
            return pair(
                "villages or sites stand on holes of the terrain", "thôn hoặc trạm nằm ở chỗ khuyết của địa hình",
                "put another raster into the terrain folder that fills the holes", "đặt thêm raster lấp chỗ khuyết vào thư mục terrain")
        case .terrainSurfaceAssumed:
            return pair(
                "the project does not say what the heights stand for; a surface model was assumed, as SRTM and Copernicus are",
                "dự án không nói độ cao là gì; tạm coi là mô hình bề mặt, như SRTM và Copernicus",
                "write `surface: dsm`, or `surface: dtm` for bare ground", "ghi `surface: dsm`, hoặc `surface: dtm` nếu là mặt đất trần")
        case .clutterNotUsed:
            return pair(
                "land cover is not used on a surface model: its heights hold trees and roofs already",
                "không dùng lớp phủ với mô hình bề mặt: độ cao đã gồm cây và nhà",
                "remove `clutter`, or use bare-ground heights (`surface: dtm`)",
                "bỏ `clutter`, hoặc dùng độ cao mặt đất trần (`surface: dtm`)")
        case .clutterClassUnknown:
            return pair(
                "land-cover class has no height; it counts as open ground", "loại lớp phủ chưa có độ cao; coi như đất trống",
                "give its height under `clutter.classes`", "ghi độ cao của nó trong `clutter.classes`")
        case .settingUnknown:
            return pair("key is not known", "khoá không hợp lệ", "remove it or correct its spelling", "xoá hoặc sửa chính tả")
        case .settingMissing:
            return pair(
                "key is missing", "thiếu khoá", "add it; `phusong new DIR` writes a commented example",
                "thêm vào; `phusong new DIR` ghi một ví dụ có chú thích")
        case .settingInvalid:
            return pair(
                "value cannot be used", "giá trị không dùng được", "see the commented example that `phusong new DIR` writes",
                "xem ví dụ có chú thích do `phusong new DIR` ghi ra")
        case .settingNotUsedYet:
            return pair(
                "this version does not use the key", "phiên bản này chưa dùng khoá này", "nothing to do: results do not depend on it",
                "không cần làm gì: kết quả không phụ thuộc vào nó")
        case .completenessNotDeclared:
            return pair(
                "the project does not say where its site list is complete; complete in the whole area was assumed",
                "dự án không nói danh sách trạm đầy đủ ở đâu; tạm coi là đầy đủ trên cả địa bàn",
                "set `sites.completeIn` to `area` or to a polygon file: villages outside it are then `unknown`, not `uncovered`",
                "đặt `sites.completeIn` là `area` hoặc một tệp đa giác: thôn ngoài vùng đó sẽ là `unknown`, không phải `uncovered`")
        }
    }
}
