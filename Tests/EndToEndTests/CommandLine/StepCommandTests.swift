import TestSupport
import Testing

@Suite("convoscope step --plain")
struct StepCommandTests {
  @Test("Every output cell is one line, with the options in it")
  func wholeOutput() throws {
    let answer = try run(
      Checkout.binary(),
      ["step", "--plain", "--kernel", "plus-detector", "--padding", "1", "--stride", "2,3", "--flip"])
    #expect(answer.status == 0)
    #expect(answer.standardError == "")
    let lines = answer.standardOutput.split(separator: "\n")
    #expect(lines.first == "Steps of conv2d (convolution). Rows and columns count from 0.")
    #expect(
      lines.contains("Parameters: stride 2,3, padding 1, padding-mode zeros, dilation 1, groups 1, flip true."))
    #expect(lines.contains("Output: 4×3, 12 cells."))
    #expect(lines.filter { $0.hasPrefix("Output row") }.count == 12)
    #expect(lines.last == "End: 12 of 12 output cells told.")
  }

  @Test("The plus-detector peaks with 5 at the centre of the plus")
  func peak() throws {
    let answer = try run(
      Checkout.binary(), ["step", "--kernel", "plus-detector", "--padding", "1", "--from", "3,3", "--count", "1"])
    #expect(
      answer.standardOutput.contains("Output row 3, column 3 of 7×7: window on input rows 2 to 4, columns 2 to 4."))
    #expect(answer.standardOutput.contains(" = 5.\nEnd: 1 of 49 output cells told.\n"))
  }

  @Test("Standard input is a table when the file is -, and so it is for the kernel")
  func standardInput() throws {
    let table = Array("1,2\n3,4\n".utf8)
    let input = try run(Checkout.binary(), ["step", "-", "--kernel", "edge-1x2"], input: table)
    #expect(input.status == 0, "\(input.standardError)")
    #expect(input.standardOutput.contains("Input stdin: 2×2."))
    #expect(input.standardOutput.contains("1 × -1 + 2 × 1 = 1."))
    let kernel = try run(Checkout.binary(), ["step", "--kernel", "-"], input: table)
    #expect(kernel.standardOutput.contains("Kernel row 1: 3 4."))
  }

  @Test("A kernel can come from a file, and values may begin with a minus sign")
  func kernelFile() throws {
    let folder = try TemporaryFolder()
    try folder.write("-1,0.1\n", to: "k.csv")
    try folder.write("1,2,3\n", to: "-i.csv")
    let answer = try run(Checkout.binary(), ["step", "--kernel", "k.csv", "--", "-i.csv"], in: folder.path)
    #expect(answer.status == 0, "\(answer.standardError)")
    #expect(answer.standardOutput.contains("Kernel row 0: -1 0.1."))
    #expect(answer.standardOutput.contains("1 × -1 + 2 × 0.1 = -0.8."))
  }

  @Test("A reader that goes away ends the program quietly")
  func closedPipe() throws {
    let program = try Checkout.binary()
    let answer = try run(
      "/bin/sh", ["-c", "{ \"$0\" step --padding 300; echo $? >&2; } | head -1 >/dev/null", program])
    // By the signal, as with every other program; 0 where the signal is ignored.
    #expect(["141\n", "0\n"].contains(answer.standardError))
  }

  @Test("A full disk is said, with 73")
  func fullDisk() throws {
    let answer = try run("/bin/sh", ["-c", "\"$0\" step > /dev/full", try Checkout.binary()])
    #expect(answer.status == 73)
    #expect(answer.standardError.hasPrefix("Standard output could not be written"))
  }
}
