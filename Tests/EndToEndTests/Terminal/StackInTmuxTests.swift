import TestSupport
import Testing

/// A stack of layers in a real terminal.
@Suite("A stack of layers in tmux")
struct StackInTmuxTests {
  @Test("is built layer by layer, and its cell is traced back to the input")
  func building() throws {
    let home = try TemporaryFolder()
    let binary = TmuxSession.quoted(try Checkout.binary())
    try TmuxSession.with(
      command: "\(binary) --operator conv2d", size: .init(rows: 40, columns: 140),
      environment: ["XDG_STATE_HOME": home.path("state"), "HOME": home.path("home"), "LC_ALL": "C.UTF-8"]
    ) { session in
      try session.waitForScreen(containing: "cell 1 of")
      try session.press("O")
      try session.waitForScreen(containing: "Beyond one layer")
      try session.press("Down", "Down", "Enter")
      var screen = try session.waitForScreen(containing: "conv3: field 5 + (3 − 1)×1 = 7")
      #expect(screen.contains("7 21 42 49 42 21  7"), "\(screen)")
      try session.press("i")
      try session.waitForScreen(containing: "A layer after the selected one")
      try session.press("Down", "Enter")
      screen = try session.waitForScreen(containing: "pool1: field 7 + (2 − 1)×1 = 8 · jump 1×2 = 2")
      #expect(screen.contains("pool1[3,3]"))
      try session.press("k", "k", "k")
      try session.waitForScreen(containing: "pool1 k5")
      try session.press(",", ",")
      try session.waitForScreen(containing: "is made of conv3 rows")
      try session.type("ddddddddddddddd")
      try session.waitForScreen(containing: "Layer pool1: The kernel spans")
      try session.type(":study stack name:vgg-16")
      try session.press("Enter")
      screen = try session.waitForScreen(containing: "classifier.6")
      #expect(screen.contains("138M"))
      try session.press("Escape")
      try session.waitForScreen(containing: "cell 1 of")
      try session.press("q")
      try session.waitForScreen(containing: "Quit all the same")
      try session.press("y")
      #expect(try session.waitForExit() == 0)
    }
  }
}
