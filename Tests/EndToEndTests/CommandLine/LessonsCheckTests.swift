import Foundation
import TestSupport
import Testing

@Suite("convoscope lessons check")
struct LessonsCheckTests {
  @Test("The lessons of the checkout are in order: one line that counts them, and 0")
  func checkout() throws {
    let answer = try check([], state: try TemporaryFolder())
    #expect(answer.status == 0, "\(answer.standardOutput)")
    let counts = try #require(
      answer.standardOutput.wholeMatch(
        of: #/([0-9]+) of ([0-9]+) lessons are in order, ([0-9]+) of ([0-9]+) tasks.\n(.+\n)*/#)
    )
    #expect(counts.1 == counts.2 && counts.3 == counts.4 && counts.1 != "0")
    #expect(answer.standardError == "")
  }

  @Test("A good folder ends with 0, whatever is done in it")
  func good() throws {
    let folder = try TemporaryFolder()
    try folder.write(Self.lesson("a", 1), to: "Lessons/01-a.md")
    let answer = try check(["--lessons", folder.path("Lessons")], state: folder)
    #expect(answer.status == 0)
    #expect(answer.standardOutput == "1 of 1 lessons are in order, 1 of 1 tasks.\n")
  }

  @Test("A lesson whose solution fails is named with its task and ends with 1")
  func badSolution() throws {
    let folder = try TemporaryFolder()
    try folder.write(Self.lesson("a", 1), to: "Lessons/01-a.md")
    try folder.write(Self.lesson("b", 2, solution: "jump 2 1"), to: "Lessons/02-b.md")
    let answer = try check(["--lessons", folder.path("Lessons")], state: folder)
    #expect(answer.status == 1)
    #expect(
      answer.standardOutput
        == "02-b.md:12: task “t”: the solution does not solve it.\n1 of 2 lessons are in order, 1 of 2 tasks.\n")
    #expect(answer.standardError == "")
  }

  @Test("A broken file is named with its line, ends with 1, and does not hide the others")
  func brokenFile() throws {
    let folder = try TemporaryFolder()
    try folder.write(Self.lesson("a", 1), to: "Lessons/01-a.md")
    try folder.write(Self.lesson("b", 2, solution: "jmup 1 1"), to: "Lessons/02-b.md")
    let answer = try check(["--lessons", folder.path("Lessons")], state: folder)
    #expect(answer.status == 1)
    #expect(
      answer.standardOutput == """
        02-b.md:17: an action is not understood: “jmup” was found where an action was expected.
        1 of 2 lessons are in order, 1 of 1 tasks.

        """)
  }

  @Test("A folder without lessons ends with 66")
  func empty() throws {
    let folder = try TemporaryFolder()
    #expect(try check(["--lessons", folder.path], state: folder).status == 66)
  }

  @Test("A folder named without an option is checked in every language, with the table of its guide")
  func pack() throws {
    let folder = try TemporaryFolder()
    try folder.write(Self.lesson("a", 1), to: "Pack/en/01-a.md")
    try folder.write(Self.lesson("b", 2), to: "Pack/en/02-b.md")
    try folder.write(Self.translation(of: "a"), to: "Pack/zh-Hans/01-a.md")
    try folder.write(Self.translation(of: "b", task: "u"), to: "Pack/zh-Hans/02-b.md")
    try folder.write(
      "| item | of the article | lesson | task | |\n|---|---|---|---|---|\n| 1 | x | `a` | `t` | stepped |\n"
        + "| 2 | x | `c` | `t` | stepped |\n", to: "Pack/README.md")
    let answer = try check([folder.path("Pack")], state: folder)
    #expect(answer.status == 1)
    let lines = answer.standardOutput.split(separator: "\n")
    #expect(
      lines == [
        "zh-Hans/01-a.md:4: the original has changed since; bring the words in step, then write "
          + "translates: 23d2567f5176c691.",
        "zh-Hans/02-b.md:4: the original has changed since; bring the words in step, then write "
          + "translates: fdf61a8f7abb7f55.",
        "zh-Hans/02-b.md:6: the words of the task “t” of the original are missing.",
        "zh-Hans/02-b.md:8: the original has no task “u”.", "README.md:4: there is no lesson “c”.",
        "2 of 2 lessons are in order, 2 of 2 tasks.", "简体中文: 0 of 2 lessons are translated and in step.",
      ], "\(answer.standardOutput)")
  }

  @Test("A link out of the pack, a pipe, a file of 10 MB and hostile text are told by file, and the rest is checked")
  func hostile() throws {
    let folder = try TemporaryFolder()
    try folder.write(Self.lesson("a", 1), to: "Pack/en/01-a.md")
    try folder.write("secret", to: "outside.md")
    try FileManager.default.createSymbolicLink(
      atPath: folder.path("Pack/en/02-link.md"), withDestinationPath: "../../outside.md")
    try #require(mkfifo(folder.path("Pack/en/03-pipe.md"), 0o600) == 0)
    try folder.write([UInt8](repeating: 0x61, count: 10_000_000), to: "Pack/en/04-huge.md")
    try folder.write(String(repeating: "> ", count: 100_000), to: "Pack/en/05-deep.md")
    try folder.write(
      "---\nid: z\nnumber: 6\ntitle: \"\\e[2J\"\n---\n## &#27;]0;x&#7;\n", to: "Pack/en/06-escape.md")
    try folder.write("---\nid: \u{1b}[31m\n---\n", to: "Pack/en/07-raw.md")
    let answer = try check([folder.path("Pack")], state: folder)
    #expect(answer.status == 1)
    for name in ["02-link.md", "03-pipe.md", "04-huge.md", "05-deep.md", "06-escape.md", "07-raw.md"] {
      #expect(answer.standardOutput.contains("en/" + name), "\(name): \(answer.standardOutput)")
    }
    #expect(answer.standardOutput.contains("1 of 7 lessons are in order, 1 of 1 tasks."), "\(answer.standardOutput)")
    #expect(!(answer.standardOutput + answer.standardError).utf8.contains(0x1B))
  }

  @Test("A new lesson is in order as it is written, gets the next number, and is never overwritten")
  func new() throws {
    let folder = try TemporaryFolder()
    try folder.write(Self.lesson("a", 1), to: "Pack/en/01-a.md")
    func create(_ slug: String) throws -> ProgramRun {
      try run(
        Checkout.binary(), ["lessons", "new", slug, "--lessons", folder.path("Pack")],
        environment: ["XDG_STATE_HOME": folder.path, "CONVOSCOPE_LESSONS": nil])
    }
    #expect(try create("edges").status == 0)
    #expect(try check([folder.path("Pack")], state: folder).status == 0)
    try folder.write("mine", to: "Pack/en/02-edges.md")
    // The broken file is no lesson, so that its number and name are free as far as the lessons go.
    #expect(try create("edges").status == 73)
    #expect(try folder.read("Pack/en/02-edges.md") == Array("mine".utf8))
    for slug in ["../x", "A", "a"] { #expect(try create(slug).status == 64) }
  }

  private static func translation(of id: String, task: String = "t") -> String {
    "---\nid: \(id)\ntitle: 课\ntranslates: \(id)\n---\n## 一\n\n```task\nid: \(task)\nprompt: 去。\n"
      + "hints: [一, 二]\nexplanation: 好。\n```\n"
  }

  private func check(_ arguments: [String], state: TemporaryFolder) throws -> ProgramRun {
    try run(
      Checkout.binary(), ["lessons", "check"] + arguments,
      environment: ["XDG_STATE_HOME": state.path, "CONVOSCOPE_LESSONS": nil], patience: 60)
  }

  private static func lesson(_ id: String, _ number: Int, solution: String = "jump 1 1") -> String {
    """
    ---
    id: \(id)
    number: \(number)
    title: T
    ---
    ## One

    ```setup
    - preset input impulse 5x5
    ```

    ```task
    id: t
    prompt: Go.
    check: {reach: {row: 1, column: 1}}
    hints: [one, two]
    solution: {actions: [\(solution)]}
    explanation: Done.
    ```

    """
  }
}
