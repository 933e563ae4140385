import Foundation
import TestSupport
import Testing

/// Types of terminals, old and new, and wide signs at every edge.
@Suite("The matrix of terminals: types and wide signs")
struct TerminalTypesMatrixTests {
  private func expectStepsAndEnd(_ desk: TerminalDesk, _ note: Comment) throws {
    try desk.session.waitForScreen(containing: "1 of 49")
    try desk.session.press("Right")
    try desk.session.waitForScreen(containing: "2 of 49")
    try desk.session.press("q")
    // Some types have no other screen to go back from, so what was drawn may stay.
    try desk.expectEnd(0, note)
  }

  @Test(
    "every common type shows the grids, without colours as with millions of them",
    arguments: TerminalDesk.isWhole
      ? ["xterm-256color", "xterm", "screen-256color", "screen", "linux", "vt100", "vt220", "ansi"]
      : ["xterm", "vt100", "linux"])
  func types(type: String) throws {
    try TerminalDesk.start(before: "env TERM=\(type)") { desk in try expectStepsAndEnd(desk, "\(type)") }
  }

  @Test("xterm-direct shows the grids where it has an entry, and is refused by name where it has none")
  func direct() throws {
    let folder = try TemporaryFolder()
    // What tells it from its sisters: a colour number is red, green and blue.
    let source = "xterm-direct|colours by their parts,\n\tRGB, colors#0x1000000, pairs#0x7FFFF, use=xterm-256color,\n"
    try folder.write(source, to: "source")
    let compiled = try run("tic", ["-x", "-o", folder.path("entries"), folder.path("source")])
    #expect(compiled.status == 0, "\(compiled.standardError)")
    try TerminalDesk.start(before: "env TERM=xterm-direct TERMINFO=\(folder.path("entries"))") { desk in
      try expectStepsAndEnd(desk, "with its entry")
    }
    let nowhere = "TERMINFO=\(folder.path("none")) TERMINFO_DIRS=\(folder.path("none"))"
    try TerminalDesk.start(
      before: "env TERM=xterm-direct2 \(nowhere)", size: .init(rows: 24, columns: 200)
    ) { desk in
      let sentence = try desk.expectEnd(2)
      #expect(sentence.contains("xterm-direct2"))
    }
  }

  @Test(
    "wide signs stand where they were meant to in every width, odd ones and the last column included",
    arguments: TerminalDesk.isWhole ? Array(40...81) : [41, 79, 80])
  func wideSigns(columns: Int) throws {
    let home = try TemporaryFolder()
    let arguments = ["--lang", "zh-Hans", "--input-preset", "plus", "--kernel", "sobel-x", "--padding", "1"]
    // What the screen is meant to be; only a terminal that counts columns as we do shows the same.
    let environment: [String: String?] = ["LC_ALL": "C.UTF-8", "HOME": home.path, "XDG_STATE_HOME": home.path("state")]
    let meant = try run(
      try Checkout.binary(), arguments + ["--dump", "--dump-size", "\(columns)x24"], environment: environment)
    #expect(meant.status == 0)
    try TerminalDesk.start(
      arguments.joined(separator: " "), size: .init(rows: 24, columns: columns), home: home
    ) { desk in
      _ = try desk.session.waitForScreen("shows what was meant: \(meant.standardOutput)") { screen in
        trimmed(screen) == trimmed(meant.standardOutput)
      }
      try desk.session.press("q")
      try desk.session.waitForPlainScreen()
    }
  }

  /// The lines above those that messages may cover, which only a screen has.
  private func trimmed(_ screen: String) -> [String] {
    screen.split(separator: "\n", omittingEmptySubsequences: false).prefix(19).map { line in
      String(line.reversed().drop { $0 == " " }.reversed())
    }
  }
}
