import CGDAL
import Foundation
import Geodesy

/// An open raster whose place on the Earth is known. Only for use inside one `GDALSession.run`, by one thread.
final class RasterFile {
    /// No terrain is measured more finely; a smaller cell is a mistake in the georeference, metres.
    private static let narrowestCellMeters = 0.1

    /// Why a raster cannot be used.
    struct Defect: Error {
        let kind: RasterProblem.Kind
        let detail: String
    }

    let name: String
    let dataset: GDALDataset
    let band: GDALRasterBandH
    let columns: Int
    let rows: Int
    /// GDAL's six numbers: cell edges → coordinates.
    let geoTransform: [Double]
    /// Two-dimensional system of those coordinates.
    let system: RasterSystem
    let place: RasterPlace

    /// No driver outside this list is ever asked: others would follow a file's content to a server, or take any text for a table of points.
    static let drivers = [
        "GTiff", "SRTMHGT", "VRT", "HFA", "AAIGrid", "GRASSASCIIGrid", "EHdr", "ENVI", "DTED", "USGSDEM", "SAGA", "GSAG", "GSBG", "GS7BG",
        "RST", "BT", "PCIDSK", "JP2OpenJPEG", "netCDF", "Terragen",
    ]

    init(_ candidate: RasterCandidate, _ messages: GDALMessages) throws(Defect) {
        name = candidate.name
        if !candidate.isArchived {
            do { _ = try SourceFile(candidate.path) } catch { throw Defect(kind: .unreadable, detail: "\(error.reason). \(error.remedy)") }
            if let defect = VirtualRaster.defect(candidate.path) { throw Defect(kind: .unreadable, detail: defect) }
        }
        let before = messages.failures.count
        guard let dataset = GDALDataset(openingRaster: candidate.gdalPath, drivers: Self.drivers), let handle = dataset.handle,
            let band = GDALGetRasterCount(handle) > 0 ? GDALGetRasterBand(handle, 1) : nil
        else { throw Self.unreadable(messages, since: before, candidate) }
        columns = Int(GDALGetRasterXSize(handle))
        rows = Int(GDALGetRasterYSize(handle))
        self.dataset = dataset
        self.band = band
        var numbers = [Double](repeating: 0, count: 6)
        guard GDALGetGeoTransform(handle, &numbers) == CE_None, numbers.allSatisfy(\.isFinite),
            numbers[1] * numbers[5] - numbers[2] * numbers[4] != 0
        else {
            throw Defect(
                kind: .notPlaced,
                detail: "it does not say where its cells lie. Georeference it, or put its .tfw and .prj files beside it")
        }
        geoTransform = numbers
        guard let system = RasterSystem(dataset) else {
            throw Defect(
                kind: .notPlaced,
                detail: "it names no coordinate reference system. Assign the right one, for example with gdal_edit.py -a_srs EPSG:4326")
        }
        self.system = system
        guard let place = RasterPlace(dataset, system, columns: columns, rows: rows, geoTransform: numbers) else {
            throw Defect(
                kind: .notPlaced,
                detail: "its coordinates make no sense in \(system.label). Assign the right system, for example with gdal_edit.py -a_srs")
        }
        let narrowest = min(place.cellMeters.width, place.cellMeters.height)
        guard narrowest >= Self.narrowestCellMeters, narrowest.isFinite else {
            throw Defect(
                kind: .notPlaced, detail: "its cells are \(narrowest) m wide in \(system.label). Check its pixel size and system")
        }
        self.place = place
    }

    var driver: String { dataset.driverName }

    /// The words of GDAL for a file that cannot be read, without this machine's paths.
    static func unreadable(_ messages: GDALMessages, since: Int, _ candidate: RasterCandidate) -> Defect {
        var words = messages.failures.dropFirst(since).last ?? messages.lastWords
        for path in [candidate.gdalPath, candidate.path] { words = words.replacingOccurrences(of: path, with: candidate.name) }
        return Defect(kind: .unreadable, detail: words)
    }
}

extension GDALDataset {
    /// Opens a file to read its cells, by some drivers only.
    convenience init?(openingRaster path: String, drivers: [String]) {
        let drivers = GDALTextList(drivers)
        defer { withExtendedLifetime(drivers) {} }
        self.init(GDALOpenEx(path, phusong_open_raster_read_only(), drivers.constant, nil, nil))
    }
}
