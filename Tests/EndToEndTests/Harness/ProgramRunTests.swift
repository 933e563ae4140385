import TestSupport
import Testing

@Suite("Running a program")
struct ProgramRunTests {
  @Test("Status, standard output and standard error come back apart")
  func threeAnswers() throws {
    let answer = try run("sh", ["-c", "echo out; echo err >&2; exit 7"])
    #expect(answer.status == 7)
    #expect(answer.standardOutput == "out\n")
    #expect(answer.standardError == "err\n")
  }

  @Test("Input reaches the program and ends; more than a pipe holds passes both ways")
  func largeInput() throws {
    let bytes = (0..<1_000_000).map { UInt8(truncatingIfNeeded: $0) }
    #expect(try run("cat", input: bytes).standardOutputBytes == bytes)
  }

  @Test("A variable can be set and can be taken away")
  func environment() throws {
    let script = "echo ${CONVOSCOPE_A-none} ${HOME-none}"
    let answer = try run("sh", ["-c", script], environment: ["CONVOSCOPE_A": "1", "HOME": String?.none])
    #expect(answer.standardOutput == "1 none\n")
  }

  @Test("A signal counts as 128 plus its number")
  func signal() throws {
    let status = try run("sh", ["-c", "kill -TERM $$"]).status
    #expect(status == 128 + 15)
  }

  @Test("The program runs in the folder that is named")
  func folder() throws {
    let folder = try TemporaryFolder()
    #expect(try run("pwd", in: folder.path).standardOutput == folder.path + "\n")
  }

  @Test("A program that does not end is killed and fails the test")
  func hang() {
    #expect(throws: TestFailure.self) { try run("sleep", ["1000"], patience: 0.1) }
  }

  @Test("A program that is not there is an error, not a status")
  func absent() {
    #expect(throws: TestFailure.self) { try run("/nowhere/at/all") }
  }
}
