import Foundation

/// HiGHS, where its shared library is installed: looked for by name at run time, so that nothing depends on it.
///
/// J. Hall & al., C interface `highs_c_api.h`. Only builds with 32-bit integers are used, which is what its packages ship.
struct HighsLibrary: @unchecked Sendable {
    private typealias Create = @convention(c) () -> UnsafeMutableRawPointer?
    private typealias Destroy = @convention(c) (UnsafeMutableRawPointer?) -> Void
    private typealias Text = @convention(c) () -> UnsafePointer<CChar>?
    private typealias Whole = @convention(c) (UnsafeMutableRawPointer?) -> Int32
    private typealias SetInt = @convention(c) (UnsafeMutableRawPointer?, UnsafePointer<CChar>?, Int32) -> Int32
    private typealias SetDouble = @convention(c) (UnsafeMutableRawPointer?, UnsafePointer<CChar>?, Double) -> Int32
    private typealias Doubles = UnsafePointer<Double>
    private typealias Ints = UnsafePointer<Int32>
    private typealias PassMip =
        @convention(c) (
            UnsafeMutableRawPointer?, Int32, Int32, Int32, Int32, Int32, Double, Doubles, Doubles, Doubles, Doubles, Doubles, Ints, Ints,
            Doubles,
            Ints
        ) -> Int32
    private typealias SetPart = @convention(c) (UnsafeMutableRawPointer?, Int32, Ints, Doubles) -> Int32
    private typealias GetSolution =
        @convention(c) (
            UnsafeMutableRawPointer?, UnsafeMutablePointer<Double>, UnsafeMutablePointer<Double>, UnsafeMutablePointer<Double>,
            UnsafeMutablePointer<Double>
        ) -> Int32
    private typealias GetDouble = @convention(c) (UnsafeMutableRawPointer?, UnsafePointer<CChar>?, UnsafeMutablePointer<Double>) -> Int32
    private typealias GetLong = @convention(c) (UnsafeMutableRawPointer?, UnsafePointer<CChar>?, UnsafeMutablePointer<Int64>) -> Int32

    /// The library of this machine; `nil` where there is none that fits.
    static let shared = HighsLibrary()

    /// Name and version, as it stands in a proof.
    let name: String

    private let create: Create
    private let destroy: Destroy
    private let runModel: Whole
    private let modelStatus: Whole
    private let setBool: SetInt
    private let setInt: SetInt
    private let setDouble: SetDouble
    private let passMip: PassMip
    private let setPart: SetPart
    private let getSolution: GetSolution
    private let getDouble: GetDouble
    private let getLong: GetLong

    private init?() {
        let names = ["libhighs.so", "libhighs.so.1", "libhighs.dylib"]
        let handle = names.lazy.compactMap { (name: String) in dlopen(name, RTLD_NOW | RTLD_LOCAL) }.first
        guard let handle else { return nil }
        func find<Function>(_ symbol: String, _: Function.Type) -> Function? {
            dlsym(handle, "Highs_" + symbol).map { unsafeBitCast($0, to: Function.self) }
        }
        guard let size = find("getSizeofHighsInt", Whole.self), let version = find("version", Text.self)?(),
            let create = find("create", Create.self), let destroy = find("destroy", Destroy.self), let run = find("run", Whole.self),
            let status = find("getModelStatus", Whole.self), let setBool = find("setBoolOptionValue", SetInt.self),
            let setInt = find("setIntOptionValue", SetInt.self), let setDouble = find("setDoubleOptionValue", SetDouble.self),
            let passMip = find("passMip", PassMip.self), let setPart = find("setSparseSolution", SetPart.self),
            let getSolution = find("getSolution", GetSolution.self), let getDouble = find("getDoubleInfoValue", GetDouble.self),
            let getLong = find("getInt64InfoValue", GetLong.self)
        else { return nil }
        guard let probe = create() else { return nil }
        let isNarrow = size(probe) == 4
        destroy(probe)
        guard isNarrow else { return nil }
        name = "highs " + String(cString: version).drop { $0 == "v" }
        (self.create, self.destroy, runModel, modelStatus) = (create, destroy, run, status)
        (self.setBool, self.setInt, self.setDouble, self.passMip) = (setBool, setInt, setDouble, passMip)
        (self.setPart, self.getSolution, self.getDouble, self.getLong) = (setPart, getSolution, getDouble, getLong)
    }

    /// Solves to proven optimality or to a limit, from a known plan. Prints nothing; one thread.
    ///
    /// - Returns: `nil` when the library refuses the model.
    func solve(_ model: CbcModel, start: [Int]?, secondsLeft: Double?, nodeLimit: Int?) -> CbcModel.Answer? {
        guard let highs = create() else { return nil }
        defer { destroy(highs) }
        var taken = [setBool(highs, "output_flag", 0), setInt(highs, "threads", 1), setInt(highs, "random_seed", 0)]
        taken += [setDouble(highs, "mip_rel_gap", 0), setDouble(highs, "mip_abs_gap", 1e-6)]
        if let secondsLeft { taken.append(setDouble(highs, "time_limit", secondsLeft)) }
        if let nodeLimit { taken.append(setInt(highs, "mip_max_nodes", Int32(clamping: nodeLimit))) }
        let columns = model.columnCount
        let matrix = model.byColumn()
        taken.append(
            passMip(
                highs, Int32(columns), Int32(model.rowCount), Int32(matrix.index.count), 1, 1, 0, model.objective,
                [Double](repeating: 0, count: columns), [Double](repeating: 1, count: columns), model.lower, model.upper, matrix.start,
                matrix.index, matrix.value, model.isInteger.map { $0 ? 1 : 0 }))
        guard taken.allSatisfy({ $0 == 0 }) else { return nil }
        if let start {
            let known = Set(start)
            let integers = model.isInteger.indices.filter { model.isInteger[$0] }
            _ = setPart(highs, Int32(integers.count), integers.map { Int32($0) }, integers.map { known.contains($0) ? 1 : 0 })
        }
        _ = runModel(highs)
        return answer(highs, model)
    }

    private func answer(_ highs: UnsafeMutableRawPointer, _ model: CbcModel) -> CbcModel.Answer {
        var objective = 0.0
        var nodes: Int64 = 0
        var values = [Double](repeating: 0, count: model.columnCount)
        var rest = values
        var rows = [Double](repeating: 0, count: model.rowCount)
        var duals = rows
        let isKnown = getDouble(highs, "objective_function_value", &objective) == 0 && objective.isFinite
        _ = getLong(highs, "mip_node_count", &nodes)
        var feasible = 0.0
        _ = getDouble(highs, "max_primal_infeasibility", &feasible)
        let hasPlan = getSolution(highs, &values, &rest, &rows, &duals) == 0 && isKnown && feasible < 1e-5
        let ones = hasPlan ? values.indices.filter { values[$0] > 0.5 } : nil
        let ending: CbcModel.Answer.Ending =
            switch modelStatus(highs) {
            case 7 where ones != nil: .optimal
            case 8: .infeasible
            case 13: .timeLimit
            case 14, 16: .nodeLimit
            default: .failed
            }
        return CbcModel.Answer(ending: ending, ones: ones, objective: objective, nodes: max(0, Int(nodes)))
    }
}
