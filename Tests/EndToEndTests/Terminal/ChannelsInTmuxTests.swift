import TestSupport
import Testing

/// Colour pictures, filters and groups in a real terminal.
@Suite("Channels in tmux")
struct ChannelsInTmuxTests {
  /// 4×4 pixels: the left half is red, the right one cyan.
  private static let picture =
    "P3 4 4 255\n" + String(repeating: "255 0 0  255 0 0  0 255 255  0 255 255\n", count: 4)

  @Test("a colour picture is walked through by channel and filter, gets a bias, groups, and is saved")
  func session() throws {
    let folder = try TemporaryFolder()
    try folder.write(Self.picture, to: "flag.ppm")
    let program = TmuxSession.quoted(try Checkout.binary())
    try TmuxSession.with(
      command: "\(program) flag.ppm --color --kernel sobel-x --padding 1 --filters 3",
      size: .init(rows: 32, columns: 100), environment: ["XDG_STATE_HOME": folder.path, "LC_ALL": "C.UTF-8"],
      folder: folder.path
    ) { session in
      var screen = try session.waitForScreen(containing: "Feature maps")
      #expect(screen.contains("RGB"))
      #expect(screen.contains("[R]") && screen.contains("[0]"))
      try session.press("c")
      try session.waitForScreen(containing: "[G]")
      try session.press("w", "w")
      try session.waitForScreen(containing: "[2]")

      // Red ends to the right, green and blue begin there; of the kernel's right column 2 + 1 lie on the picture.
      try session.type(":jump 0 1")
      try session.press("Enter")
      screen = try session.waitForScreen(containing: "out[2,0,1]")
      #expect(screen.contains("R: -765 + G: 765 + B: 765"), "\(screen)")
      try session.type("b0.5")
      try session.press("Enter")
      screen = try session.waitForScreen(containing: "+ bias 0.5 = 765.5")
      #expect(screen.contains("bias 0.5"))

      try session.press("x")
      screen = try session.waitForScreen(containing: "groups 1 [3]")
      #expect(screen.contains("depthwise"))
      try session.waitForScreen(containing: "= 765.5")
      try session.press("u", "u")
      screen = try session.waitForScreen(containing: "undone: bias of filter 2")
      #expect(!screen.contains("765.5"))
      try session.type(":save out.npy")
      try session.press("Enter")
      try session.waitForScreen(containing: "written to out.npy")
      try session.press("q")
      #expect(try session.waitForExit() == 0)
    }
    let direct = try run(
      Checkout.binary(),
      ["flag.ppm", "--color", "--kernel", "sobel-x", "--padding", "1", "--filters", "3", "-o", "direct.npy"],
      in: folder.path)
    #expect(direct.status == 0, "\(direct.standardError)")
    #expect(try folder.read("out.npy") == folder.read("direct.npy"))
  }

  @Test("the steps of a colour picture are told channel by channel")
  func plain() throws {
    let folder = try TemporaryFolder()
    try folder.write(Self.picture, to: "flag.ppm")
    let answer = try run(
      Checkout.binary(), ["step", "flag.ppm", "--color", "--kernel", "edge-1x2", "--from", "0,1", "--count", "1"],
      in: folder.path)
    #expect(answer.status == 0, "\(answer.standardError)")
    #expect(answer.standardOutput.contains("Input flag.ppm: 1×3×4×4."))
    let sum = "channel 0: 255 × -1 + 0 × 1 + channel 1: 0 × -1 + 255 × 1 + channel 2: 0 × -1 + 255 × 1 = 255."
    #expect(answer.standardOutput.contains(sum), "\(answer.standardOutput)")
  }

  @Test("the article's sixteen filters over three channels are browsed without a file, and a picture opened in colour")
  func sixteen() throws {
    let folder = try TemporaryFolder()
    try folder.write(Self.picture, to: "flag.ppm")
    let program = TmuxSession.quoted(try Checkout.binary())
    try TmuxSession.with(
      command: "\(program) --input-preset rgb-patches --filters 16 --padding 1",
      size: .init(rows: 40, columns: 140), environment: ["XDG_STATE_HOME": folder.path, "LC_ALL": "C.UTF-8"],
      folder: folder.path
    ) { session in
      try session.waitForScreen(containing: "Kernels")
      try session.press("W")
      let screen = try session.waitForScreen(containing: "[15]")
      #expect(screen.contains("w[15,0,0,0]"))
      try session.type(":open color flag.ppm")
      try session.press("Enter")
      try session.waitForScreen(containing: "Input 4×4 · RGB")
      try session.press("q", "y")
      #expect(try session.waitForExit() == 0)
    }
  }
}
