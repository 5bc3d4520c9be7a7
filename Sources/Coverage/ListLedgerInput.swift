import Planning

/// Which communes and provinces a list's codes and names speak of.
public enum ListAdministration: String, CaseIterable, Hashable, Sendable, Codable {
    /// 63 provinces, districts and 10,035 wards, until 2025-06-30.
    case provinces63 = "63"
    /// 34 provinces and 3,321 communes, since 2025-07-01.
    case provinces34 = "34"

    /// The one in force on a day.
    public init(on day: CalendarDate) {
        self = day < AdministrativeVintage.changeOver ? .provinces63 : .provinces34
    }
}

/// What a list says of a village.
public enum ListStatus: String, CaseIterable, Hashable, Sendable, Codable {
    /// No signal (trắng sóng).
    case uncovered
    /// Signal in parts of it (lõm sóng).
    case partial
    /// Has signal, or got it.
    case covered

    /// Whether the village still waits for signal.
    public var isOpen: Bool { self != .covered }

    /// Reads what tables write: `trắng sóng`, `lõm sóng`, `đã phủ sóng`, `white`, `dented`, `closed` … Nil for anything else.
    public init?(label: String) {
        switch NameFolding.key(label) {
        case "uncovered", "trang", "trangsong", "chuacosong", "khongcosong", "khongsong", "chuaphu", "chuaphusong", "white", "nosignal",
            "open", "dead", "chuaco", "mattrang":
            self = .uncovered
        case "partial", "lom", "lomsong", "lom1phan", "songyeu", "yeu", "dented", "partlycovered", "weak", "cosongyeu": self = .partial
        case "covered", "cosong", "daphu", "daphusong", "dacosong", "daxoa", "closed", "done", "hoanthanh", "dahoanthanh": self = .covered
        default: return nil
        }
    }
}

/// One row of a list.
public struct ListedVillage: Hashable, Sendable {
    /// The list's own id; empty when it gives none. Only ids that stay the same from list to list help.
    public var id = ""
    /// Name as given, in NFC.
    public var name: String
    /// Commune code of the list's own administration; empty when not given.
    public var communeCode = ""
    /// Name of the commune or ward as given.
    public var communeName = ""
    /// Name of the district as given; since 2025-07-01 there are none.
    public var districtName = ""
    /// Name of the province as given.
    public var provinceName = ""
    /// Communes of 2025 that the commune may be now: one, several where an old ward was divided, none where nothing is known.
    public var communes2025: [String] = []
    /// What the list says of it.
    public var status: ListStatus
    /// Number of households; nil when not given.
    public var households: Int?
    /// Whether it has grid electricity.
    public var electricity: Electricity = .unknown
    /// Why it has no signal, in the list's words.
    public var reason = ""
    /// The day it got signal; nil when not given.
    public var coveredOn: CalendarDate?
    /// The row's own source; empty for the list's.
    public var source = ""
    /// Whether the row is made up.
    public var isSynthetic = false

    /// Makes a row; everything else has a default and can be set after.
    public init(name: String, communeCode: String = "", status: ListStatus = .uncovered) {
        self.name = name
        self.communeCode = communeCode
        self.status = status
    }
}

/// The named villages of one list.
public struct ListedVintage: Hashable, Sendable {
    /// Id of the list.
    public var id: String
    /// The day that the list speaks of.
    public var asOf: CalendarDate
    /// What its codes and names speak of.
    public var administration: ListAdministration
    /// Whether it names every village of its kind: only then does a missing one mean that it is off the list.
    public var isComplete: Bool
    /// The rows, in any order.
    public var villages: [ListedVillage]

    /// Makes a list from its parts.
    public init(id: String, asOf: CalendarDate, administration: ListAdministration, isComplete: Bool = true, villages: [ListedVillage]) {
        self.id = id
        self.asOf = asOf
        self.administration = administration
        self.isComplete = isComplete
        self.villages = villages
    }
}
