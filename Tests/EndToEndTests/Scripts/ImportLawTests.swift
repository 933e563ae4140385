import TestSupport
import Testing

/// Tries Scripts/check-imports on copies of this package with one file too many.
@Suite("The import law on this package")
struct ImportLawTests {
  let copy: TemporaryFolder

  init() throws {
    copy = try TemporaryFolder()
    let script = "cp -R Package.swift Sources Tests \"$1\" && mkdir \"$1/Scripts\" && cp Scripts/*.txt \"$1/Scripts\""
    let answer = try run("sh", ["-c", script, "sh", copy.path], in: Checkout.root)
    try #require(answer.status == 0, Comment(rawValue: answer.standardError))
  }

  func check() throws -> ProgramRun {
    try run(Checkout.root + "/Scripts/check-imports", [copy.path])
  }

  /// What the check says about `file` when it holds `text`: one sentence for each breach, with its line in front.
  func breaches(of text: String, in file: String) throws -> [String] {
    try copy.write(text, to: file)
    let answer = try check()
    let lines = answer.standardOutput.split(separator: "\n").filter { $0.hasPrefix(file + ":") }
    #expect(lines.isEmpty || answer.status == 1)
    return lines.map { String($0.dropFirst(file.count + 1)) }
  }

  /// Pairs of which none may ever get a row: each is one way round the module graph.
  static let forbidden = [
    ("ConvolutionEngine", "Foundation"), ("ConvolutionEngine", "Explorer"),  // outwards
    ("Explorer", "Foundation"), ("Explorer", "Dispatch"), ("Explorer", "TerminalKit"),  // sibling
    ("LessonKit", "TerminalKit"), ("LessonKit", "Foundation"), ("LessonKit", "Yams"),
    ("YAMLText", "Foundation"), ("YAMLText", "ConvolutionEngine"),
    ("TerminalKit", "Foundation"), ("TerminalKit", "CNCurses"), ("TerminalKit", "ConvolutionEngine"),
    ("Workbench", "Yams"), ("Workbench", "CCMarkGFM"), ("Workbench", "Foundation"),  // transitive
    ("Workbench", "NCursesTerminal"), ("Workbench", "Formats"), ("Workbench", "Storage"),
    ("NCursesTerminal", "Explorer"), ("Formats", "Explorer"), ("Formats", "Yams"), ("Storage", "ConvolutionEngine"),
    ("convoscope", "CNCurses"), ("convoscope", "Yams"), ("convoscope", "TestSupport"),
  ]

  @Test("An import without a row in the table is named with its file and line")
  func forbiddenImports() throws {
    for (target, module) in Self.forbidden {
      try copy.write("\nimport \(module)\n", to: "Sources/\(target)/Intruder\(module).swift")
    }
    let answer = try check()
    #expect(answer.status == 1)
    for (target, module) in Self.forbidden {
      let place = "Sources/\(target)/Intruder\(module).swift:2: "
      let rule = "\(target) may not import \(module) (no row in Scripts/import-table.txt).\n"
      #expect(answer.standardOutput.contains(place + rule))
    }
  }

  @Test("Dispatch is refused outside the folder that the table gives it")
  func room() throws {
    let engine = try breaches(of: "import Dispatch", in: "Sources/ConvolutionEngine/Tensor/Intruder.swift")
    #expect(engine == ["1: ConvolutionEngine may import Dispatch only in Parallel/."])
    let workbench = try breaches(of: "import Dispatch", in: "Sources/Workbench/Panels/Intruder.swift")
    #expect(workbench == ["1: Workbench may import Dispatch only in Effects/."])
  }

  /// Ways to write an import of Yams.
  static let spellings = [
    "@testable import Yams", "@preconcurrency import Yams", "package import Yams", "public import struct Yams.Node",
    "import class Yams.Parser", "import Yams.Node", "let a = 1; import Yams", "/* a /* b */ c */ import Yams",
    "#if canImport(Yams)\n  import Yams\n#endif", "@_spi(Inner)\nimport\n  Yams", "import `Yams`",
    "\timport\tYams // ok",
    "let a = \"/*\"\nimport Yams", "let a = #\"\\\"#\nimport Yams",
    "let a = \"\"\"\n  \\\"\"\"\n  \"\"\"\nimport Yams",
  ]

  @Test("No spelling of an import hides it")
  func spellings() throws {
    for (number, text) in Self.spellings.enumerated() {
      try copy.write(text, to: "Sources/Workbench/Intruder\(number).swift")
    }
    let said = try check().standardOutput
    for (number, text) in Self.spellings.enumerated() {
      let place = "Sources/Workbench/Intruder\(number).swift:"
      let found = said.split(separator: "\n").filter { $0.hasPrefix(place) }
      #expect(found.count == 1, "\(text)")
      #expect(found.first?.contains(": Workbench may not import Yams (") == true, "\(text)")
    }
  }

  @Test("Comments, texts and conditions are no imports")
  func noImports() throws {
    let text = """
      // import Yams
      /* import Yams
      /* */ import Yams
      */
      #if canImport(Yams)
      #endif
      let one = "import Yams"
      let many = \"""
        import Yams
        \"""
      let raw = #\"""
        import Yams \"""
        import Yams
        \"""#
      let important = 1
      """
    #expect(try breaches(of: text, in: "Sources/Workbench/Intruder.swift") == [])
  }

  @Test("A re-export is refused even where the import is allowed")
  func reexport() throws {
    let found = try breaches(of: "@_exported import ConvolutionEngine", in: "Sources/Explorer/Intruder.swift")
    #expect(found == ["1: @_exported would hand the import on to everyone who imports Explorer."])
  }

  @Test("A C library's header is refused outside its target, and curses in the header that Swift sees")
  func headers() throws {
    let elsewhere = try breaches(of: "#include <png.h>\n# include \"curses.h\"", in: "Sources/CTurboJPEG/intruder.h")
    #expect(
      elsewhere == [
        "1: CTurboJPEG may not include <png.h>: it belongs to CPNG.",
        "2: CTurboJPEG may not include <curses.h>: it belongs to CNCurses.",
      ])
    let fence = try breaches(of: "#include <ncursesw/curses.h>", in: "Sources/CNCurses/include/intruder.h")
    #expect(fence == ["1: CNCurses may include <ncursesw/curses.h> only outside include/."])
    #expect(try breaches(of: "#include <curses.h>", in: "Sources/CNCurses/intruder.c") == [])
  }

  @Test("A dependency in the manifest without a row in the table is refused")
  func manifestDependency() throws {
    let old = "name: \"Explorer\", dependencies: [\"ConvolutionEngine\"]"
    let manifest = String(decoding: try copy.read("Package.swift"), as: UTF8.self)
    try #require(manifest.contains(old))
    let new = "name: \"Explorer\", dependencies: [\"ConvolutionEngine\", \"TerminalKit\"]"
    try copy.write(manifest.replacing(old, with: new), to: "Package.swift")
    let answer = try check()
    #expect(answer.status == 1)
    #expect(answer.standardOutput.contains(#/Package.swift:[0-9]+: Explorer may not depend on TerminalKit \(no row/#))
  }
}
