import TestSupport
import Testing

/// The study of a dense layer in a real terminal.
@Suite("The dense layer in tmux")
struct DenseInTmuxTests {
  @Test("--study opens it; keys tie and cut its weights until it is a convolution; Esc leads to the grids")
  func rules() throws {
    let home = try TemporaryFolder()
    let binary = TmuxSession.quoted(try Checkout.binary())
    try TmuxSession.with(
      command: "\(binary) --study 'dense 4x4' --input-preset plus --kernel sobel-x", size: .init(rows: 24, columns: 80),
      environment: ["XDG_STATE_HOME": home.path("state"), "HOME": home.path("home"), "LC_ALL": "C.UTF-8"]
    ) { session in
      var screen = try session.waitForScreen(containing: "Dense layer, 4×4 to 4×4")
      #expect(screen.contains("▸ dense"))
      try session.press("t")
      try session.waitForScreen(containing: "▸ tied")
      try session.press("D")
      try session.waitForScreen(containing: "locality Δ=2")
      try session.press("D")
      screen = try session.waitForScreen(containing: "▸ both, Δ=1")
      #expect(
        screen.contains("H = conv2d(X, V, u), kernel 3×3, padding 1: all 16 cells equal, bit for bit."), "\(screen)")
      try session.press("v")
      try session.waitForScreen(containing: "a b c · d e f · g h i")
      try session.type(":study dense 200x200 delta 1")
      try session.press("Enter")
      try session.press("v")
      screen = try session.waitForScreen(containing: "(2×200−1)² = 159,201")
      #expect(screen.contains("1,600,000,000"))
      try session.press("Escape")
      try session.waitForScreen(containing: "Kernel 3×3")
      try session.press("q")
      try session.waitForScreen(containing: "Quit all the same")
      try session.press("y")
      #expect(try session.waitForExit() == 0)
    }
  }
}
