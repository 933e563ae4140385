import TestSupport
import Testing

@Suite("Command line of the real program")
struct ExitCodeTests {
  @Test("--help explains the program on standard output and ends with 0")
  func help() throws {
    let answer = try run(Checkout.binary(), ["--help"])
    #expect(answer.status == 0)
    #expect(answer.standardOutput.contains("USAGE: convoscope"))
    #expect(answer.standardError == "")
  }

  @Test("--version writes one line with a version number and ends with 0")
  func version() throws {
    let answer = try run(Checkout.binary(), ["--version"])
    #expect(answer.status == 0)
    #expect(answer.standardOutput.wholeMatch(of: #/(convoscope )?[0-9]+\.[0-9]+\.[0-9]+\n/#) != nil)
  }

  @Test("An option that does not exist ends with 64 and is named on standard error, nothing on standard output")
  func unknownOption() throws {
    let answer = try run(Checkout.binary(), ["--no-such-option"])
    #expect(answer.status == 64)
    #expect(answer.standardError.contains("--no-such-option"))
    #expect(answer.standardOutput == "")
  }

  @Test("Help that cannot be written ends with 73 and says so", arguments: ["--help", "--version"])
  func fullOutput(option: String) throws {
    let answer = try run("sh", ["-c", "\"$0\" \"$1\" > /dev/full", try Checkout.binary(), option])
    #expect(answer.status == 73)
    #expect(answer.standardError.split(separator: "\n").count == 1)
  }
}
