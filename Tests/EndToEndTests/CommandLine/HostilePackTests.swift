import Foundation
import TestSupport
import Testing

/// A folder of lessons by somebody who means harm: every file is told, the good lesson works, and no escape gets out.
@Suite("A hostile folder of lessons")
struct HostilePackTests {
  private static let payloads =
    "\u{1B}]0;owned\u{7} \u{1B}[2J \u{1B}]52;c;b3duZWQ=\u{7} \u{9B}31m &#27;[31m &#x1b;]0;owned&#7; &#x9b;2J \u{202E}txt \u{8}"

  private static func lesson(_ id: String, _ number: Int, text: String = "Text.", requires: String = "", check: String)
    -> String
  {
    """
    ---
    id: \(id)
    number: \(number)
    title: Lesson \(id)
    \(requires)
    ---

    ## A page

    \(text)

    ```task
    id: t
    prompt: Go there.
    check: \(check)
    hints: [first, second]
    solution: {actions: [jump 1 1]}
    explanation: Done.
    ```

    """
  }

  private static let reach = "{reach: {row: 1, column: 1}}"

  private static func pack() throws -> TemporaryFolder {
    let folder = try TemporaryFolder()
    let poison = payloads.replacingOccurrences(of: "\u{8}", with: "")
    let text = """
      \(payloads)

      - *\(poison)* **\(poison)** [\(poison)](https://x.y/\u{1B}[2J)

      > \(poison)

          \(poison)

      | \(poison) | b |
      |---|---|
      | `\(poison)` | $\(poison)$ |

      [^1] <script>\(poison)</script>

      [^1]: \(poison)
      """
    let files: [(String, String)] = [
      ("01-good.md", lesson("good", 1, check: reach)), ("02-poison.md", lesson("poison", 2, text: text, check: reach)),
      ("03-large.md", lesson("large", 3, text: String(repeating: "word ", count: 2_000_000), check: reach)),
      ("04-quotes.md", lesson("quotes", 4, text: String(repeating: ">", count: 100_000), check: reach)),
      ("05-bomb.md", lesson("bomb", 5, check: "{all: [&a {reach: {row: 1, column: 1}}, *a, *a, *a]}")),
      ("06-double.md", lesson("good", 6, check: reach)),
      ("07-circle.md", lesson("circle", 7, requires: "requires: [circle]", check: reach)),
      ("08-never.md", lesson("never", 8, check: "{all: [{reach: {row: 1, column: 1}}, {not: \(reach)}]}")),
      ("09-nul.md", lesson("nul", 9, check: "\u{0}")), ("10-kind.md", lesson("kind", 10, check: "{run: rm -rf /}")),
    ]
    for (name, content) in files { try folder.write(Array(content.utf8), to: "pack/en/\(name)") }
    #expect(mkfifo(folder.path("pack/en/11-pipe.md"), 0o600) == 0)
    #expect(symlink("/etc/passwd", folder.path("pack/en/12-link.md")) == 0)
    try folder.write(lesson("secret", 13, check: reach), to: "outside/13-secret.md")
    #expect(symlink(folder.path("outside/13-secret.md"), folder.path("pack/en/13-secret.md")) == 0)
    return folder
  }

  private func run(_ arguments: [String], in folder: TemporaryFolder) throws -> ProgramRun {
    try TestSupport.run(
      Checkout.binary(), arguments,
      environment: ["XDG_STATE_HOME": folder.path, "CONVOSCOPE_LESSONS": nil, "LC_ALL": "C.UTF-8"], patience: 60)
  }

  /// Whether nothing but text and line ends stands there.
  private func isHarmless(_ text: String) -> Bool {
    text.unicodeScalars.allSatisfy { scalar in
      scalar == "\n" || (scalar.value >= 0x20 && !(0x7F...0x9F).contains(scalar.value) && scalar.value != 0x202E)
    }
  }

  @Test("The check names every bad file with what is wrong, ends with 1, and writes no escape")
  func check() throws {
    let folder = try Self.pack()
    let answer = try run(["lessons", "check", folder.path("pack")], in: folder)
    #expect(answer.status == 1)
    #expect(isHarmless(answer.standardOutput + answer.standardError), "\(answer.standardOutput)")
    for file in [
      "03-large.md", "04-quotes.md:", "05-bomb.md:", "06-double.md:", "07-circle.md:", "08-never.md:", "09-nul.md:",
      "10-kind.md:", "11-pipe.md", "12-link.md", "13-secret.md",
    ] {
      #expect(answer.standardOutput.contains(file), "\(file): \(answer.standardOutput)")
    }
    #expect(!answer.standardOutput.contains("root:"))
  }

  @Test("The good lesson and the poisoned one open, and no payload reaches the screen as more than signs")
  func screens() throws {
    let folder = try Self.pack()
    for lesson in ["good", "poison"] {
      let answer = try run(
        ["lesson", lesson, "--lessons", folder.path("pack"), "--dump", "--dump-size", "120x60"], in: folder)
      #expect(answer.status == 0, "\(answer.standardError)")
      #expect(isHarmless(answer.standardOutput), "\(lesson): \(answer.standardOutput)")
      #expect(answer.standardOutput.contains("Lesson \(lesson)"))
    }
    try TerminalDesk.start("lesson poison --lessons \(folder.path("pack"))", size: .init(rows: 60, columns: 120)) {
      desk in
      try desk.session.waitForScreen(containing: "Lesson poison")
      let screen = try desk.session.settledScreen()
      #expect(screen.contains("␛") && !screen.contains("owned\u{7}"))
      try desk.session.press("q")
      try desk.expectEnd(0)
    }
  }
}
