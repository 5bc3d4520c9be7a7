import Foundation

/// What running a site costs over the years, brought to today's money.
public struct OperatingCost: Hashable, Sendable, Codable {
    /// Of a site on the grid, VND per year: rent, electricity, upkeep, transmission.
    public var gridVNDPerYear: Int64
    /// Of a site on solar power, VND per year.
    public var solarVNDPerYear: Int64
    /// Of equipment added to a mast that stands already, VND per year.
    public var addedVNDPerYear: Int64
    /// Years that are looked at. Valid: 1…50.
    public var horizonYears: Int
    /// Discount rate in percent per year. Valid: 0…100.
    public var discountRatePercent: Double

    /// Describes costs; a yearly sum that is left out is 0.
    public init(
        gridVNDPerYear: Int64 = 0, solarVNDPerYear: Int64 = 0, addedVNDPerYear: Int64 = 0, horizonYears: Int = 10,
        discountRatePercent: Double = 8
    ) {
        self.gridVNDPerYear = gridVNDPerYear
        self.solarVNDPerYear = solarVNDPerYear
        self.addedVNDPerYear = addedVNDPerYear
        self.horizonYears = horizonYears
        self.discountRatePercent = discountRatePercent
    }

    /// The present value of a yearly sum paid at the end of each year of the horizon, in whole thousands of VND: an estimate says nothing finer, and
    /// the optimiser's numbers stay exact. Nil when it does not fit into 64 bits.
    ///
    /// - Complexity: O(1).
    public func presentVND(ofYearlyVND yearly: Int64) -> Int64? {
        let rate = discountRatePercent / 100
        let years = Double(horizonYears)
        // The annuity's closed form is 0/0 without interest.
        let factor = rate > 0 ? (1 - pow(1 + rate, -years)) / rate : years
        return Int64(exactly: (Double(yearly) * factor / 1000).rounded() * 1000)
    }
}
