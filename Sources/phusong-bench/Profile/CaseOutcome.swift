/// What came out of one case: an answer, or what is wrong with its input.
struct CaseOutcome: Sendable {
    /// The profile as the case names it.
    var profile: String
    /// Line of the case in its file, from 1.
    var row: Int
    var result: Result<PathAnswer, InputDefects>
    /// The loss that the file itself states.
    var referenceLossDB: Double?

    /// What we say minus what the file says.
    var differenceDB: Double? {
        guard let referenceLossDB, case .success(let answer) = result else { return nil }
        return answer.lossDB - referenceLossDB
    }
}

extension CaseOutcome: Encodable {
    private struct Key: CodingKey {
        var stringValue: String
        var intValue: Int? { nil }

        init(_ name: String) { stringValue = name }
        init?(stringValue: String) { self.init(stringValue) }
        init?(intValue: Int) { nil }
    }

    /// One flat object. A value that is no number becomes null.
    func encode(to encoder: any Encoder) throws {
        var object = encoder.container(keyedBy: Key.self)
        func put(_ name: String, _ value: Double) throws {
            if value.isFinite { try object.encode(value, forKey: Key(name)) } else { try object.encodeNil(forKey: Key(name)) }
        }
        switch result {
        case .success(let answer):
            // First, so that the names below win should a symbol ever equal one.
            for intermediate in answer.intermediates { try put(intermediate.name, intermediate.value) }
            try put("lossDB", answer.lossDB)
            try object.encode(answer.warnings, forKey: Key("warnings"))
        case .failure(let error):
            try object.encodeNil(forKey: Key("lossDB"))
            try object.encode([String](), forKey: Key("warnings"))
            try object.encode(error.description, forKey: Key("error"))
        }
        try object.encode(profile, forKey: Key("profile"))
        try object.encode(row, forKey: Key("row"))
        if let referenceLossDB { try put("referenceLossDB", referenceLossDB) }
        if let differenceDB { try put("differenceDB", differenceDB) }
    }
}
