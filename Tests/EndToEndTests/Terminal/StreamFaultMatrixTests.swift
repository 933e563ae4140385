import Foundation
import TestSupport
import Testing

/// Streams that are no terminal, take nothing, or are closed.
@Suite("The matrix of faults: streams")
struct StreamFaultMatrixTests {
  @Test(
    "output that is no terminal ends with 2 and one sentence, and nothing steers it",
    arguments: ["> out", "| cat > out", "> /dev/full", ">&-", "> out <&-", "> out < /dev/null"])
  func output(redirection: String) throws {
    let folder = try TemporaryFolder()
    let program = TmuxSession.quoted(try Checkout.binary())
    let line = "set -o pipefail; \(program) \(TerminalDesk.plus) 2> errors \(redirection)"
    let answer = try run(
      "bash", ["-c", line], environment: ["XDG_STATE_HOME": folder.path("state"), "TERM": "xterm-256color"],
      in: folder.path, patience: 20)
    #expect(answer.status == 2, "\(redirection)")
    #expect((try? folder.read("out")) ?? [] == [], "\(redirection)")
    let sentence = String(decoding: try folder.read("errors"), as: UTF8.self)
    #expect(sentence.hasSuffix("\n") && sentence.count(where: \.isNewline) == 1, "\(redirection): \(sentence)")
    #expect(sentence.unicodeScalars.allSatisfy { $0.value >= 0x20 || $0 == "\n" }, "\(redirection): \(sentence)")
  }

  @Test(
    "what is written on a full or closed output ends with 73 and one sentence",
    arguments: [
      "step --all", "--help", "--version", "lessons", "manual", "completions bash", "doctor", "model list",
      "export --help",
    ], ["> /dev/full", ">&-"])
  func refusedOutput(arguments: String, redirection: String) throws {
    let folder = try TemporaryFolder()
    let program = TmuxSession.quoted(try Checkout.binary())
    let answer = try run(
      "bash", ["-c", "\(program) \(arguments) \(redirection)"],
      environment: ["XDG_STATE_HOME": folder.path("state"), "TERM": "xterm-256color"], in: folder.path, patience: 20)
    #expect(answer.status == 73, "\(arguments) \(redirection): \(answer.standardError)")
    let lines = answer.standardError.count(where: \.isNewline)
    #expect(answer.standardError.hasSuffix("\n") && lines == 1, "\(arguments) \(redirection): \(answer.standardError)")
  }

  @Test("without standard error the exit code still tells", arguments: [("step --stride 0", 64), ("step no.png", 66)])
  func closedErrors(arguments: String, status: Int) throws {
    let program = TmuxSession.quoted(try Checkout.binary())
    for redirection in ["2>&-", "2> /dev/full", "2>&- >&- <&-"] {
      let answer = try run("bash", ["-c", "\(program) \(arguments) \(redirection)"], patience: 20)
      #expect(Int(answer.status) == status, "\(redirection)")
    }
  }

  @Test(
    "keys come from the terminal when standard input is none",
    arguments: ["< /dev/null", "<&-", "2>&-", "< /dev/full"])
  func input(redirection: String) throws {
    try TerminalDesk.start("\(TerminalDesk.plus) \(redirection)") { desk in try desk.expectSteps("\(redirection)") }
  }

  @Test("without a controlling terminal there are no keys: 2 and one sentence")
  func noControllingTerminal() throws {
    try TerminalDesk.start(
      "\(TerminalDesk.plus) < /dev/null", before: "setsid --wait", size: .init(rows: 24, columns: 300)
    ) { desk in
      let rest = try desk.expectEnd(2)
      #expect(rest.split(separator: "\n").count == 1, "\(rest)")
    }
  }
}
