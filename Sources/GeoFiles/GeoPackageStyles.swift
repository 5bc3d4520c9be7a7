import CGDAL

extension GDALWriter {
    /// Writes the styles as QGIS keeps them: the table `layer_styles`, whose columns and empty catalogue and schema are those that QGIS
    /// looks for when it opens a layer.
    func writeStyles(_ dataset: GDALDataset, _ messages: GDALMessages) throws(GeoFileError) {
        let listed = GDALTextList(["FID=id", "IDENTIFIER=layer_styles"])
        defer { withExtendedLifetime(listed) {} }
        guard let layer = GDALDatasetCreateLayer(dataset.handle, "layer_styles", nil, wkbNone, listed.pointer) else {
            throw file.failure(messages.lastWords)
        }
        let columns: [(name: String, type: OGRFieldType, width: Int32)] = [
            ("f_table_catalog", OFTString, 256), ("f_table_schema", OFTString, 256), ("f_table_name", OFTString, 256),
            ("f_geometry_column", OFTString, 256), ("styleName", OFTString, 30), ("styleQML", OFTString, 0), ("styleSLD", OFTString, 0),
            ("useAsDefault", OFTInteger, 0), ("description", OFTString, 0), ("owner", OFTString, 30), ("ui", OFTString, 30),
            ("update_time", OFTDateTime, 0),
        ]
        for column in columns {
            guard let field = OGR_Fld_Create(column.name, column.type) else { throw file.failure(messages.lastWords) }
            defer { OGR_Fld_Destroy(field) }
            if column.type == OFTInteger { OGR_Fld_SetSubType(field, OFSTBoolean) }
            if column.width > 0 { OGR_Fld_SetWidth(field, column.width) }
            if column.type == OFTDateTime { OGR_Fld_SetDefault(field, "CURRENT_TIMESTAMP") }
            guard OGR_L_CreateField(layer, field, 1) == OGRERR_NONE else { throw file.failure(messages.lastWords) }
        }
        for style in options.styles {
            guard let feature = OGR_F_Create(OGR_L_GetLayerDefn(layer)) else { throw file.failure(messages.lastWords) }
            defer { OGR_F_Destroy(feature) }
            let texts = ["", "", style.layer, "geom", style.name, style.qml, style.sld]
            for (index, text) in texts.enumerated() { OGR_F_SetFieldString(feature, Int32(index), text) }
            OGR_F_SetFieldInteger(feature, 7, 1)
            OGR_F_SetFieldString(feature, 8, style.description)
            OGR_F_SetFieldString(feature, 9, "")
            OGR_F_SetFieldString(feature, 11, options.timestamp)
            guard OGR_L_CreateFeature(layer, feature) == OGRERR_NONE else { throw file.failure(messages.lastWords) }
        }
    }
}

extension String {
    /// The longest beginning that is no longer than so many bytes of UTF-8 and cuts no letter in two.
    func prefix(utf8Count limit: Int) -> String {
        guard utf8.count > limit else { return self }
        var result = ""
        var count = 0
        for character in self {
            count += character.utf8.count
            guard count <= limit else { break }
            result.append(character)
        }
        return result
    }
}
