import TestSupport
import Testing

@Suite("config.yaml and --dump")
struct SettingsTests {
  private func start(_ yaml: String, _ body: (TmuxSession) throws -> Void) throws {
    let home = try TemporaryFolder()
    try home.write(yaml, to: "config/convoscope/config.yaml")
    try TmuxSession.with(
      command: "\(TmuxSession.quoted(try Checkout.binary())) --input-preset plus --kernel sobel-x --padding 1",
      size: .init(rows: 24, columns: 80), terminal: "tmux-256color",
      environment: [
        "XDG_STATE_HOME": home.path("state"), "XDG_CONFIG_HOME": home.path("config"), "HOME": home.path("home"),
        "LC_ALL": "C.UTF-8",
      ]
    ) { session in
      try session.waitForScreen(containing: "Output 7×7")
      try body(session)
      try session.type(":q!")
      try session.press("Enter")
      #expect(try session.waitForExit() == 0)
    }
  }

  @Test("Keys of one's own work, and the view is as it was set")
  func keys() throws {
    try start("view: heat\nkeys:\n  output:\n    x: kernel sobel-y\n") { session in
      try session.waitForScreen(containing: "heat map")
      try session.press("x")
      try session.waitForScreen(containing: "sobel-y")
    }
  }

  @Test("A mistake is told by file and line on the first screen, and the rest counts")
  func mistake() throws {
    try start("map: gray\nview: heat\n") { session in
      // A long path is wrapped anywhere.
      try session.waitForScreen("says where") { $0.filter { !$0.isWhitespace }.contains("config.yaml:1:map") }
      try session.waitForScreen(containing: "heat map")
    }
    try start("keys: [\n") { session in
      try session.waitForScreen("says where") { $0.filter { !$0.isWhitespace }.contains("config.yaml:") }
    }
  }

  @Test("--dump writes the first screen without a terminal, in the size that is asked for")
  func dump() throws {
    let home = try TemporaryFolder()
    func dump(_ arguments: [String]) throws -> ProgramRun {
      try run(
        try Checkout.binary(), ["--dump"] + arguments,
        environment: ["HOME": home.path, "XDG_STATE_HOME": nil, "XDG_CONFIG_HOME": nil, "TERM": nil])
    }
    let small = try dump(["--dump-size", "40x12", "--ascii", "--input-preset", "plus"])
    #expect(small.status == 0)
    let lines = small.standardOutput.split(separator: "\n", omittingEmptySubsequences: false)
    #expect(lines.count == 13 && lines.allSatisfy { $0.count <= 40 && $0.allSatisfy(\.isASCII) })
    #expect(try dump(["--input-preset", "plus", "--kernel", "sobel-x"]).standardOutput.contains("sobel-x"))
    #expect(try run("ls", ["-A", home.path]).standardOutput == "")
    for wrong in [["--dump-size", "x"], ["--dump-size", "80x0"], ["--theme", "pink"]] {
      let answer = try dump(wrong)
      #expect(answer.status == 64)
      #expect(answer.standardError.split(separator: "\n").count == 1)
    }
  }

  @Test("--dump shows the screen as config.yaml wants it, and its mistakes")
  func dumpWithSettings() throws {
    let home = try TemporaryFolder()
    func dump(_ yaml: String) throws -> String {
      try home.write(yaml, to: "config/convoscope/config.yaml")
      let environment = ["HOME": home.path, "XDG_CONFIG_HOME": home.path("config"), "TERM": nil]
      return try run(
        try Checkout.binary(), ["--dump", "--input-preset", "plus", "--kernel", "sobel-x"], environment: environment
      ).standardOutput
    }
    #expect(try dump("view: numbers\n").contains("heat map") == false)
    #expect(try dump("view: heat\n").contains("heat map"))
    #expect(try dump("view: hot\n").filter { !$0.isWhitespace }.contains("config.yaml:1:"))
  }
}
