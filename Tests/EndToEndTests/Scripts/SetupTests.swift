import TestSupport
import Testing

/// Runs Scripts/setup on a machine made of fakes: only the tools that a test puts there are on the PATH.
@Suite("Scripts/setup")
struct SetupTests {
  static let packages = [
    "libncurses-dev", "libpng-dev", "libturbojpeg0-dev", "libcmark-gfm-dev", "libcmark-gfm-extensions-dev",
    "libcairo2-dev", "libgif-dev", "fonts-wqy-microhei", "pkg-config", "tmux",
  ]

  let machine: TemporaryFolder

  init() throws {
    machine = try TemporaryFolder()
    for tool in ["bash", "sh", "awk", "sed", "dirname", "env", "cat"] {
      let place = try run("sh", ["-c", "command -v \(tool)"]).standardOutput
      try install(tool, "exec \(place.dropLast()) \"$@\"")
    }
    try install("swift", "echo 'Swift version 6.3.1 (swift-6.3.1-RELEASE)'")
    try install("id", "echo 0")
  }

  /// Puts a program called `tool` on the machine; it writes its call to the machine's log before it runs `body`.
  func install(_ tool: String, logged: Bool = false, _ body: String) throws {
    let log = logged ? "printf '%s\\n' \"\(tool) $*\" >>'\(machine.path("log"))'\n" : ""
    let draft = try machine.write("#!/bin/sh\n" + log + body + "\n", to: "draft-" + tool)
    // Copied by another process: while this one writes a file, a test beside it may start a child, which then holds the
    // file open for writing as well, and a program that is open for writing cannot be started.
    _ = try run("mkdir", ["-p", machine.path("bin")])
    _ = try run("install", ["-m", "755", draft, machine.path("bin/" + tool)])
  }

  func installApt(missing: [String] = [], installing: String = "exit 0") throws {
    let lines = Self.packages.map { missing.contains($0) ? "" : "echo \($0)=installed" }.joined(separator: "\n")
    try install("dpkg-query", logged: true, lines + (missing.isEmpty ? "" : "\nexit 1"))
    try install("apt-get", logged: true, "case \"$*\" in *install*) \(installing) ;; esac")
  }

  /// What setup did, and the calls it made, one a line.
  func setup() throws -> (run: ProgramRun, calls: [String]) {
    try machine.write("", to: "log")
    let answer = try run(
      machine.path("bin/bash"), [Checkout.root + "/Scripts/setup"], environment: ["PATH": machine.path("bin")], in: "/")
    let log = String(decoding: try machine.read("log"), as: UTF8.self)
    return (answer, log.split(separator: "\n").map(String.init))
  }

  func expectFailure(_ answer: ProgramRun, saying words: String...) {
    #expect(answer.status == 69)
    for word in words { #expect(answer.standardError.contains(word)) }
    #expect(answer.standardError.split(separator: "\n").count == 1, "one sentence")
    #expect(answer.standardOutput == "")
  }

  @Test("With everything there it asks dpkg once, says nothing and leaves apt alone")
  func nothingToDo() throws {
    try installApt()
    let answer = try setup()
    #expect(answer.run.status == 0)
    #expect(answer.run.standardError + answer.run.standardOutput == "")
    #expect(answer.calls.count == 1)
  }

  @Test("Only what is missing is installed, and said")
  func installsMissing() throws {
    try installApt(missing: ["libpng-dev", "tmux"])
    let answer = try setup()
    #expect(answer.run.status == 0)
    #expect(answer.run.standardError.contains("Installing with apt-get: libpng-dev tmux"))
    #expect(answer.calls.dropFirst().first == "apt-get -q update")
    #expect(answer.calls.last == "apt-get -q install -y --no-install-recommends libpng-dev tmux")
  }

  @Test("Another user than root installs through sudo")
  func sudo() throws {
    try installApt(missing: ["tmux"])
    try install("id", "echo 1000")
    try install("sudo", logged: true, "shift; exec \"$@\"")
    let answer = try setup()
    #expect(answer.run.status == 0)
    #expect(answer.calls.filter { $0.hasPrefix("sudo -- env ") }.count == 2)
  }

  @Test("Another user than root without sudo is told what to install")
  func noSudo() throws {
    try installApt(missing: ["tmux"])
    try install("id", "echo 1000")
    expectFailure(try setup().run, saying: "as root", "apt-get install tmux\n")
  }

  @Test("An install that fails is named after apt's own message")
  func aptFails() throws {
    try installApt(missing: ["tmux"], installing: "echo 'E: no network' >&2; exit 100")
    let answer = try setup().run
    #expect(answer.status == 69)
    #expect(answer.standardError.hasSuffix("setup: apt-get could not install tmux: see its message above.\n"))
    #expect(answer.standardError.contains("E: no network"))
  }

  @Test("No Swift is one sentence")
  func noSwift() throws {
    try installApt()
    _ = try run("rm", [machine.path("bin/swift")])
    expectFailure(try setup().run, saying: "no Swift on the PATH", "6.2")
  }

  @Test(
    "A Swift that is too old or cannot say its version is one sentence",
    arguments: ["echo 'Swift version 5.10.1'", "echo 'Apple Swift version 6.1'", "echo gibberish", "exit 1"])
  func oldSwift(body: String) throws {
    try installApt()
    try install("swift", body)
    expectFailure(try setup().run, saying: "Swift 6.2 or newer")
  }

  @Test("A Swift that misses a library says so in its own words")
  func brokenSwift() throws {
    try installApt()
    try install("swift", "echo 'libncurses.so.6: cannot open' >&2; exit 127")
    expectFailure(try setup().run, saying: "libncurses.so.6: cannot open", "Swift 6.2 or newer")
  }

  @Test(
    "A later Swift is welcome", arguments: ["Apple Swift version 6.2", "Swift version 6.10.1", "Swift version 7.0"])
  func newSwift(version: String) throws {
    try installApt()
    try install("swift", "echo '\(version) (x)'")
    #expect(try setup().run.status == 0)
  }

  @Test("No package manager is one sentence, unless all is there already")
  func noPackageManager() throws {
    expectFailure(try setup().run, saying: "neither apt-get nor brew", "libpng")
    try install("pkg-config", "exit 0")
    try install("tmux", "exit 0")
    #expect(try setup().run.status == 0)
  }

  @Test("With brew, only the missing formulas are installed")
  func brew() throws {
    try install("brew", logged: true, "[ \"$1\" = list ] && printf 'libpng\\ntmux\\n' || :")
    let answer = try setup()
    #expect(answer.run.status == 0)
    #expect(answer.calls.last == "brew install jpeg-turbo cmark-gfm cairo giflib pkgconf")
  }
}
