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

  @Test("With --predict each line of standard input is an answer, judged and diagnosed, until they end")
  func predict() throws {
    let answers = Array("-3\n?\nfour\n3\n".utf8)
    let answer = try run(
      Checkout.binary(), ["step", "--plain", "--predict", "--kernel", "sobel-x", "--padding", "1", "--from", "2,2"],
      input: answers)
    #expect(answer.status == 0, "\(answer.standardError)")
    let lines = answer.standardOutput.split(separator: "\n").drop { !$0.hasPrefix("Output row") }
    let questions = lines.filter { $0.hasPrefix("Output row") }
    #expect(questions.count == 2)
    #expect(questions.allSatisfy { $0.hasSuffix(" = ?.") })
    #expect(
      lines.filter { !$0.hasPrefix("Output row") } == [
        "Wrong. -3 has the right size and the wrong sign: look at the signs of the weights. Try again.",
        "Shown: output row 2, column 2 = 3.",
        "“four” is not a number; expected 3, -2.5, 1e-3 or 1/9.",
        "Wrong. 3 is the cell on the left of 2,3. Move the window one step right. Try again.",
        "Score: 0 of 1 right at once, 0 later, 1 shown; answers given: 2.",
        "End: 1 of 49 output cells told.",
      ])
  }

  @Test("With --predict all answers lead to the end, long lines and missing line ends included")
  func predictAll() throws {
    let long = String(repeating: "x", count: 300_000)
    let answer = try run(
      Checkout.binary(), ["step", "--predict", "--kernel", "identity", "--count", "3"],
      input: Array("0\r\n\(long)\n0\n0".utf8))
    #expect(answer.status == 0, "\(answer.standardError)")
    #expect(answer.standardOutput.hasSuffix("End: 3 of 25 output cells told.\n"))
    #expect(answer.standardOutput.contains("Score: 3 of 3 right at once, 0 later, 0 shown; answers given: 3.\n"))
    #expect(answer.standardOutput.utf8.count < 10_000)
  }

  @Test("With --predict standard input is taken, and one that cannot be read is said")
  func predictInput() throws {
    for arguments in [["-"], ["--kernel", "-"]] {
      let taken = try run(Checkout.binary(), ["step", "--predict"] + arguments, input: Array("1\n".utf8))
      #expect(taken.status == 64)
      #expect(taken.standardError.hasPrefix("With --predict, standard input holds the answers"))
    }
    let closed = try run("/bin/sh", ["-c", "exec \"$0\" step --predict <&-", try Checkout.binary()])
    #expect(closed.status == 66)
    #expect(closed.standardError.hasPrefix("Standard input with the answers could not be read"))
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
