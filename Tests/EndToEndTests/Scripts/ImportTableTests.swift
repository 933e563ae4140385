import TestSupport
import Testing

/// Tries Scripts/check-imports on a package of two libraries that obeys its table, changed in one place at a time.
@Suite("The import table")
struct ImportTableTests {
  let package: TemporaryFolder

  init() throws {
    package = try TemporaryFolder()
    try package.write(
      """
      // swift-tools-version: 6.2
      import PackageDescription
      let package = Package(
        name: "small",
        targets: [
          .target(name: "Inner"),
          .target(name: "Outer", dependencies: ["Inner"]),
          .testTarget(name: "OuterTests", dependencies: ["Outer"]),
        ])
      """, to: "Package.swift")
    try package.write(Self.table, to: "Scripts/import-table.txt")
    try package.write("import Glibc", to: "Sources/Inner/Inner.swift")
    try package.write("import Inner", to: "Sources/Outer/Outer.swift")
    try package.write("import Testing\n@testable import Outer", to: "Tests/OuterTests/OuterTests.swift")
  }

  static let table = """
    platform Darwin Foundation Glibc Testing
    Inner   Glibc|Darwin  in one file
    Outer   Inner         # a comment
    *Tests  @ours
    *Tests  Testing

    """

  func check() throws -> (status: Int32, said: String) {
    let answer = try run(Checkout.root + "/Scripts/check-imports", [package.path])
    #expect(answer.standardError == "")
    return (answer.status, answer.standardOutput)
  }

  @Test("A package that obeys its table passes in silence")
  func obedient() throws {
    let answer = try check()
    #expect(answer.said == "")
    #expect(answer.status == 0)
  }

  @Test(
    "One line that breaks the table is one sentence with its place, and status 1",
    arguments: [
      (
        "Sources/Inner/Second.swift", "import Glibc",
        "Inner may import Glibc in one file only, which is Sources/Inner/"
      ),
      ("Tests/OuterTests/Second.swift", "import Inner", "OuterTests imports Inner, but Package.swift does not list it"),
      ("Sources/Lost.swift", "", "This file lies outside every target of Package.swift."),
      (
        "Sources/Outer/Second.swift", "import Glibc", "Outer may not import Glibc (no row in Scripts/import-table.txt)."
      ),
    ])
  func oneBreach(file: String, text: String, sentence: String) throws {
    try package.write(text + "\n", to: file)
    let answer = try check()
    #expect(answer.said.contains(sentence))
    #expect(answer.said.split(separator: "\n").count == 1)
    #expect(answer.said.hasPrefix("Sources/") || answer.said.hasPrefix("Tests/"))
    #expect(answer.status == 1)
  }

  @Test(
    "A row that nothing uses, or that is not understood, is an error of the table",
    arguments: [
      ("Outer Foundation", "Outer never uses Foundation: remove this row or use it."),
      ("Nobody nothing", "Nobody never uses nothing: remove this row or use it."),
      ("Inner nothing at all", "This row is not understood: Inner nothing at all"),
      ("Inner", "This row is not understood: Inner"),
    ])
  func badRow(row: String, sentence: String) throws {
    try package.write(Self.table + row + "\n", to: "Scripts/import-table.txt")
    let answer = try check()
    #expect(answer.said.contains("Scripts/import-table.txt:6: \(sentence)\n"))
    #expect(answer.status == 1)
  }

  @Test("A target without a row and a dependency that no file imports are errors of the manifest")
  func manifest() throws {
    try package.write("let inner = 1", to: "Sources/Inner/Inner.swift")
    try package.write("let outer = 1", to: "Sources/Outer/Outer.swift")
    try package.write(Self.table.replacing("Inner   Glibc", with: "#"), to: "Scripts/import-table.txt")
    let answer = try check()
    #expect(answer.said.contains("Package.swift:6: Target Inner has no row in Scripts/import-table.txt."))
    #expect(answer.said.contains("Package.swift:7: Outer depends on Inner, but no file of it imports that."))
    #expect(answer.status == 1)
  }

  @Test("A manifest that cannot be read ends with 70, not with a clean bill")
  func brokenManifest() throws {
    try package.write("// swift-tools-version: 6.2\nnonsense(", to: "Package.swift")
    let answer = try run(Checkout.root + "/Scripts/check-imports", [package.path])
    #expect(answer.status == 70)
    #expect(answer.standardError.hasSuffix("check-imports: Package.swift could not be read: see above.\n"))
  }
}
