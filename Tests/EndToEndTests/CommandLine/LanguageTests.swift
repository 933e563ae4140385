import TestSupport
import Testing

/// `--lang` and the locale, with the program itself.
@Suite("The language of the program")
struct LanguageTests {
  private func ask(_ arguments: [String], environment: [String: String?] = [:]) throws -> ProgramRun {
    let folder = try TemporaryFolder()
    let usual: [String: String?] = [
      "HOME": folder.path, "XDG_STATE_HOME": nil, "XDG_CONFIG_HOME": nil, "TERM": "xterm-256color", "LANGUAGE": nil,
      "LC_ALL": "C.UTF-8", "LC_MESSAGES": nil, "LANG": nil, "CONVOSCOPE_LESSONS": nil,
    ]
    return try run(try Checkout.binary(), arguments, environment: usual.merging(environment) { $1 })
  }

  @Test(
    "--lang zh-Hans --help is in Chinese for every command",
    arguments: [
      [], ["explore"], ["lesson"], ["lessons"], ["step"], ["run"], ["model", "list"], ["model", "summary"],
      ["model", "run"], ["export"], ["doctor"], ["completions"], ["manual"],
    ])
  func help(command: [String]) throws {
    let answer = try ask(command + ["--lang", "zh-Hans", "--help"])
    #expect(answer.status == 0)
    #expect(answer.standardOutput.contains("--lang <language>       界面语言"), "\(answer.standardOutput)")
    #expect(answer.standardOutput.split(separator: "\n").allSatisfy { columns(of: $0) <= 80 })
    #expect(answer.standardError == "")
    #expect(try ask(["--lang=zh-Hans"] + command + ["--help"]).standardOutput == answer.standardOutput)
  }

  @Test("A refusal is in Chinese and its status is the same")
  func refusal() throws {
    let answer = try ask(["step", "--plain", "--stride", "x", "--lang", "zh-Hans"])
    #expect(answer.status == 64)
    #expect(answer.standardError.contains("看不懂 --stride 的值“x”"), "\(answer.standardError)")
    let plain = try ask(["--lang", "zh-Hans", "step", "--plain", "--input-preset", "plus", "--kernel", "sobel-x"])
    #expect(plain.status == 0)
    #expect(plain.standardOutput.hasPrefix("conv2d 的步骤"), "\(plain.standardOutput.prefix(200))")
  }

  @Test("An unknown language is refused with the known ones")
  func unknown() throws {
    let answer = try ask(["doctor", "--lang", "tlh"])
    #expect(answer.status == 64)
    #expect(answer.standardOutput == "")
    #expect(answer.standardError == "There is no language “tlh”; there is en or zh-Hans.\n")
    #expect(try ask(["doctor", "--lang"]).status == 64)
  }

  @Test("The locale chooses, even where it is not installed, and --lang wins over it")
  func locale() throws {
    let chinese: [String: String?] = ["LC_ALL": nil, "LANG": "zh_CN.UTF-8"]
    #expect(try ask(["doctor"], environment: chinese).standardOutput.contains("简体中文"))
    #expect(try ask(["doctor", "--lang", "en"], environment: chinese).standardOutput.contains("language  English"))
    let taiwan: [String: String?] = ["LC_ALL": nil, "LANG": "zh_TW.UTF-8"]
    #expect(try ask(["doctor"], environment: taiwan).standardOutput.contains("language  English"))
  }

  @Test("Where only ASCII can be shown, one notice says so and everything is in English")
  func ascii() throws {
    let answer = try ask(["doctor", "--lang", "zh-Hans"], environment: ["LC_ALL": "C"])
    #expect(answer.standardError.split(separator: "\n").count == 1)
    #expect(answer.standardError.contains("zh-Hans needs a UTF-8 locale"), "\(answer.standardError)")
    #expect(answer.standardOutput.contains("zh-Hans cannot be shown here"), "\(answer.standardOutput)")
    #expect(answer.standardOutput.contains("colours"))
    #expect((answer.standardOutputBytes + answer.standardErrorBytes).allSatisfy { $0 < 0x80 })
  }

  @Test("Without lessons in the language the English ones stand in, and the list says so once")
  func lessons() throws {
    let folder = try TemporaryFolder()
    let copied = try run("cp", ["-R", Checkout.root + "/Lessons/en", folder.path("en")])
    #expect(copied.status == 0)
    let answer = try ask(["lessons", "--lessons", folder.path, "--lang", "zh-Hans"])
    #expect(answer.status == 0, "\(answer.standardError)")
    #expect(answer.standardError == "")
    #expect(answer.standardOutput.hasSuffix("还没有简体中文的课程；这里显示英文课程。\n"), "\(answer.standardOutput)")
    #expect(!(try ask(["lessons", "--lessons", folder.path])).standardOutput.contains("no lessons in"))
  }

  @Test("The first screen is in Chinese and every line of it fits", arguments: ["80x24", "40x12", "140x40"])
  func dump(size: String) throws {
    let answer = try ask(
      ["--lang", "zh-Hans", "--dump", "--dump-size", size, "--input-preset", "plus", "--kernel", "sobel-x"])
    #expect(answer.status == 0, "\(answer.standardError)")
    #expect(answer.standardOutput.contains("互相关"), "\(answer.standardOutput)")
  }

  /// Chinese characters and their punctuation take two columns; what else is written here takes one.
  private func columns(of line: Substring) -> Int {
    line.unicodeScalars.reduce(0) { $0 + ($1.value > 0x2E7F ? 2 : 1) }
  }
}
