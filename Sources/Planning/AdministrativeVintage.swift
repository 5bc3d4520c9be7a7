/// The two sets of administrative codes in use.
///
/// On 2025-07-01 the 63 provinces became 34, districts ended, and 10,035 wards became 3,321 communes (Resolution 202/2025/QH15 and the
/// resolutions on each province's communes). Most new communes kept the code of one of their old wards, so a code alone often fits both.
public enum AdministrativeVintage: String, Hashable, Sendable, Codable, CaseIterable {
    /// 63 provinces, until 2025-06-30.
    case provinces63 = "pre-2025"
    /// 34 provinces, since 2025-07-01.
    case provinces34 = "2025"

    /// The one in force on a day.
    public init(on day: CalendarDate) {
        self = day < Self.changeOver ? .provinces63 : .provinces34
    }

    /// The first day of the 34 provinces.
    public static let changeOver = CalendarDate(year: 2025, month: 7, day: 1)
}
