import Foundation
import TestSupport
import Testing

/// Terminals, colours, locales and sizes: the real program in each, from the first frame to a terminal that is as before.
@Suite("The matrix of terminals")
struct TerminalMatrixTests {
  @Test(
    "a type that is of no use is refused in one sentence that names it, with nothing written but that",
    arguments: [
      ("TERM=dumb", "dumb"), ("TERM=no-such-terminal", "no-such-terminal"), ("env -u TERM", "TERM"),
      ("TERM=", "TERM"), ("TERM=xterm-nowhere", "xterm-nowhere"), ("TERM=../../etc/passwd", "passwd"),
      ("TERM=$(printf 'a\\033[31mb')", "a␛[31mb"), ("TERM=$(printf %5000s x | tr ' ' x)", "xxx"),
    ])
  func refusedTypes(assignment: String, name: String) throws {
    // Wide, so that one sentence is one line.
    let before = assignment.hasPrefix("env") ? assignment : "env \(assignment)"
    try TerminalDesk.start(before: before, size: .init(rows: 24, columns: 400)) { desk in
      let rest = try desk.expectEnd(2, "\(assignment)")
      #expect(rest.contains(name), "\(rest)")
      if name != "xxx" { #expect(rest.split(separator: "\n").count == 1, "\(rest)") }
    }
  }

  @Test(
    "whatever the environment says of colours and descriptions, the grids are shown",
    arguments: [
      "NO_COLOR=", "COLORTERM=truecolor", "COLORTERM=nonsense", "TERMINFO=/nowhere", "TERMINFO=", "ESCDELAY=0",
      "ESCDELAY=x", "TERM_PROGRAM=nonsense", "NCURSES_NO_UTF8_ACS=1", "LINES=3 COLUMNS=7", "LINES=0 COLUMNS=-1",
      "LINES=9999 COLUMNS=9999",
    ])
  func environments(assignments: String) throws {
    try TerminalDesk.start(before: "env \(assignments)") { desk in try desk.expectSteps("\(assignments)") }
  }

  @Test("a folder of descriptions that is empty ends in the grids or in one sentence")
  func emptyDescriptions() throws {
    let folder = try TemporaryFolder()
    let nowhere = "TERMINFO=\(folder.path) TERMINFO_DIRS=\(folder.path) HOME=\(folder.path)"
    try TerminalDesk.start(before: "env \(nowhere)", terminal: "screen-256color") { desk in
      let screen = try desk.session.waitForScreen("answers") { $0.contains("1 of 49") || $0.contains("ended with") }
      if screen.contains("ended with") {
        #expect(try desk.expectEnd(2).contains("screen-256color"))
      } else {
        try desk.expectSteps()
      }
    }
  }

  @Test(
    "every locale shows the grids, in ASCII where it has no UTF-8",
    arguments: [
      ("LC_ALL=C", true), ("LC_ALL=POSIX", true), ("LC_ALL=C.UTF-8", false), ("LC_ALL=zh_CN.UTF-8", false),
      ("LC_ALL=en_US.UTF-8", false), ("LC_ALL=C LANG=zh_CN.UTF-8", true), ("LC_ALL= LANG=C.UTF-8", false),
      ("LC_ALL= LC_CTYPE=C.UTF-8 LANG=C", false), ("LC_ALL= LC_CTYPE=C LANG=C.UTF-8", true),
    ])
  func locales(assignments: String, isASCII: Bool) throws {
    let command = "env -u LANG -u LC_CTYPE \(assignments)"
    try TerminalDesk.start(before: command, environment: ["LC_ALL": ""]) { desk in
      let screen = try desk.session.waitForScreen(containing: "1 of 49")
      #expect(screen.unicodeScalars.allSatisfy(\.isASCII) == isASCII, "\(assignments)")
      try desk.expectSteps("\(assignments)")
    }
  }

  @Test(
    "a locale that nobody knows shows the grids",
    arguments: [
      "LC_ALL=nonsense", "LC_ALL=zh_CN.GB18030", "LC_ALL=en_US.ISO-8859-1", "LANG=.UTF-8", "LC_ALL=$(printf 'a\\033')",
    ])
  func unknownLocales(assignment: String) throws {
    try TerminalDesk.start(before: "env -u LANG -u LC_ALL \(assignment)") { desk in
      try desk.expectSteps("\(assignment)")
    }
  }

  private static let sizes = [
    (1, 1), (3, 10), (5, 20), (12, 40), (23, 79), (24, 80), (25, 81), (40, 120), (50, 200), (200, 500),
  ]

  @Test("every size is started in and left", arguments: TerminalDesk.isWhole ? sizes : [(1, 1), (12, 40), (200, 500)])
  func everySize(rows: Int, columns: Int) throws {
    try TerminalDesk.start(size: .init(rows: rows, columns: columns)) { desk in
      try desk.session.waitForAlternateScreen()
      try desk.session.press("Right")
      try desk.session.press("q")
      // One cell has no room to tell the end in; a larger window reads it.
      if rows < 24 || columns < 80 {
        try desk.session.waitForPlainScreen()
        try desk.session.resize(to: .init(rows: 24, columns: 80))
      }
      try desk.expectEnd(0, "\(rows)×\(columns)")
    }
  }

  /// What is going on while the terminal changes.
  enum Moment: String, CaseIterable {
    case stepping, editing, menu, prompt, help, palette, playing

    func begin(_ session: TmuxSession) throws {
      switch self {
      case .stepping: break
      case .editing:
        try session.press("Tab")
        try session.type("12")
      case .menu: try session.type("o")
      case .prompt: try session.type(":stride 2")
      case .help: try session.type("?")
      case .palette: try session.press("C-p")
      case .playing: try session.press("Space")
      }
    }
  }

  @Test("growing and shrinking through every size changes nothing but the screen", arguments: Moment.allCases)
  func resizing(moment: Moment) throws {
    try TerminalDesk.start { desk in
      try desk.session.waitForScreen(containing: "1 of 49")
      try moment.begin(desk.session)
      for (rows, columns) in Self.sizes + Self.sizes.reversed() {
        try desk.session.resize(to: .init(rows: rows, columns: columns))
      }
      try desk.session.resize(to: .init(rows: 24, columns: 80))
      try desk.session.press("Escape")
      try desk.session.press("Escape")
      try desk.session.waitForScreen(containing: "of 49")
      try desk.session.type(":q!\r")
      try desk.expectEnd(0, "\(moment)")
    }
  }
}
