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
    // Ids and names
    case idMissing = "id-missing"
    case idDuplicate = "id-duplicate"
    case nameMissing = "name-missing"
    case nameNotNFC = "name-not-nfc"
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
    case numberUnreadable = "number-unreadable"
    case numberNegative = "number-negative"
    case numberOutOfRange = "number-out-of-range"
    case numberAmbiguous = "number-ambiguous"
    case siteUnknown = "site-unknown"
    case villageUnknown = "village-unknown"
    case weakEvidence = "weak-evidence"
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
            return pair("file has no rows", "tệp không có dòng nào", "check the export that made it", "kiểm tra lại bước xuất tệp")
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
        case .weakEvidence:
            return pair(
                "sites come from phones' reports: places are estimates, ranges are capped",
                "trạm lấy từ dữ liệu điện thoại: vị trí chỉ là ước tính, tầm phủ bị giới hạn", "use the operators' own lists where you can",
                "nên dùng danh sách của nhà mạng khi có thể")
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
