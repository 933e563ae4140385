import TestSupport
import Testing

/// Signals, transposed convolutions and the list of operators in a real terminal.
@Suite("Operators in tmux")
struct OperatorsInTmuxTests {
  private static func start(_ arguments: String, _ body: (TmuxSession) throws -> Void) throws {
    let home = try TemporaryFolder()
    let binary = TmuxSession.quoted(try Checkout.binary())
    try TmuxSession.with(
      command: "\(binary) \(arguments)", size: .init(rows: 24, columns: 80),
      environment: ["XDG_STATE_HOME": home.path("state"), "HOME": home.path("home"), "LC_ALL": "C.UTF-8"]
    ) { session in
      try body(session)
      try session.press("q")
      try session.waitForScreen(containing: "Quit all the same")
      try session.press("y")
      #expect(try session.waitForExit() == 0)
    }
  }

  @Test("a kernel slides along a signal, turned, in all three modes, product by product")
  func signals() throws {
    try Self.start("--operator conv1d --input-preset step --kernel edge-1x2 --dt 0.5") { session in
      try session.waitForScreen(containing: "cell 1 of 11")
      try session.press("m")
      try session.waitForScreen(containing: "mode full: 13 output cells")
      try session.press("m")
      try session.waitForScreen(containing: "mode same: 12 output cells")
      try session.type(":mode valid")
      try session.press("Enter")
      try session.waitForScreen(containing: "mode valid: 11 output cells")
      try session.type(":jump 0 5")
      try session.press("Enter")
      // The step lies between samples 5 and 6: −1 lies on the 0 and 1 on the 1.
      var screen = try session.waitForScreen(containing: "(0×-1 + 1×1) × 0.5 = 0.5")
      #expect(screen.contains("integral 1 × dt 0.5 = 0.5"))
      try session.press("f")
      screen = try session.waitForScreen(containing: "(0×1 + 1×-1) × 0.5 = -0.5")
      #expect(screen.contains("kernel turned"))
      try session.press(">")
      try session.waitForScreen(containing: "after 1 of 2 products")
    }
  }

  @Test("a transposed convolution gathers on its output and scatters from its input")
  func transposed() throws {
    try Self.start("--operator conv-transpose2d --stride 2 --kernel plus-detector") { session in
      try session.waitForScreen(containing: "cell 1 of 225")
      try session.type(":jump 7 8")
      try session.press("Enter")
      try session.waitForScreen(containing: "2 products overlap here")
      var screen = try session.settledScreen()
      #expect(screen.contains("out[7,8] = 1×1 + 1×1 = 2"), "\(screen)")
      #expect(screen.contains("gather"))
      try session.press("T")
      try session.waitForScreen(containing: "scatter view: where the selected input cell is added")
      try session.type(":select input 3 3")
      try session.press("Enter")
      try session.waitForScreen(containing: "input[3,3] = 1 adds")
      screen = try session.settledScreen()
      #expect(screen.contains("output rows 6–8, columns 6–8"), "\(screen)")
      try session.press("Right")
      try session.waitForScreen(containing: "output rows 6–8, columns 8–10")
      try session.type(":overlap")
      try session.press("Enter")
      try session.waitForScreen(containing: "Overlaps 15×15")
      screen = try session.settledScreen()
      #expect(screen.contains("1 1 2 1 2 1 2"), "\(screen)")
      try session.press("T")
      try session.type(":output-padding 1")
      try session.press("Enter")
      try session.waitForScreen(containing: "output padding 1")
      screen = try session.settledScreen()
      #expect(screen.contains("┊0"), "\(screen)")
    }
  }

  @Test("the list of operators leads from a convolution to a pool and back, with the kernel there was")
  func menu() throws {
    try Self.start("--input-preset plus --kernel sobel-x") { session in
      try session.waitForScreen(containing: "cell 1 of 25")
      try session.press("o")
      try session.waitForScreen(containing: "Operators")
      for _ in 0..<4 { try session.press("Down") }
      try session.press("Enter")
      var screen = try session.waitForScreen(containing: "max of 4")
      #expect(screen.contains("cell 1 of 9"))
      #expect(!screen.contains("sobel-x"))
      try session.type(":operator conv2d")
      try session.press("Enter")
      screen = try session.waitForScreen(containing: "cell 1 of 25")
      #expect(screen.contains("sobel-x"))
    }
  }
}
