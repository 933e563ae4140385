import Testing

@testable import LessonKit

@Suite("Translations of lessons")
struct TranslationTests {
  private static let original = """
    ---
    id: a
    number: 7
    title: A lesson
    minutes: 4
    ---
    ## One

    Text.

    ```setup
    - preset input impulse 5x5
    ```

    ```task
    id: t1
    prompt: Go.
    check: {reach: {row: 1, column: 1}}
    hints: [one, two]
    solution: {actions: [jump 1 1]}
    explanation: Done.
    ```

    ## Two

    More.

    """

  /// A translation of the lesson above, whole but for the part that a test is about.
  private static func translation(
    id: String = "a", translates: String = hash, first: String = task("t1"), second: String = ""
  ) -> String {
    """
    ---
    id: \(id)
    title: 一课
    translates: \(translates)
    ---
    ## 一

    文字。

    \(first)
    ## 二

    更多。
    \(second)
    """
  }

  private static func task(_ id: String, hints: String = "[甲, 乙]", more: String = "") -> String {
    "```task\nid: \(id)\nprompt: 去吧。\nhints: \(hints)\nexplanation: 好了。\n\(more)```\n"
  }

  private static var hash: String { ContentHash.of(Array(original.utf8)) }

  private static func library(_ translations: String..., original: String = original) -> LessonLibrary {
    LessonLibrary(
      files: [("en/07-a.md", Array(original.utf8))],
      translations: translations.enumerated().map { ("zh/0\($0).md", Array($1.utf8)) })
  }

  private static func problems(_ translation: String) -> [LessonProblem] {
    let library = library(translation)
    // Whatever is wrong with the translation, the lesson is there in the words of the original.
    if !library.problems.isEmpty { #expect(library.lesson("a")?.title == "A lesson") }
    return library.problems
  }

  private static func problem(_ line: Int?, _ reason: LessonProblem.Reason) -> LessonProblem {
    LessonProblem(file: "zh/00.md", line: line, reason: reason)
  }

  @Test("The words come from the translation, all that is done and checked from the original")
  func joins() throws {
    let library = Self.library(Self.translation())
    #expect(library.problems == [] && library.stale == [])
    let lesson = try #require(library.lesson("a"))
    let plain = try #require(Self.library().lesson("a"))
    #expect(lesson.title == "一课" && lesson.number == 7 && lesson.minutes == 4)
    #expect(lesson.pages.map(\.setup) == plain.pages.map(\.setup))
    #expect(lesson.pages[0].blocks.last == .paragraph([.text("文字。")]))
    let task = try #require(lesson.tasks.first)
    #expect(task.prompt == [.paragraph([.text("去吧。")])])
    #expect(task.hints == [[.paragraph([.text("甲")])], [.paragraph([.text("乙")])]])
    #expect(task.explanation == [.paragraph([.text("好了。")])])
    #expect(task.check == plain.tasks[0].check && task.solution == plain.tasks[0].solution)
    #expect(LessonAudit.findings(in: lesson) == [])
  }

  @Test("A lesson without a translation keeps the words of its original")
  func fallsBack() {
    #expect(Self.library().lesson("a")?.title == "A lesson")
    #expect(Self.library().translationSources.isEmpty)
  }

  @Test("A translation of an original that was changed is used, and told with the hash that it has now")
  func stale() {
    let library = Self.library(Self.translation(translates: "0123456789abcdef"))
    #expect(library.problems == [])
    #expect(library.lesson("a")?.title == "一课")
    #expect(library.stale == [Self.problem(4, .staleTranslation(expected: Self.hash))])
  }

  @Test("The hash names content, whatever ends the lines: FNV-1a of 64 bits")
  func hashes() throws {
    // Published test vectors of the FNV authors.
    #expect(ContentHash.of([]) == "cbf29ce484222325")
    #expect(ContentHash.of(Array("foobar".utf8)) == "85944171f73967e8")
    let windows = Self.original.split(separator: "\n", omittingEmptySubsequences: false).joined(separator: "\r\n")
    #expect(try LessonFileText(Array(windows.utf8)).hash == Self.hash)
    #expect(try LessonFileText(Array((Self.original + "\n").utf8)).hash != Self.hash)
  }

  @Test("Missing, unknown, doubled and misplaced tasks are told by line")
  func taskIDs() {
    #expect(Self.problems(Self.translation(first: "")) == [Self.problem(6, .taskNotTranslated("t1"))])
    #expect(
      Self.problems(Self.translation(first: Self.task("t2"))) == [
        Self.problem(6, .taskNotTranslated("t1")), Self.problem(10, .taskNotInOriginal("t2")),
      ])
    #expect(
      Self.problems(Self.translation(second: "\n" + Self.task("t1"))) == [Self.problem(21, .duplicateTask("t1"))])
    #expect(
      Self.problems(Self.translation(first: "", second: "\n" + Self.task("t1")))
        == [Self.problem(15, .taskOnOtherPage("t1", page: 1))])
  }

  @Test("Another number of pages or of hints is told")
  func counts() {
    #expect(
      Self.problems(Self.translation(second: "\n## 三\n")) == [Self.problem(nil, .pageCount(3, original: 2))])
    #expect(
      Self.problems(Self.translation(first: Self.task("t1", hints: "[甲]")))
        == [Self.problem(10, .hintCount(1, original: 2, task: "t1"))])
  }

  @Test("What belongs to the original is refused: setups, checks, numbers")
  func originalOnly() {
    #expect(
      Self.problems(Self.translation(first: "```setup\n- play\n```\n\n" + Self.task("t1")))
        == [Self.problem(10, .originalOnly("setup"))])
    let known = ["id", "prompt", "hints", "explanation", "choices", "reasons", "unit"]
    #expect(
      Self.problems(Self.translation(first: Self.task("t1", more: "check: {predict: next}\n")))
        == [Self.problem(15, .unknownField("check", known: known))])
    let numbered = Self.translation().replacing("title: 一课", with: "number: 7")
    #expect(
      Self.problems(numbered) == [
        Self.problem(3, .unknownField("number", known: ["id", "title", "translates"]))
      ])
  }

  @Test("A translation of no lesson and a second translation of one are problems of their files")
  func strays() {
    #expect(Self.problems(Self.translation(id: "b")) == [Self.problem(nil, .unknownOriginal(id: "b"))])
    let twice = Self.library(Self.translation(), Self.translation())
    #expect(twice.problems == [LessonProblem(file: "zh/01.md", line: nil, reason: .duplicateLesson(id: "a"))])
    #expect(twice.lesson("a")?.title == "一课")
  }

  @Test("A hostile translation is one problem with its line, and the lesson stays")
  func hostile() {
    for (text, line) in [
      (String(repeating: ">", count: 100_000), 6), ("```task\nid: &a t1\n```\n", 7),
      ("```task\n\u{1b}[2J\n```\n", 7),
    ] {
      let problems = Self.problems("---\nid: a\ntitle: T\ntranslates: x\n---\n" + text)
      #expect(problems.count == 1 && problems.first?.line == line, "\(problems)")
    }
    let huge = Self.problems(String(repeating: "a", count: LessonFileText.sizeLimit + 1))
    #expect(huge.map(\.line) == [nil])
  }

  @Test("Every block that is wrong is told at once, front matter first")
  func allProblems() {
    let text =
      "---\nid: A\ntitle: T\ntranslates: x\n---\n## 1\n\n```task\nid: t1\n```\n\n## 2\n\n```task\nid: t2\n```\n"
    #expect(Self.problems(text).map(\.line) == [2, 9, 15])
  }

  /// A lesson that asks, joined with a translation whose task has `words`.
  private static func asking(_ changes: [String: String], words: String) -> LessonLibrary {
    let original = LessonText.frontMatter + "## A\n\n" + LessonText.task(changes)
    let translation = """
      ---
      id: a-lesson
      title: 一课
      translates: \(ContentHash.of(Array(original.utf8)))
      ---

      ## 一

      ```task
      id: t1
      prompt: 选。
      hints: [甲, 乙]
      explanation: 好。
      \(words)
      ```

      """
    return LessonLibrary(
      files: [("en/07-a.md", Array(original.utf8))], translations: [("zh/00.md", Array(translation.utf8))])
  }

  private static let choice = [
    "check": " {choice: 2}", "choices": " [{text: one, why: no}, {text: two, why: yes it is}]",
    "solution": " {answer: \"2\"}",
  ]
  private static let number = [
    "check": " {answer: {equals: 10}}", "reasons": " [{for: 9, why: no bias}]", "unit": " weights",
    "solution": " {answer: \"10\"}",
  ]

  @Test("Choices, reasons and units come from the translation as well")
  func questionWords() throws {
    let library = Self.asking(Self.choice, words: "choices: [{text: 一, why: 不是}, {text: 二, why: 正是}]")
    #expect(library.problems == [])
    let task = try #require(library.lesson("a-lesson")?.tasks.first)
    #expect(task.reason(for: .notThisChoice(1)) == "不是" && task.choices[1].text == [.paragraph([.text("二")])])
    let numbers = Self.asking(Self.number, words: "reasons: [{for: 9, why: 漏了偏置}]\nunit: 权重")
    #expect(numbers.problems == [])
    let asked = try #require(numbers.lesson("a-lesson")?.tasks.first)
    #expect(asked.reason(for: .notThisNumber(9)) == "漏了偏置" && asked.unit == "权重")
  }

  @Test("Choices, reasons and units that do not go with the original's are told")
  func otherQuestionWords() {
    func reasons(_ changes: [String: String], _ words: String) -> [LessonProblem.Reason] {
      Self.asking(changes, words: words).problems.map(\.reason)
    }
    #expect(reasons(Self.choice, "") == [.otherWords(field: "choices", task: "t1")])
    #expect(
      reasons(Self.number, "unit: 权重\nreasons: [{for: 8, why: 漏了偏置}]") == [.otherWords(field: "reasons", task: "t1")])
    #expect(
      reasons(Self.number, "reasons: [{for: 9, why: 漏了偏置}]") == [.otherWords(field: "unit", task: "t1")])
  }
}
