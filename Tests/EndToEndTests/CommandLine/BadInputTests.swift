import Foundation
import TestSupport
import Testing

@Suite("Bad input on the command line")
struct BadInputTests {
  /// What is typed, how the program must end, and what its sentence must say.
  struct Case: Sendable, CustomTestStringConvertible {
    let arguments: [String]
    let status: Int32
    let facts: [String]

    init(_ arguments: [String], _ status: Int32, _ facts: [String]) {
      self.arguments = arguments
      self.status = status
      self.facts = facts
    }

    var testDescription: String { arguments.joined(separator: " ") }
  }

  @Test(
    "A value that is wrong by itself ends with 64 and says what would be possible",
    arguments: [
      Case(["step", "--stride", "0"], 64, ["stride of 0", "1 to"]),
      Case(["step", "--stride", "-1"], 64, ["stride of -1"]),
      Case(["step", "--stride", "two"], 64, ["--stride", "“two”", "2,1"]),
      Case(["step", "--stride", "99999999999999999999"], 64, ["--stride"]),
      Case(["step", "--stride", ""], 64, ["--stride"]),
      Case(["step", "--stride", "1,5,2"], 64, ["--stride"]),
      Case(["step", "--operator", "leaky-relu", "--negative-slope", "0,5"], 64, ["--negative-slope", "“0,5”"]),
      Case(["step", "--dilation", "1,0"], 64, ["horizontal dilation of 0"]),
      Case(["step", "--padding", "-1"], 64, ["padding of -1", "0 to"]),
      Case(["step", "--padding", "1,2,3"], 64, ["--padding", "“1,2,3”", "four"]),
      Case(["step", "--padding-mode", "mirror"], 64, ["--padding-mode", "“mirror”", "reflect"]),
      Case(["step", "--kernel", "sobl-x"], 64, ["“sobl-x”", "did you mean sobel-x"]),
      Case(["step", "--kernel", ""], 64, ["kernel preset"]),
      Case(["step", "--input-preset", "zebra"], 64, ["“zebra”", "plus"]),
      Case(["step", "a.csv", "--input-preset", "plus"], 64, ["--input-preset"]),
      Case(["step", "-", "--kernel", "-"], 64, ["Standard input"]),
      Case(["step", "--from", "1"], 64, ["--from", "row and a column"]),
      Case(["step", "--count", "0"], 64, ["--count", "from 1 on"]),
      Case(["step", "--all", "--count", "2"], 64, ["--all"]),
      Case(["step", "--filters", "0"], 64, ["0 filters", "1 to 4096"]),
      Case(["step", "--filters", "many"], 64, ["--filters", "“many”"]),
      Case(["step", "--groups", "x"], 64, ["--groups", "“x”"]),
      Case(["step", "--color"], 64, ["--color", "rgb-patches"]),
      Case(["--stride", "0"], 64, ["stride of 0"]),
      Case(["--kernel", "x\u{1B}[31my"], 64, ["␛[31m"]),
    ])
  func wrongValues(wrong: Case) throws {
    try expectOneSentence(wrong)
  }

  @Test(
    "Values that do not fit each other end with 65",
    arguments: [
      Case(["step", "--dilation", "4"], 65, ["spans 9 rows", "has 7", "dilation 3 at most, padding 1 at least"]),
      Case(["step", "--dilation", "1000000000"], 65, ["dilation 3 at most"]),
      Case(["step", "--operator", "max-pool2d", "--kernel-size", "9"], 65, ["kernel-size 7 at most"]),
      Case(["step", "--operator", "conv-transpose2d", "--padding", "5"], 65, ["padding 4 at most"]),
      Case(["step", "--padding", "7", "--padding-mode", "reflect"], 65, ["reflect", "at most 6"]),
      Case(["step", "--padding", "8", "--padding-mode", "circular"], 65, ["circular", "at most 7"]),
      Case(["step", "--padding", "100000"], 65, ["67108864"]),
      Case(["step", "--input-preset", "rgb-patches", "--groups", "2"], 65, ["2 groups", "3 channels"]),
      Case(["step", "--from", "5,0"], 65, ["row 5, column 0", "5×5"]),
      Case(["step", "--from", "-1,0"], 65, ["row -1"]),
    ])
  func misfits(wrong: Case) throws {
    try expectOneSentence(wrong)
  }

  @Test(
    "Damaged data end with 65 and a sentence that names the file, with or without a screen",
    arguments: [
      ("huge.csv", "1,1e308\n", "line 1, column 2"),
      ("digits.csv", "1,1234567890123456789012345678901234567890\n", "line 1, column 2"),
      ("letters.csv", "1,2\n3,x\n", "line 2, column 2"),
      ("uneven.csv", "1,2\n3\n", "line 2"),
      ("empty.csv", "", "empty.csv"),
      ("escape.csv", "\u{1B}]0;title\u{7},1\n", "escape.csv"),
      ("zero.pgm", "P2 0 3 255\n", "zero.pgm"),
      ("short.pgm", "P5 10 10 255\nabc", "short.pgm"),
      ("bomb.pgm", "P5 100000 100000 255\n", "bomb.pgm declares 10000000000 cells; 67108864 are the most"),
      ("cut.png", "\u{89}PNG", "cut.png"),
      ("cut.npy", "\u{93}NUMPY", "cut.npy"),
      (
        "five.npy",
        "\u{93}NUMPY\u{1}\0?\0{'descr': '|u1', 'fortran_order': False, 'shape': (1,1,1,1,1)}\n\u{7}",
        "5 axes are more than 4"
      ),
      ("noise.png", "not a picture at all", "noise.png"),
    ])
  func damagedFiles(name: String, content: String, fact: String) throws {
    let folder = try TemporaryFolder()
    // Latin-1, so that a scalar of the text is a byte of the file.
    let path = try folder.write(content.unicodeScalars.map { UInt8(truncatingIfNeeded: $0.value) }, to: name)
    try expectOneSentence(Case(["step", path], 65, [fact]))
    try expectOneSentence(Case([path], 65, [fact]))
  }

  @Test("Colours of a table end with 65: it has none")
  func colorsOfNumbers() throws {
    let folder = try TemporaryFolder()
    let path = try folder.write("1,2\n3,4\n", to: "grid.csv")
    try expectOneSentence(Case(["step", path, "--color"], 65, ["grid.csv", "numbers without colours"]))
  }

  @Test("What is missing or is no file ends with 66, and a pipe is not waited for")
  func missingFiles() throws {
    let folder = try TemporaryFolder()
    try expectOneSentence(Case(["step", folder.path("no.png")], 66, ["no.png"]))
    try expectOneSentence(Case([folder.path("no.png")], 66, ["no.png"]))
    try expectOneSentence(Case(["step", "--kernel", folder.path("no.npy")], 66, ["no.npy"]))
    try expectOneSentence(Case(["step", folder.path], 66, ["folder"]))
    try expectOneSentence(Case(["step", "no\u{1B}[2J\n.png"], 66, ["␛[2J␊"]))
    let pipe = folder.path("pipe.png")
    #expect(mkfifo(pipe, 0o600) == 0)
    try expectOneSentence(Case(["step", pipe], 66, ["pipe"]))
    try expectOneSentence(Case(["step", "/dev/null"], 66, ["device"]))
  }

  @Test("A session that is broken ends with 65, one whose picture is missing with 66, with file and line; both stay")
  func sessions() throws {
    let folder = try TemporaryFolder()
    let start =
      "convoscope session 1\noperator conv2d\nset padding 1\nreveal live\ngrid input 1x1x3x3 % 0 0 0 0 1 0 0 0 0\n"
    let end = "at 0\ncell 0 0 0 0\ninput-cursor 0 0 0 0\nkernel-cursor 0 0 0 0\nspeed 6\n"
    let whole = start + "grid kernel 1x1x1x1 % 2\n" + end + "end 11\n"
    let cases: [(String, String, Int32, [String])] = [
      ("none.txt", "1,2\n", 65, ["line 1", "no session"]),
      ("empty.txt", "", 65, ["line 1", "no session"]),
      ("newer.txt", whole.replacingOccurrences(of: "session 1", with: "session 7"), 65, ["line 1", "version 7"]),
      ("cut.txt", String(whole.dropLast(9)), 65, ["line 11", "cut off"]),
      ("word.txt", whole.replacingOccurrences(of: "speed 6", with: "speed six"), 65, ["line 11", "“six”"]),
      ("cell.txt", whole.replacingOccurrences(of: "cell 0 0 0 0", with: "cell 0 0 9 9"), 65, ["line 8", "row 9"]),
      ("escape.txt", whole.replacingOccurrences(of: "%", with: "\u{1B}[2J"), 65, ["line 5"]),
      (
        "picture.txt",
        start + "file kernel 1x1x40x40 0123456789abcdef /no/such/kernel.npy\n" + end + "end 11\n", 66,
        ["line 6", "/no/such/kernel.npy"]
      ),
      (
        "changed.txt", start + "file kernel 1x1x2x1 0123456789abcdef table.csv\n" + end + "end 11\n", 65,
        ["line 6", "other numbers"]
      ),
    ]
    try folder.write("1\n2\n", to: "table.csv")
    for (name, text, status, facts) in cases {
      let path = try folder.write(text, to: name)
      try expectOneSentence(Case(["--session", path], status, [name] + facts))
      #expect(String(decoding: try folder.read(name), as: UTF8.self) == text)
    }
    let path = try folder.write(whole, to: "good.txt")
    try expectOneSentence(Case(["--session", path], 2, ["no terminal"]))
    try expectOneSentence(Case(["--session", path, "--stride", "2"], 64, ["good.txt", "own grids"]))
    try expectOneSentence(Case(["--session", folder.path], 66, ["folder"]))
  }

  @Test("A file that may not be read ends with 66", .enabled(if: geteuid() != 0, "root may read everything"))
  func permission() throws {
    let folder = try TemporaryFolder()
    let path = try folder.write("1,2\n", to: "secret.csv")
    #expect(chmod(path, 0) == 0)
    try expectOneSentence(Case(["step", path], 66, ["permission"]))
  }

  @Test("Empty standard input is bad data")
  func emptyStandardInput() throws {
    try expectOneSentence(Case(["step", "-"], 65, ["stdin"]))
  }

  @Test("Without a terminal the screen ends with 2 and one line, and writes no escape")
  func noTerminal() throws {
    try expectOneSentence(Case(["--kernel", "blur"], 2, ["no terminal", "step --plain"]))
    try expectOneSentence(Case([], 2, ["no terminal"]))
    try expectOneSentence(Case(["lesson"], 2, ["no terminal"]))
  }

  /// One line on standard error that holds the facts and nothing that steers a terminal; nothing on standard output.
  private func expectOneSentence(_ wrong: Case) throws {
    let folder = try TemporaryFolder()
    let answer = try run(
      Checkout.binary(), wrong.arguments,
      environment: ["XDG_STATE_HOME": folder.path, "TERM": "xterm-256color", "CONVOSCOPE_LESSONS": nil], patience: 20)
    #expect(answer.status == wrong.status, "\(wrong.arguments): \(answer.standardError)")
    #expect(answer.standardOutput == "")
    let sentence = answer.standardError
    #expect(sentence.hasSuffix("\n") && sentence.count(where: \.isNewline) == 1, "\(sentence)")
    for fact in wrong.facts { #expect(sentence.contains(fact), "\(sentence)") }
    #expect(
      answer.standardErrorBytes.dropLast().allSatisfy { $0 >= 0x20 && $0 != 0x7F }, "\(answer.standardErrorBytes)")
  }
}
