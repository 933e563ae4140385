import Foundation
import TestSupport
import Testing

/// Comparing, shifting and kernels side by side in a real terminal.
@Suite("Comparing in tmux")
struct ComparingInTmuxTests {
  private func explore(
    _ arguments: String, in folder: TemporaryFolder, _ body: (TmuxSession) throws -> Void
  ) throws {
    let program = TmuxSession.quoted(try Checkout.binary())
    try TmuxSession.with(
      command: "\(program) \(arguments)", size: .init(rows: 24, columns: 80),
      environment: ["XDG_STATE_HOME": folder.path, "LC_ALL": "C.UTF-8"], folder: folder.path, body)
  }

  private func run(_ line: String, in session: TmuxSession) throws {
    try session.type(":" + line)
    try session.press("Enter")
  }

  @Test("an output that was saved is compared with, differs after an edit, and is looked for again with the session")
  func file() throws {
    let folder = try TemporaryFolder()
    try explore("--padding 1 --session work.txt", in: folder) { session in
      try session.waitForScreen(containing: "Output 7×7")
      try run("save out.npy", in: session)
      try session.waitForScreen(containing: "written to out.npy")
      try run("compare out.npy", in: session)
      try session.waitForScreen(containing: "as in numpy.isclose")
      try session.press("Home")
      try session.waitForScreen(containing: "out.npy: all 49 cells equal")
      try run("edit kernel 1 1 1", in: session)
      // The plus itself is added: five cells, each by 1.
      try session.press("Home")
      var screen = try session.waitForScreen(containing: "5 of 49")
      #expect(screen.contains("largest difference 1 at 2,3"), "\(screen)")
      #expect(screen.contains("≠1"))
      try run("next-difference", in: session)
      screen = try session.waitForScreen(containing: "out[2,3]")
      #expect(screen.contains("− out.npy") && screen.contains("beyond the tolerance"), "\(screen)")
      try run("session save", in: session)
      try session.waitForScreen(containing: "session saved")
      try session.press("q")
      #expect(try session.waitForExit() == 0)
    }
    try explore("--session work.txt", in: folder) { session in
      try session.waitForScreen(containing: "5 of 49")
      try session.press("q")
      #expect(try session.waitForExit() == 0)
    }
    try FileManager.default.removeItem(atPath: folder.path("out.npy"))
    try explore("--session work.txt", in: folder) { session in
      try session.waitForScreen(containing: "Nothing is compared")
      try session.press("q")
      #expect(try session.waitForExit() == 0)
    }
  }

  @Test("the picture is shifted by keys: equal, then at the rim, then broken by a stride")
  func shift() throws {
    let folder = try TemporaryFolder()
    try explore("--padding 1", in: folder) { session in
      try session.waitForScreen(containing: "Output 7×7")
      try session.press("M")
      try session.waitForScreen(containing: "The arrows shift the input")
      try session.press("j")
      try session.waitForScreen(containing: "shift 1,0 · all 42 cells equal")
      try session.press("j", "j", "j")
      try session.waitForScreen(containing: "shift 4,0 · equal inside, differs at the rim")
      try session.press("u")
      try session.waitForScreen(containing: "undone: Input shifted by 1,0")
      try session.press("s", "k", "k")
      try session.waitForScreen(containing: "stride 2 breaks it")
      try session.press("Escape")
      try session.waitForScreen(containing: "shifting is over")
      try session.press("q", "y")
      #expect(try session.waitForExit() == 0)
    }
  }

  @Test("kernels of the command line stand side by side under their names")
  func maps() throws {
    let folder = try TemporaryFolder()
    try explore("--kernel sobel-x,sobel-y,blur --input-preset checkerboard --padding 1", in: folder) { session in
      try session.waitForScreen(containing: "sobel-x")
      try session.press("V")
      var screen = try session.waitForScreen(containing: "shared -2 to 2")
      #expect(screen.contains("▸ 0 sobel-x") && screen.contains("1 sobel-y") && screen.contains("2 blur"), "\(screen)")
      try session.press("w", "V")
      screen = try session.waitForScreen(containing: "own -2 to 2")
      #expect(screen.contains("▸ 1 sobel-y"), "\(screen)")
      try session.press("V")
      try session.waitForScreen(containing: "Input 8×8")
      try session.press("q")
      #expect(try session.waitForExit() == 0)
    }
  }
}
