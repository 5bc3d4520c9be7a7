import Planning

/// The columns that readers look for, whatever their titles.
public enum Column: String, CaseIterable, Hashable, Sendable {
    // Places
    /// Longitude, or easting in a projected system.
    case longitude = "lon"
    /// Latitude, or northing.
    case latitude = "lat"
    /// Both numbers in one cell.
    case coordinate
    // Everything
    /// The row's own id.
    case id
    /// Name for people.
    case name
    /// Whether the row was made up.
    case synthetic
    /// Mobile network operator.
    case operatorName = "operator"
    /// 2G, 3G, 4G, 5G, one or several.
    case technology
    // Villages
    /// Official code of the commune.
    case communeCode = "commune_code"
    /// Name of the commune.
    case communeName = "commune"
    /// Official code of the province.
    case provinceCode = "province_code"
    /// Name of the province.
    case provinceName = "province"
    /// Number of households.
    case households
    /// Number of people.
    case population
    /// Grid electricity or not.
    case electricity
    /// Whether the coordinate is known to the arc-minute only.
    case coordinateRounded = "coord_rounded_arcmin"
    // Clusters
    /// The village that a cluster is part of.
    case villageID = "village_id"
    // Lists
    /// Name of the district, until 2025-06-30.
    case districtName = "district"
    /// Why a village has no signal.
    case reason
    /// The day it got signal.
    case coveredOn = "covered_on"
    /// Who says so.
    case source
    // Evidence from the field
    /// When a measurement was taken.
    case time
    /// When a report was made.
    case date
    /// Measured level.
    case rsrpDBm = "rsrp_dbm"
    /// No signal, weak, signal.
    case reportKind = "kind"
    // What is known of a village or of all of a commune; see `VillageTrait`.
    case especiallyDifficult = "especially_difficult"
    case ethnicMinority = "ethnic_minority"
    case border
    case island
    case remote
    case school
    case clinic
    case inhabited
    // Sites
    /// Carrier bands.
    case bandMHz = "band_mhz"
    /// Power per 10 MHz carrier.
    case powerDBm = "power_dbm"
    /// Height above ground.
    case mastHeightMeters = "mast_height_m"
    /// Boresights from north, clockwise.
    case azimuthDegrees = "azimuth_deg"
    /// Tilt below the horizon.
    case tiltDegrees = "tilt_deg"
    /// Antenna name or pattern file.
    case antenna
    /// On air, planned or off.
    case status
    /// Whether other operators must not see the site.
    case confidential
    /// Whether others may use the mast.
    case shared
    /// Whether the site is on fibre.
    case fibre
    // Footprints
    /// The site that a footprint belongs to.
    case siteID = "site_id"
    // Candidates
    /// Grid or solar.
    case power
    /// Stated cost.
    case costVND = "cost_vnd"
    /// The village for whose sake a place was proposed.
    case nearVillageID = "near_village_id"
    /// Distance to the nearest road.
    case distanceToRoadMeters = "distance_to_road_m"

    /// Other titles of the column, as folded keys (`NameFolding.key`), Vietnamese and English.
    ///
    /// This is the one table of aliases: a title that people use and the program does not know belongs here.
    public var aliases: [String] {
        switch self {
        case .longitude:
            ["long", "longitude", "lng", "x", "kinhdo", "kinhdox", "easting", "east", "toadox", "toadodong", "xwgs84", "londeg"]
        case .latitude: ["latitude", "y", "vido", "vidoy", "northing", "north", "toadoy", "toadobac", "ywgs84", "latdeg"]
        case .coordinate: ["toado", "coordinates", "lonlat", "latlon", "latlong", "toadogps", "gps", "vitri", "location"]
        case .id:
            [
                "ma", "maso", "mathon", "mathonban", "mathonbanto", "mathonto", "maap", "mabuon", "makhom", "matdp", "madiem", "code",
                "villageid", "siteid",
                "cellid", "matram", "mabts", "matrambts", "tramid", "stationid", "footprintid", "candidateid", "key", "uid",
            ]
        case .name:
            [
                "ten", "tenthon", "tenthonban", "tenthonto", "tenban", "tenap", "thon", "ban", "thonban", "thonbanto", "ap", "village",
                "villagename", "tentram",
                "sitename", "tram", "label", "title", "thonbantodanpho",
            ]
        case .synthetic: ["issynthetic", "dulieumophong", "mophong"]
        case .operatorName: ["nhamang", "mang", "nhacungcap", "donvi", "carrier", "network", "mno", "telco", "chusohuu", "doanhnghiep"]
        case .technology: ["congnghe", "tech", "technologies", "rat", "generation", "thehe", "loaitram", "radio"]
        case .communeCode: ["maxa", "maphuong", "maxaphuong", "wardcode", "mahanhchinh", "communeid", "dvhc", "madvhc", "mapx"]
        case .communeName: ["xa", "tenxa", "phuong", "tenphuong", "xaphuong", "tenxaphuong", "ward", "communename", "wardname", "phuongxa"]
        case .provinceCode: ["matinh", "provinceid"]
        case .provinceName: ["tinh", "tentinh", "provincename", "tinhthanh", "tinhthanhpho"]
        case .households: ["household", "soho", "ho", "hodan", "sohodan", "tongsoho", "hh", "numhouseholds", "hogiadinh"]
        case .population: ["danso", "sodan", "nhankhau", "sonhankhau", "sokhau", "khau", "songuoi", "pop", "people", "tongdanso"]
        case .electricity: ["dien", "dienluoi", "codien", "luoidien", "electrified", "power", "grid", "dienluoiquocgia", "tinhtrangdien"]
        case .coordinateRounded: ["rounded", "arcmin", "lamtron"]
        case .villageID: ["village", "mathon", "mathonban", "mathonbanto", "thon", "thonban"]
        case .districtName: ["huyen", "tenhuyen", "quanhuyen", "tenquanhuyen", "huyencu", "olddistrict", "districtname", "formerdistrict"]
        case .reason: ["lydo", "nguyennhan", "ghichulydo", "why"]
        case .coveredOn: ["ngayphu", "ngayphusong", "ngaycosong", "ngayhoanthanh", "coveredat", "datecovered", "covereddate"]
        case .source: ["nguon", "sourceurl", "nguonsolieu"]
        case .time: ["timestamp", "datetime", "thoigian", "thoidiem", "date", "ngay", "ngaydo", "measuredat"]
        case .date: ["asof", "ngay", "thoigian", "ngayphananh", "reportedon", "nam", "year"]
        case .rsrpDBm: ["rsrp", "level", "leveldbm", "signaldbm", "mucthu", "mucthudbm", "cuongdosong", "rscp", "rxlev"]
        case .reportKind: ["status", "trangthai", "tinhtrang", "phananh", "noidung", "reportedstatus", "loai"]
        case .especiallyDifficult: ["dacbietkhokhan", "dbkk", "khuvuciii", "thondbkk", "xadbkk"]
        case .ethnicMinority: ["dantocthieuso", "dtts", "vungdtts", "dongbaodantoc"]
        case .border: ["biengioi", "xabiengioi"]
        case .island: ["haidao", "dao", "xadao"]
        case .remote: ["vungsau", "vungxa", "vungsauvungxa"]
        case .school: ["truong", "truonghoc", "diemtruong", "hasschool", "cotruong"]
        case .clinic: ["tramyte", "yte", "hasclinic", "health", "healthstation"]
        case .inhabited: ["conguoio", "danco", "cudan"]
        case .bandMHz:
            ["band", "bands", "bandsmhz", "bang", "bangtan", "bangtanmhz", "frequency", "frequencymhz", "tanso", "tansomhz", "freqmhz"]
        case .powerDBm: ["power", "txpower", "txpowerdbm", "congsuat", "congsuatdbm", "powerdbm10mhz"]
        case .mastHeightMeters:
            [
                "height", "heightm", "mastheight", "towerheight", "docao", "docaocot", "caocot", "chieucaocot", "antennaheight",
                "mastheightmeters", "chieucaocotm", "chieucaoanten", "chieucaoantenm", "docaoanten", "docaoantenm", "docaocotm",
                "chieucaoangten",
                "chieucaoangtenm", "docaoangten", "docaoangtenm", "chieucao",
            ]
        case .azimuthDegrees: ["azimuth", "azimuths", "azimuthsdeg", "gocphuongvi", "phuongvi", "huong", "bearing"]
        case .tiltDegrees: ["tilt", "gocnghieng", "goccup", "gocngang", "downtilt"]
        case .antenna: ["anten", "antennatype", "loaianten", "angten", "loaiangten"]
        case .status: ["trangthai", "tinhtrang", "state", "hoatdong"]
        case .confidential: ["mat", "baomat", "secret", "isconfidential"]
        case .shared: ["dungchung", "chiase", "isshared", "sharing"]
        case .fibre: ["fiber", "hasfibre", "capquang", "quang", "truyendanquang"]
        case .siteID: ["site", "matram", "tram", "trambts", "mabts", "bts", "station", "stationid"]
        case .power: ["nguondien", "powersource", "dien"]
        case .costVND: ["cost", "chiphi", "chiphivnd", "giathanh", "kinhphi", "vnd"]
        case .nearVillageID: ["nearvillage", "mathon", "villageid", "thon"]
        case .distanceToRoadMeters: ["distancetoroad", "roaddistance", "khoangcachduong", "roadm"]
        }
    }
}

extension Column {
    /// The column that states a trait.
    static func trait(_ trait: VillageTrait) -> Column {
        switch trait {
        case .especiallyDifficult: .especiallyDifficult
        case .ethnicMinority: .ethnicMinority
        case .border: .border
        case .island: .island
        case .remote: .remote
        case .school: .school
        case .clinic: .clinic
        case .inhabited: .inhabited
        }
    }

    static let traits = VillageTrait.allCases.map(trait)
}
