import ConvolutionEngine
import Explorer
import Testing

@testable import LessonKit

@Suite struct LessonReaderTests {
  @Test("Front matter, pages, setups and tasks come out as they stand in the file")
  func wholeLesson() throws {
    let lesson = try LessonText.read(
      body: """
        Before the first heading.

        ## One

        Text.

        ```setup
        - preset input plus
        - set stride 2
        ```

        \(LessonText.task(["reveal": " stepping"]))
        ## Two

        More.
        """,
      frontMatter: "---\nid: x_1\nnumber: 3\ntitle: 'T: é'\nminutes: 5\nrequires: [a, b]\n---\n")
    #expect(lesson.id == "x_1")
    #expect(lesson.number == 3)
    #expect(lesson.title == "T: é")
    #expect(lesson.minutes == 5)
    #expect(lesson.prerequisites == ["a", "b"])
    #expect(lesson.pages.count == 2)
    let first = lesson.pages[0]
    #expect(
      first.blocks == [
        .paragraph([.text("Before the first heading.")]), .heading(level: 2, [.text("One")]),
        .paragraph([.text("Text.")]),
      ])
    #expect(first.setup == [.preset(.input, "plus", size: nil), .set(.stride, .axes(PerAxis(2)))])
    let task = try #require(first.task)
    #expect(task.id == "t1")
    #expect(task.prompt == [.paragraph([.text("Do it.")])])
    #expect(task.hints == [[.paragraph([.text("first")])], [.paragraph([.text("second")])]])
    #expect(task.solution == Solution(actions: [.jump(row: 1, column: 1)]))
    #expect(task.reveal == .stepping)
    #expect(task.question == nil)
    #expect(lesson.pages[1].setup == nil)
    #expect(lesson.pages[1].task == nil)
  }

  @Test("A byte order mark, CRLF and CR line ends change nothing")
  func lineEnds() throws {
    let text = LessonText.frontMatter + "## One\n\nText.\n\n" + LessonText.task()
    let plain = try LessonText.read(bytes: Array(text.utf8))
    let windows = Array(text.replacing("\n", with: "\r\n").utf8)
    #expect(try LessonText.read(bytes: windows) == plain)
    #expect(try LessonText.read(bytes: [0xef, 0xbb, 0xbf] + windows) == plain)
    #expect(try LessonText.read(bytes: Array(text.replacing("\n", with: "\r").utf8)) == plain)
  }

  @Test(
    "A fault in the front matter is told with its line",
    arguments: [
      ("", 1, LessonProblem.Reason.noFrontMatter), ("# Title\n", 1, .noFrontMatter),
      ("---\nid: a\n", 1, .noFrontMatter),
      ("---\nid: a\nnumber: 1\n---\n", 2, .missingField("title")),
      ("---\nid: A b\nnumber: 1\ntitle: T\n---\n", 2, .badValue(field: "id", value: "A b")),
      ("---\nid: ../x\nnumber: 1\ntitle: T\n---\n", 2, .badValue(field: "id", value: "../x")),
      ("---\nid: a\nnumber: one\ntitle: T\n---\n", 3, .wrongKind(field: "number", expected: .wholeNumber)),
      ("---\nid: a\nnumber: 0\ntitle: T\n---\n", 3, .badValue(field: "number", value: "0")),
      ("---\nid: a\nnumber: 1\ntitle: \"a\\eb\"\n---\n", 4, .badValue(field: "title", value: "")),
      ("---\nid: a\nnumber: 1\ntitle: [T]\n---\n", 4, .wrongKind(field: "title", expected: .text)),
      (
        "---\nid: a\nnumber: 1\ntitle: T\nauthor: me\n---\n", 5,
        .unknownField("author", known: ["id", "number", "title", "minutes", "requires"])
      ),
      ("---\n- a\n---\n", 2, .wrongKind(field: "front matter", expected: .mapping)),
    ])
  func frontMatter(text: String, line: Int, reason: LessonProblem.Reason) {
    #expect(
      LessonText.problem(body: "## One\n", frontMatter: text)
        == LessonProblem(file: "lesson.md", line: line, reason: reason))
  }

  /// Five lines of front matter, a heading and a blank line stand before the body's block, whose fence is line 8.
  @Test(
    "A fault in a block is told with its line in the file",
    arguments: [
      ("```setup\n- step forward\n- stap back\n```\n", 10, .badAction(ActionTextError(text: "stap back"))),
      ("```setup\nstep forward\n```\n", 9, .wrongKind(field: "setup", expected: .actions)),
      ("```setup\n- [step]\n```\n", 9, .wrongKind(field: "setup", expected: .text)),
      ("```setup\n- step\n```\n```setup\n- step back\n```\n", 9, .badAction(ActionTextError(text: "step"))),
      ("```setup\n- play\n```\n```setup\n- play\n```\n", 11, .secondBlock("setup")),
      (LessonText.task(["id": nil]), 9, .missingField("id")),
      (LessonText.task(["id": " Ö"]), 9, .badValue(field: "id", value: "Ö")),
      (LessonText.task(["prompt": " ''"]), 10, .badValue(field: "prompt", value: "")),
      (LessonText.task(["hints": " [only one]"]), 12, .tooFewHints(1, least: 2)),
      (LessonText.task(["hints": "\n- a\n- ' '"]), 14, .badValue(field: "hints", value: "")),
      (LessonText.task(["hints": " no"]), 12, .wrongKind(field: "hints", expected: .list)),
      (LessonText.task(["solution": nil]), 9, .missingField("solution")),
      (LessonText.task(["explanation": nil]), 9, .missingField("explanation")),
      (LessonText.task(["reveal": " slowly"]), 15, .badValue(field: "reveal", value: "slowly")),
      (
        LessonText.task(["solution": "\n  actions:\n    - jump 1"]), 15,
        .badAction(ActionTextError(text: "jump 1"))
      ),
      (LessonText.task() + LessonText.task(), 16, .secondBlock("task")),
      (LessonText.task() + "After.\n", 16, .textAfterTask("t1")),
      (LessonText.task() + "## Two\n" + LessonText.task(), 17, .duplicateTask("t1")),
      ("- ```task\n  id: t\n  ```\n", 8, .nestedBlock("task")),
      ("> ```setup\n> - play\n> ```\n", 8, .nestedBlock("setup")),
    ] as [(String, Int, LessonProblem.Reason?)])
  func blocks(block: String, line: Int, reason: LessonProblem.Reason?) throws {
    let problem = try #require(LessonText.problem(body: "## One\n\n" + block))
    #expect(problem.line == line)
    #expect(problem.reason == reason)
  }

  @Test("An unknown field of a task is named together with the known ones")
  func unknownField() {
    let problem = LessonText.problem(body: LessonText.task(["chekc": " {}"]))
    let known = [
      "id", "prompt", "check", "hints", "solution", "explanation", "reveal", "choices", "code", "reasons", "unit",
      "golf", "hides",
    ]
    #expect(problem == LessonProblem(file: "lesson.md", line: 13, reason: .unknownField("chekc", known: known)))
  }

  @Test("A lesson without any page is refused")
  func empty() {
    #expect(LessonText.problem(body: "\n<!-- later -->\n")?.reason == .noPages)
  }
}

extension LessonProblem.Reason {
  fileprivate static func badAction(_ error: ActionTextError?) -> LessonProblem.Reason? {
    error.map { .badAction($0) }
  }
}

extension ActionTextError {
  /// The error that the action grammar itself gives for a text.
  fileprivate init?(text: String) {
    do throws(ActionTextError) {
      _ = try ExplorerAction(text: text)
      return nil
    } catch {
      self = error
    }
  }
}
