import Radio

/// What a model says about one path.
struct PathAnswer: Sendable {
    var lossDB: Double
    var warnings: [String]
    /// By their names in the Recommendation.
    var intermediates: [P1812Prediction.Intermediate]
}

extension PathCase {
    /// Runs the model.
    /// - Throws: `RadioInputError` with every value out of range.
    func answer(over profile: PathProfile) throws(RadioInputError) -> PathAnswer {
        switch self {
        case .p1812(let inputs):
            let prediction = try P1812.predict(inputs, over: profile)
            return PathAnswer(
                lossDB: prediction.lossDB, warnings: prediction.warnings.map(\.description), intermediates: prediction.intermediates)
        case .deltaBullington(let heights, let radius, let polarization):
            let prediction = try DeltaBullington.predict(
                over: profile, transmitterHeightMeters: heights.transmitterMeters, receiverHeightMeters: heights.receiverMeters,
                effectiveEarthRadiusKm: radius, frequencyGHz: heights.frequencyGHz, polarization: polarization)
            return PathAnswer(
                lossDB: prediction.lossDB, warnings: prediction.warnings.map(\.description), intermediates: prediction.intermediates)
        case .freeSpace(let heights):
            return try freeSpace(heights, profile)
        case .itm, .extendedHata:
            var answer = try answer(over: EvenProfile(profile))
            if !EvenProfile.hasEvenSteps(profile) {
                answer.warnings.append(
                    "the points of the profile are not equally spaced; heights were read from straight lines at equal steps")
            }
            return answer
        }
    }

    /// Runs the model over ground at equal steps.
    /// - Throws: `RadioInputError` with every value out of range.
    func answer(over profile: EvenProfile) throws(RadioInputError) -> PathAnswer {
        switch self {
        case .itm(let inputs): return try Self.itm(inputs, profile)
        case .extendedHata(let inputs):
            let prediction = try ExtendedHata.predict(inputs, over: profile)
            return PathAnswer(
                lossDB: prediction.lossDB, warnings: prediction.warnings.texts, intermediates: prediction.intermediates)
        case .p1812, .deltaBullington, .freeSpace:
            let path = try PathProfile(
                distancesKm: profile.heightsMeters.indices.map { Double($0) * profile.stepMeters / 1000 },
                heightsMeters: profile.heightsMeters)
            return try answer(over: path)
        }
    }

    private static func itm(_ inputs: ITMInputs, _ profile: EvenProfile) throws(RadioInputError) -> PathAnswer {
        func defect(_ error: ITMError) -> RadioInputError.Defect {
            let parts = error.parts
            return .init(field: parts.field, value: parts.value, remedy: "\(parts.remedy) (ITM error \(error.code))")
        }
        let errors = inputs.errors
        guard errors.isEmpty else { throw RadioInputError(errors.map(defect)) }
        do {
            let prediction = try ITM.predict(inputs, over: profile)
            return PathAnswer(
                lossDB: prediction.lossDB, warnings: prediction.warnings.texts, intermediates: prediction.intermediates)
        } catch {
            throw RadioInputError([defect(error)])
        }
    }

    /// Along the straight line between the antennas on a flat Earth, as P.1812 takes it in Eq. (8a).
    private func freeSpace(_ heights: Heights, _ profile: PathProfile) throws(RadioInputError) -> PathAnswer {
        guard heights.frequencyGHz > 0 else {
            throw RadioInputError([
                .init(field: "frequencyGHz", value: "\(heights.frequencyGHz)", remedy: "give a number above 0")
            ])
        }
        let (first, last) = (profile.heightsMeters.first ?? 0, profile.heightsMeters.last ?? 0)
        let rise = (last + heights.receiverMeters) - (first + heights.transmitterMeters)
        let ray = (profile.lengthKm * profile.lengthKm * 1e6 + rise * rise).squareRoot()
        return PathAnswer(
            lossDB: FreeSpace.lossDB(distanceMeters: ray, frequencyMHz: heights.frequencyGHz * 1000), warnings: [], intermediates: [])
    }
}
