// swift-tools-version: 6.0
import PackageDescription

// The arrows between targets are the design: data flows
// Ingest → Coverage → Candidates → Siting → Scenarios → Publishing, and `ArchitectureTests` fails on one that points back.
let package = Package(
    name: "phusong",
    platforms: [.macOS(.v15)],
    products: [
        .executable(name: "phusong", targets: ["phusong"]),
        .executable(name: "phusong-bench", targets: ["phusong-bench"]),
    ],
    dependencies: [
        .package(url: "https://github.com/apple/swift-argument-parser", from: "1.5.0"),
        .package(url: "https://github.com/apple/swift-crypto", from: "4.0.0"),
        .package(url: "https://github.com/jpsim/Yams", from: "6.0.0"),
    ],
    targets: [
        .systemLibrary(name: "CGEOS", pkgConfig: "geos", providers: [.apt(["libgeos-dev"]), .brew(["geos"])]),
        .systemLibrary(name: "CPROJ", pkgConfig: "proj", providers: [.apt(["libproj-dev"]), .brew(["proj"])]),
        .systemLibrary(name: "CGDAL", pkgConfig: "gdal", providers: [.apt(["libgdal-dev"]), .brew(["gdal"])]),
        .systemLibrary(name: "CCbc", pkgConfig: "cbc", providers: [.apt(["coinor-libcbc-dev"]), .brew(["cbc"])]),
        .systemLibrary(name: "CRsvg", pkgConfig: "cairo", providers: [.apt(["librsvg2-dev"]), .brew(["librsvg"])]),

        .target(name: "Geodesy", dependencies: ["CPROJ"]),
        .target(name: "Terrain", dependencies: ["Geodesy"]),
        .target(name: "Radio", dependencies: ["Terrain", "Geodesy"]),
        .target(name: "Geometry", dependencies: ["CGEOS", "Geodesy"]),
        .target(name: "GeoFiles", dependencies: ["CGDAL", "Geometry", "Geodesy", "Terrain"]),
        .target(name: "Planning", dependencies: ["Geodesy", "Geometry"]),
        .target(
            name: "Ingest",
            dependencies: [
                "Planning", "GeoFiles", "Geodesy", "Geometry", "Terrain", "Radio",
                .product(name: "Yams", package: "Yams"),
            ]),
        .target(name: "Coverage", dependencies: ["Planning", "Geometry", "Geodesy", "Terrain", "Radio"]),
        .target(name: "Siting", dependencies: ["CCbc"]),
        .target(name: "Candidates", dependencies: ["Planning", "Geodesy", "Geometry", "Coverage", "Siting", "Terrain", "Radio"]),
        .target(
            name: "Scenarios",
            dependencies: [
                "Planning", "Geodesy", "Geometry", "GeoFiles", "Ingest", "Coverage", "Candidates", "Siting", "Terrain",
                "Radio",
                .product(name: "Crypto", package: "swift-crypto"),
                .product(name: "Yams", package: "Yams"),
            ]),
        .target(
            name: "Publishing",
            dependencies: ["CRsvg", "GeoFiles", "Planning", "Geodesy", "Geometry", "Coverage", "Candidates", "Siting", "Scenarios"],
            resources: [.copy("Resources")]),
        .executableTarget(
            name: "phusong",
            dependencies: [
                "Scenarios", "Publishing", "Planning", "Candidates",
                .product(name: "ArgumentParser", package: "swift-argument-parser"),
            ]),
        .executableTarget(
            name: "phusong-bench",
            dependencies: [
                "Coverage", "Planning", "Ingest", "Geometry", "Geodesy", "GeoFiles", "Terrain", "Radio", "Siting",
                .product(name: "ArgumentParser", package: "swift-argument-parser"),
            ],
            exclude: ["peers"]),

        .testTarget(name: "ArchitectureTests"),
        .testTarget(name: "GeodesyTests", dependencies: ["Geodesy"], resources: [.copy("Resources")]),
        .testTarget(name: "TerrainTests", dependencies: ["Terrain", "Geodesy"]),
        .testTarget(name: "RadioTests", dependencies: ["Radio", "Terrain", "Geodesy"], resources: [.copy("Resources")]),
        .testTarget(name: "GeometryTests", dependencies: ["Geometry", "Geodesy", "CGEOS"]),
        .testTarget(name: "PlanningTests", dependencies: ["Planning", "Geometry", "Geodesy"], resources: [.copy("Resources")]),
        .testTarget(
            name: "IngestTests", dependencies: ["Ingest", "Planning", "GeoFiles", "Geometry", "Geodesy", "Terrain", "Radio"],
            resources: [.copy("Resources")]),
        .testTarget(
            name: "GeoFilesTests", dependencies: ["GeoFiles", "Geometry", "Geodesy", "Terrain", "CGDAL"], resources: [.copy("Resources")]),
        .testTarget(name: "CoverageTests", dependencies: ["Coverage"]),
        .testTarget(name: "SitingTests", dependencies: ["Siting"], resources: [.copy("Resources")]),
        .testTarget(name: "CandidatesTests", dependencies: ["Candidates", "Geometry"]),
        .testTarget(
            name: "ScenariosTests",
            dependencies: ["Scenarios", "Ingest", "Planning", "Candidates", "Coverage", "Geometry", "Geodesy", "GeoFiles", "Radio"]),
        .testTarget(
            name: "PublishingTests",
            dependencies: ["Publishing", "Scenarios", "Coverage", "Ingest", "Planning", "GeoFiles", "Geometry", "Geodesy"]),
        .testTarget(name: "BenchTests", dependencies: ["phusong-bench", "Geometry", "Planning", "Siting"]),
        .testTarget(name: "EndToEndTests", dependencies: ["phusong", "GeoFiles", "Scenarios"], resources: [.copy("Resources")]),
    ],
    swiftLanguageModes: [.v6]
)

// What is tested is optimised, the tests themselves need not be: compiling them would take as long as everything else.
for target in package.targets where target.type == .test { target.swiftSettings = [.unsafeFlags(["-Onone"])] }
