import CGDAL
import Foundation

/// One column of a GDAL layer.
struct OGRField {
    let index: Int32
    let name: String
    private let type: OGRFieldType
    private let isBoolean: Bool

    init?(_ definition: OGRFeatureDefnH, _ index: Int32) {
        guard let field = OGR_FD_GetFieldDefn(definition, index), let name = OGR_Fld_GetNameRef(field) else { return nil }
        self.index = index
        self.name = Self.text(name).text
        type = OGR_Fld_GetType(field)
        isBoolean = OGR_Fld_GetSubType(field) == OFSTBoolean
    }

    /// A record's value, and whether its text had to be guessed at.
    func value(in feature: OGRFeatureH, wholeNumbersAreReal: Bool) -> (FieldValue, isGuess: Bool) {
        guard OGR_F_IsFieldSetAndNotNull(feature, index) != 0 else { return (.null, false) }
        switch type {
        case OFTInteger, OFTInteger64:
            let number = OGR_F_GetFieldAsInteger64(feature, index)
            if isBoolean { return (.boolean(number != 0), false) }
            return (wholeNumbersAreReal ? .real(Double(number)) : .integer(number), false)
        case OFTReal:
            let number = OGR_F_GetFieldAsDouble(feature, index)
            return (number.isFinite ? .real(number) : .null, false)
        case OFTStringList, OFTIntegerList, OFTInteger64List, OFTRealList:
            return list(feature)
        default:
            guard let bytes = OGR_F_GetFieldAsString(feature, index) else { return (.null, false) }
            let (text, isGuess) = Self.text(bytes)
            return (.text(text), isGuess)
        }
    }

    /// Lists become one text, joined by semicolons as everywhere in the project's tables.
    private func list(_ feature: OGRFeatureH) -> (FieldValue, isGuess: Bool) {
        switch type {
        case OFTStringList:
            guard let texts = OGR_F_GetFieldAsStringList(feature, index) else { return (.null, false) }
            let parts = (0..<Int(CSLCount(texts))).compactMap { texts[$0].map { Self.text(UnsafePointer($0)) } }
            return (.text(parts.map(\.text).joined(separator: ";")), parts.contains { $0.isGuess })
        case OFTRealList:
            var count: Int32 = 0
            guard let numbers = OGR_F_GetFieldAsDoubleList(feature, index, &count) else { return (.null, false) }
            return (.text((0..<Int(count)).map { FieldValue.shortest(numbers[$0]) }.joined(separator: ";")), false)
        case OFTInteger64List:
            var count: Int32 = 0
            guard let numbers = OGR_F_GetFieldAsInteger64List(feature, index, &count) else { return (.null, false) }
            return (.text((0..<Int(count)).map { String(numbers[$0]) }.joined(separator: ";")), false)
        default:
            var count: Int32 = 0
            guard let numbers = OGR_F_GetFieldAsIntegerList(feature, index, &count) else { return (.null, false) }
            return (.text((0..<Int(count)).map { String(numbers[$0]) }.joined(separator: ";")), false)
        }
    }

    /// Bytes that should be UTF-8; if they are not, windows-1258 is the likeliest in this country.
    private static func text(_ bytes: UnsafePointer<CChar>) -> (text: String, isGuess: Bool) {
        if let text = String(validatingCString: bytes) { return (text, false) }
        let raw = UnsafeRawBufferPointer(start: bytes, count: strlen(bytes))
        return (TextEncoding.windows1258.decode(raw), true)
    }
}
