import TestSupport
import Testing

@Suite("What Scripts/test shows of a run")
struct ShowTests {
  func shown(_ log: String) throws -> String {
    try run("awk", ["-f", Checkout.root + "/Scripts/show-tests.awk"], input: Array(log.utf8)).standardOutput
  }

  @Test("Nothing of a test that started or passed, however many lines its arguments have")
  func quiet() throws {
    let log = """
      ◇ Test run started.
      ↳ Testing Library Version: 6.3
      ◇ Suite "Tables" started.
      ◇ Test "reads" started.
      ◇ Test case passing 1 argument text → "1" to "reads" started.
      ◇ Test case passing 1 argument text → "1
      2 started
      3" to "reads" started.
      ✔ Test "reads" with 2 test cases passed after 0.001 seconds.
      ✔ Suite "Tables" passed after 0.001 seconds.

      """
    #expect(try shown(log) == "")
  }

  @Test("All of what failed, was skipped, was printed, or came to no end")
  func loud() throws {
    let failure = """
      ✘ Test case passing 1 argument text → "1
      2" to "reads" recorded an issue at A.swift:9:45: Expectation failed: 1 == 2
      ✘ Test "reads" failed after 0.001 seconds with 1 issue.
      ➜ Test off() skipped: "because"

      """
    let end = """
      Fatal error: Index out of range
      ◇ Test case passing 1 argument text → "1

      """
    let start = "◇ Test case passing 1 argument text → \"1\n2\" to \"reads\" started.\n"
    #expect(try shown(start + failure + start + end) == failure + end)
  }
}
