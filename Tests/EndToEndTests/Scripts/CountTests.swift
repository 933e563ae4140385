import TestSupport
import Testing

@Suite("The line of counts that Scripts/test ends with")
struct CountTests {
  /// Lines as Swift Testing 6.3 writes them.
  static let ended = """
    ◇ Test "works" started.
    ◇ Test breaks() started.
    ➜ Test off() skipped: "because"
    ✔ Test "works" passed after 0.001 seconds.
    ✘ Test breaks() recorded an issue at A.swift:9:45: Expectation failed: 1 == 2
    ✘ Test breaks() failed after 0.001 seconds with 1 issue.
    """

  func count(_ log: String, status: Int) throws -> (status: Int32, last: String?, all: String) {
    let answer = try run(
      "awk", ["-v", "status=\(status)", "-f", Checkout.root + "/Scripts/count-tests.awk"], input: Array(log.utf8))
    return (answer.status, answer.standardOutput.split(separator: "\n").last.map(String.init), answer.standardOutput)
  }

  @Test("Counts are those of the summary, failures and skipped tests taken apart")
  func summary() throws {
    let log = Self.ended + "\n✘ Test run with 9 tests in 2 suites failed after 0.002 seconds with 1 issue."
    let answer = try count(log, status: 1)
    #expect(answer.last == "7 passed, 1 failed, 1 skipped")
    #expect(answer.status == 1)
    #expect(answer.all.contains("Failed: breaks()\n"))
  }

  @Test("A clean run has no word about skipped tests and status 0; issues known in advance are no failures")
  func clean() throws {
    let log = """
      ✔ Test "a failed after 1 seconds" passed after 0.001 seconds.
      ━ Test known() passed after 0.001 seconds with 1 known issue.
      ✔ Test run with 2 tests in 0 suites passed after 0.002 seconds with 1 known issue.
      """
    let answer = try count(log, status: 0)
    #expect(answer.last == "2 passed, 0 failed")
    #expect(answer.status == 0)
  }

  @Test("A run that died counts the tests that had not ended as failed")
  func died() throws {
    let log = Self.ended + "\n◇ Test \"traps\" started.\nFatal error: Index out of range"
    let answer = try count(log, status: 1)
    #expect(answer.last == "1 passed, 2 failed, 1 skipped")
    #expect(answer.all.contains("Had not ended: \"traps\"\n"))
    #expect(answer.status == 1)
  }

  @Test("A bad status without a failed test, an empty run and no run at all are failures")
  func nothingToTrust() throws {
    let clean = "✔ Test run with 2 tests in 0 suites passed after 0.002 seconds."
    #expect(try count(clean, status: 1).last == "2 passed, 1 failed")
    #expect(try count(clean, status: 1).status == 1)
    #expect(try count(clean.replacing("2", with: "0"), status: 0).status == 1)
    #expect(try count("", status: 1).last == "0 passed, 1 failed")
  }
}
