import Foundation
import TestSupport
import Testing

/// The real program in a real terminal multiplexer, as a person uses it.
@Suite("The explorer in tmux")
struct ExplorerInTmuxTests {
  /// The article's plus under Sobel-x, away from the person's own progress and lessons.
  private static func start(
    _ arguments: String = "--input-preset plus --kernel sobel-x --padding 1",
    size: TmuxSession.Size = .init(rows: 24, columns: 80), terminal: String = "tmux-256color",
    environment: [String: String] = [:], _ body: (TmuxSession) throws -> Void
  ) throws {
    let home = try TemporaryFolder()
    let binary = TmuxSession.quoted(try Checkout.binary())
    var variables = ["XDG_STATE_HOME": home.path("state"), "HOME": home.path("home"), "LC_ALL": "C.UTF-8"]
    variables.merge(environment) { _, new in new }
    // The terminal's settings before and after are written beside the progress, for `settings(of:)`.
    let command =
      "stty -g > \(home.path("before")); \(binary) \(arguments); code=$?; stty -g > \(home.path("after")); exit $code"
    try TmuxSession.with(command: command, size: size, terminal: terminal, environment: variables) { session in
      try body(session)
      if try session.waitForExit() == 0 {
        let before = String(decoding: try home.read("before"), as: UTF8.self)
        let after = String(decoding: try home.read("after"), as: UTF8.self)
        #expect(before == after, "stty differs after the program")
      }
    }
  }

  @Test("a click goes to a cell, with --no-mouse it is the terminal's own")
  func mouse() throws {
    // The report of a left click on output row 3, column 3, as xterm sends it: columns and rows from 1.
    let click = "\u{1B}[<0;66;7M\u{1B}[<0;66;7m"
    try Self.start { session in
      try session.waitForScreen(containing: "1 of 49")
      try session.type(click)
      try session.waitForScreen(containing: "out[3,3]")
      try session.press("q")
    }
    try Self.start("--no-mouse --input-preset plus --kernel sobel-x --padding 1") { session in
      try session.waitForScreen(containing: "1 of 49")
      try session.type(click)
      try session.press("Right")
      try session.waitForScreen(containing: "2 of 49")
      try session.press("q")
    }
  }

  @Test("start, step, play, edit, undo, resize and quit")
  func session() throws {
    try Self.start { session in
      try session.waitForScreen(containing: "1 of 49")
      try session.press("Right")
      try session.waitForScreen(containing: "2 of 49")
      try session.press("Left")
      try session.waitForScreen(containing: "1 of 49")

      // Seventeen steps on is row 2, column 2: the sum is 3 there.
      for _ in 0..<16 { try session.press("Right") }
      let screen = try session.waitForScreen(containing: "17 of 49")
      #expect(screen.contains("out[2,2]"))
      #expect(screen.contains("= 3"))

      // Every edit changes the output at once: input cell 0,0 lies under the kernel's −2 at output 0,1.
      #expect(!screen.contains("-10"))
      try session.press("Tab")
      try session.type("5")
      try session.press("Enter")
      // Not for the 5, which stands there while it is still being typed.
      let edited = try session.waitForScreen(containing: "-10")
      #expect(edited.contains("input[0,0] = 5"))
      try session.press("BTab")
      try session.press("u")
      let undone = try session.waitForScreen(containing: "undone")
      #expect(!undone.contains("-10"))

      try session.press("Space")
      try session.waitForScreen("moves on by itself") { screen in
        screen.contains("of 49") && !screen.contains("17 of 49") && !screen.contains("18 of 49")
      }
      try session.press("Space")

      try session.resize(to: .init(rows: 40, columns: 120))
      try session.waitForScreen("fills the larger terminal") { screen in
        screen.split(separator: "\n", omittingEmptySubsequences: false).contains { $0.count > 100 }
      }
      try session.resize(to: .init(rows: 5, columns: 20))
      try session.waitForScreen(containing: "20×5")
      try session.resize(to: .init(rows: 24, columns: 80))
      try session.waitForScreen(containing: "of 49")
      try session.press("q")
      #expect(try session.waitForExit() == 0)
    }
  }

  @Test("the first screen is lesson 1, and the page key reads on to the golden second page")
  func lessonPages() throws {
    try Self.start("") { session in
      try session.waitForScreen(containing: "page 1 of 4")
      var screen = try session.settledScreen()
      expectGolden(screen, named: "first-screen-80x24.txt", in: "Tests/EndToEndTests/Goldens")
      for _ in 0..<8 where !screen.contains("page 2 of 4") {
        let before = screen
        try session.press("n")
        try session.waitForScreen("changes after n") { $0 != before }
        screen = try session.settledScreen()
      }
      expectGolden(screen, named: "lesson-page-2.txt", in: "Tests/EndToEndTests/Goldens")
      try session.press("q")
    }
  }

  @Test("a lesson that is edited while it is open is read again, the editor's way of saving included")
  func lessonReload() throws {
    let folder = try TemporaryFolder()
    _ = try run("cp", ["-R", Checkout.root + "/Lessons", folder.path("Lessons")])
    let lesson = "Lessons/en/01-sliding-window.md"
    let text = String(decoding: try folder.read(lesson), as: UTF8.self)
    try Self.start("lesson sliding-window --lessons \(folder.path("Lessons"))") { session in
      try session.waitForScreen(containing: "Looking through a window")
      let renamed = text.replacingOccurrences(of: "title: Looking through a window", with: "title: Looking again")
      try folder.write(Array(renamed.utf8), to: "Lessons/en/draft")
      _ = try run("mv", [folder.path("Lessons/en/draft"), folder.path(lesson)])
      try session.waitForScreen(containing: "Looking again")

      let broken = renamed.replacingOccurrences(of: "id: reach-the-plus", with: "idea: reach-the-plus")
      try folder.write(Array(broken.utf8), to: lesson)
      let screen = try session.waitForScreen(containing: "01-sliding-window.md")
      #expect(screen.contains("Looking again"), "the lesson as it was stays open")
      try session.press("q")
    }
  }

  @Test("a value is predicted, wrongly and rightly, shown, and the run is told")
  func predict() throws {
    try Self.start { session in
      try session.waitForScreen(containing: "1 of 49")
      try session.type(":jump 2 1")
      try session.press("Enter")
      try session.waitForScreen(containing: "16 of 49")
      try session.type("A")
      let asked = try session.waitForScreen(containing: "Type the value")
      #expect(asked.contains("1×1 = ?"))
      try session.type("2")
      try session.press("Enter")
      try session.waitForScreen(containing: "2 is the cell below 2,1.")
      try session.type("1")
      try session.press("Enter")
      let next = try session.waitForScreen(containing: "Right: out[2,1] = 1.")
      #expect(next.contains("17 of 49"))
      #expect(next.contains("0 of 1 at once"))
      try session.type("!")
      try session.waitForScreen(containing: "out[2,2] = 3;")
      try session.type("A")
      try session.waitForScreen(containing: "0 of 2 right at once, 1 later, 1 shown")
      try session.type(":q!")
      try session.press("Enter")
    }
  }

  @Test("the output is saved as a picture of numbers")
  func save() throws {
    let folder = try TemporaryFolder()
    try Self.start { session in
      try session.waitForScreen(containing: "1 of 49")
      try session.type(":save " + folder.path("out.csv"))
      try session.press("Enter")
      try session.waitForScreen(containing: "written")
      try session.press("q")
    }
    let rows = String(decoding: try folder.read("out.csv"), as: UTF8.self).split(separator: "\n")
    #expect(rows.count == 7)
    #expect(rows[2] == "0,1,3,0,-3,-1,0")
  }

  @Test(
    "every terminal shows the grids and comes back as it was",
    arguments: ["tmux-256color", "screen-256color", "xterm-256color", "xterm", "linux", "vt100", "ansi"])
  func terminals(terminal: String) throws {
    try Self.start(terminal: terminal) { session in
      try session.waitForScreen(containing: "1 of 49")
      try session.press("Right")
      try session.waitForScreen(containing: "2 of 49")
      try session.press("q")
      #expect(try session.waitForExit() == 0)
    }
  }

  @Test("without colour and without UTF-8 the screen is plain ASCII")
  func ascii() throws {
    try Self.start(environment: ["LC_ALL": "C", "NO_COLOR": "1"]) { session in
      let screen = try session.waitForScreen(containing: "1 of 49")
      #expect(screen.unicodeScalars.allSatisfy { $0.isASCII })
      // 30–38 and 40–48 set colours, 39 and 49 take them back.
      let color = /\u{1B}\[(?:\d+;)*(?:[34][0-8]|9\d|10\d)[;m]/
      let styled = try session.screen(.styled)
      #expect(!styled.contains(color), "a colour in spite of NO_COLOR")
      try session.press("q")
    }
  }

  @Test(
    "a signal ends the program by that signal, with the terminal restored",
    arguments: [SIGTERM, SIGHUP, SIGQUIT])
  func signals(signal: Int32) throws {
    let home = try TemporaryFolder()
    let binary = TmuxSession.quoted(try Checkout.binary())
    // The shell writes its own number and becomes the program in a child, so that it can look at the terminal after.
    let child = "echo $$ > \(home.path("pid")); exec \(binary) --input-preset plus --kernel sobel-x"
    let command =
      "stty -g > \(home.path("before")); sh -c \(TmuxSession.quoted(child)); code=$?; "
      + "stty -g > \(home.path("after")); printf 'ended with %s.' $code; exec sleep 1000"
    try TmuxSession.with(
      command: command, environment: ["XDG_STATE_HOME": home.path("state"), "LC_ALL": "C.UTF-8"]
    ) { session in
      try session.waitForScreen(containing: "1 of ")
      let text = String(decoding: try home.read("pid"), as: UTF8.self)
      let process = try #require(Int32(text.filter(\.isNumber)))
      #expect(kill(process, signal) == 0)
      let screen = try session.waitForScreen(containing: "ended with")
      #expect(screen.contains("ended with \(128 + signal)."))
      #expect(!screen.contains("1 of "), "the alternate screen is still there")
      #expect(try home.read("before") == (try home.read("after")))
    }
  }
}
