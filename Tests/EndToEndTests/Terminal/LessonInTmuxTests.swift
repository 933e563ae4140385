import TestSupport
import Testing

@Suite("A lesson in a real terminal")
struct LessonInTmuxTests {
  /// Turns pages with the page key until a text is on the screen.
  private func readOn(to text: String, in session: TmuxSession) throws {
    for _ in 0..<20 {
      let screen = try session.settledScreen()
      if screen.contains(text) { return }
      try session.press("n")
      try session.waitForScreen("changes after n") { $0 != screen }
    }
    throw TestFailure("\(text) does not come: \(try session.settledScreen())")
  }

  @Test("Lesson 1 is finished with keys alone, as its prompts and hints say, and the progress is kept")
  func firstLesson() throws {
    try TerminalDesk.start("") { desk in
      let session = desk.session
      try session.waitForScreen(containing: "page 1 of 4")
      for key in ["Down", "Down", "Right", "Right"] { try session.press(key) }
      try session.waitForScreen(containing: "All five ones of the kernel met ink")

      try readOn(to: "page 2 of 4", in: session)
      try session.waitForScreen(containing: "out[3,3]")
      for key in ["Tab", "Right", "3", "Enter"] { try session.press(key) }
      try session.waitForScreen(containing: "There are many ways")

      try readOn(to: "page 3 of 4", in: session)
      // A wrong answer first, and the reason.
      try session.press("a")
      try session.type("4")
      try session.press("Enter")
      try session.waitForScreen(containing: "sign")
      try session.type("-4")
      try session.press("Enter")
      try session.waitForScreen(containing: "the upright bar is on the left")

      try readOn(to: "page 4 of 4", in: session)
      try session.press("L")
      try session.waitForScreen(containing: "3/3")
      try session.press("Escape")
      try session.press("q")
      try desk.expectEnd(0)
      let list = try run(
        try Checkout.binary(), ["lessons", "--lang", "en"], environment: ["XDG_STATE_HOME": desk.home.path("state")])
      #expect(list.standardOutput.contains("3 of 3 tasks done"), "\(list.standardOutput)")
    }
  }
}
