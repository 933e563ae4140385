// swift-tools-version: 6.2
// The module graph of Convoscope. `Scripts/check-imports` holds the same graph as a table and fails when the two differ.
import PackageDescription

/// Every target of ours is compiled in Swift 6 mode with warnings as errors.
let strict: [SwiftSetting] = [
  .swiftLanguageMode(.v6),
  .treatAllWarnings(as: .error),
]

/// What `dlopen` takes; newer C libraries hold it themselves.
let loading: [LinkerSetting] = [.linkedLibrary("dl", .when(platforms: [.linux]))]

let argumentParser = Target.Dependency.product(name: "ArgumentParser", package: "swift-argument-parser")
let yams = Target.Dependency.product(name: "Yams", package: "Yams")

let package = Package(
  name: "convoscope",
  platforms: [.macOS(.v15)],
  products: [
    .library(name: "ConvolutionEngine", targets: ["ConvolutionEngine"]),
    .executable(name: "convoscope", targets: ["convoscope"]),
  ],
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser", exact: "1.8.2"),
    .package(url: "https://github.com/jpsim/Yams", exact: "6.2.2"),
  ],
  targets: [
    // Libraries, from the engine outwards.
    .target(name: "ConvolutionEngine", dependencies: ["CMicroKernels"], swiftSettings: strict),
    .target(name: "YAMLText", dependencies: [yams], swiftSettings: strict),
    .target(name: "Explorer", dependencies: ["ConvolutionEngine"], swiftSettings: strict),
    .target(
      name: "LessonKit", dependencies: ["Explorer", "ConvolutionEngine", "YAMLText", "CCMarkGFM"],
      swiftSettings: strict),
    .target(name: "TerminalKit", swiftSettings: strict),
    .target(
      name: "Workbench", dependencies: ["LessonKit", "Explorer", "ConvolutionEngine", "TerminalKit"],
      swiftSettings: strict),
    .target(name: "NCursesTerminal", dependencies: ["TerminalKit", "CNCurses"], swiftSettings: strict),
    .target(
      name: "Formats", dependencies: ["ConvolutionEngine", "YAMLText", "CPNG", "CTurboJPEG"], swiftSettings: strict),
    .target(name: "Storage", swiftSettings: strict),
    .target(
      name: "Exporting", dependencies: ["Explorer", "ConvolutionEngine", "CCairo", "CGif"], swiftSettings: strict),

    // The innermost loops for several vector widths, in C since Swift compiles a module for one processor only.
    .target(name: "CMicroKernels", cSettings: [.treatAllWarnings(as: .error)]),

    // C libraries: one fence for ncurses, system modules for the rest.
    .target(
      name: "CNCurses", cSettings: [.treatAllWarnings(as: .error)],
      linkerSettings: [
        .linkedLibrary("ncursesw", .when(platforms: [.linux])),
        .linkedLibrary("ncurses", .when(platforms: [.macOS])),
      ]),
    // These two are not linked: they load their library when a picture is drawn.
    .target(name: "CCairo", cSettings: [.treatAllWarnings(as: .error)], linkerSettings: loading),
    .target(name: "CGif", cSettings: [.treatAllWarnings(as: .error)], linkerSettings: loading),
    .systemLibrary(
      name: "CCMarkGFM", pkgConfig: "libcmark-gfm",
      providers: [.apt(["libcmark-gfm-dev", "libcmark-gfm-extensions-dev"]), .brew(["cmark-gfm"])]),
    .systemLibrary(name: "CPNG", pkgConfig: "libpng", providers: [.apt(["libpng-dev"]), .brew(["libpng"])]),
    .systemLibrary(
      name: "CTurboJPEG", pkgConfig: "libturbojpeg",
      providers: [.apt(["libturbojpeg0-dev"]), .brew(["jpeg-turbo"])]),

    // The program: wiring only.
    .executableTarget(
      name: "convoscope",
      dependencies: [
        "Workbench", "LessonKit", "Explorer", "ConvolutionEngine", "TerminalKit", "NCursesTerminal", "Formats",
        "Storage", "Exporting", "YAMLText", argumentParser,
      ],
      swiftSettings: strict),

    // Measures the engine; not installed.
    .executableTarget(name: "convbench", dependencies: ["ConvolutionEngine"], swiftSettings: strict),

    // Tests mirror Sources.
    .target(name: "TestSupport", path: "Tests/TestSupport", swiftSettings: strict),
    .testTarget(
      name: "ConvolutionEngineTests", dependencies: ["ConvolutionEngine", "Formats", "TestSupport"],
      resources: [.copy("Fixtures")], swiftSettings: strict),
    .testTarget(name: "YAMLTextTests", dependencies: ["YAMLText", "TestSupport"], swiftSettings: strict),
    .testTarget(
      name: "ExplorerTests", dependencies: ["Explorer", "ConvolutionEngine", "TestSupport"], swiftSettings: strict),
    .testTarget(
      name: "LessonKitTests", dependencies: ["LessonKit", "Explorer", "ConvolutionEngine", "TestSupport"],
      swiftSettings: strict),
    .testTarget(name: "TerminalKitTests", dependencies: ["TerminalKit", "TestSupport"], swiftSettings: strict),
    .testTarget(
      name: "WorkbenchTests",
      dependencies: [
        "Workbench", "LessonKit", "Explorer", "ConvolutionEngine", "TerminalKit", "YAMLText", "TestSupport",
      ],
      exclude: ["Goldens"], swiftSettings: strict),
    .testTarget(
      name: "NCursesTerminalTests", dependencies: ["NCursesTerminal", "CNCurses", "TerminalKit", "TestSupport"],
      swiftSettings: strict),
    .testTarget(
      name: "FormatsTests", dependencies: ["Formats", "ConvolutionEngine", "YAMLText", "TestSupport"],
      swiftSettings: strict),
    .testTarget(
      name: "ExportingTests",
      dependencies: ["Exporting", "Explorer", "ConvolutionEngine", "Formats", "TestSupport"], swiftSettings: strict),
    .testTarget(name: "StorageTests", dependencies: ["Storage", "TestSupport"], swiftSettings: strict),
    .testTarget(
      name: "EndToEndTests", dependencies: ["TestSupport"], exclude: ["Goldens"], swiftSettings: strict),
  ]
)
