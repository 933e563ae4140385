import TestSupport
import Testing

/// `doctor`, `manual` and `completions`: what the program says of itself and its surroundings.
@Suite("The program's own manners")
struct MannersTests {
  private func ask(
    _ arguments: [String], environment: [String: String?] = [:], folder: TemporaryFolder
  ) throws -> ProgramRun {
    let usual: [String: String?] = [
      "HOME": folder.path, "XDG_STATE_HOME": nil, "XDG_CONFIG_HOME": nil, "TERM": "xterm-256color", "LC_ALL": "C.UTF-8",
      "NO_COLOR": nil, "ESCDELAY": nil,
    ]
    return try run(try Checkout.binary(), arguments, environment: usual.merging(environment) { $1 })
  }

  @Test("doctor finds nothing in the way of an ordinary terminal, and writes nothing")
  func healthy() throws {
    let folder = try TemporaryFolder()
    let answer = try ask(["doctor"], folder: folder)
    #expect(answer.status == 0, "\(answer.standardOutput)")
    #expect(answer.standardOutput.contains("TERM=xterm-256color\n"))
    #expect(answer.standardOutput.contains("LC_ALL=C.UTF-8, UTF-8\n"))
    #expect(answer.standardOutput.hasSuffix("Nothing stands in the way.\n"))
    #expect(answer.standardError == "")
    #expect(try run("ls", ["-A", folder.path]).standardOutput == "")
  }

  @Test(
    "doctor says what to change and ends with 1",
    arguments: [
      ("TERM", "no-such-terminal", "TERM=no-such-terminal has no entry"), ("TERM", "dumb", "cannot place the cursor"),
      ("HOME", "relative", "HOME"), ("XDG_STATE_HOME", "/dev/null", "/dev/null/convoscope cannot be written"),
    ])
  func ill(variable: String, value: String, sentence: String) throws {
    let answer = try ask(["doctor"], environment: [variable: value], folder: try TemporaryFolder())
    #expect(answer.status == 1)
    #expect(answer.standardOutput.contains("problem"))
    #expect(answer.standardOutput.contains(sentence), "\(answer.standardOutput)")
  }

  @Test("doctor notes what works but could be better, and ends with 0")
  func notes() throws {
    let answer = try ask(
      ["doctor"], environment: ["LC_ALL": "C", "NO_COLOR": "1", "ESCDELAY": "1000"], folder: try TemporaryFolder())
    #expect(answer.status == 0)
    for words in ["LC_ALL=C, not UTF-8", "turned off by NO_COLOR", "waits 1000 ms", "Unset ESCDELAY"] {
      #expect(answer.standardOutput.contains(words), "\(answer.standardOutput)")
    }
  }

  @Test("Each shell reads its completions without a complaint", arguments: ["bash", "zsh", "fish"])
  func completions(shell: String) throws {
    let folder = try TemporaryFolder()
    let answer = try ask(["completions", shell], folder: folder)
    #expect(answer.status == 0)
    for command in ["explore", "lessons", "doctor", "model"] { #expect(answer.standardOutput.contains(command)) }
    // Of the three only bash is there for certain.
    guard shell == "bash" else { return }
    try folder.write(answer.standardOutputBytes, to: "script")
    let check = try run("bash", ["-c", "source \"$1\" && complete -p convoscope", "bash", folder.path("script")])
    #expect(check.status == 0)
    #expect(check.standardError == "")
  }

  @Test("A shell without completions is named, with those that have them")
  func unknownShell() throws {
    let answer = try ask(["completions", "tcsh"], folder: try TemporaryFolder())
    #expect(answer.status == 64)
    #expect(answer.standardError.contains("“tcsh”"))
    #expect(answer.standardError.contains("fish"))
    #expect(answer.standardError.split(separator: "\n").count == 1)
  }

  @Test("The manual names every command and is clean roff")
  func manual() throws {
    let folder = try TemporaryFolder()
    let answer = try ask(["manual"], folder: folder)
    #expect(answer.status == 0)
    let commands =
      try ask(["--help"], folder: folder).standardOutput
      .split(separator: "SUBCOMMANDS:").last?.split(separator: "\n")
      .compactMap { $0.wholeMatch(of: #/  ([a-z]+)( .*)?/#).map { String($0.1) } } ?? []
    #expect(commands.count >= 9)
    for command in commands {
      #expect(answer.standardOutput.contains("\n.SS \(command)"), "\(command)")
    }
    // Every line is a request that we use, or text that roff takes for nothing else.
    let requests = Set(
      answer.standardOutput.split(separator: "\n").filter { $0.hasPrefix(".") || $0.hasPrefix("'") }
        .map { String($0.prefix { $0 != " " }) })
    #expect(requests == [".\\\"", ".TH", ".SH", ".SS", ".PP", ".TP", ".B", ".nf", ".fi"])
  }
}
