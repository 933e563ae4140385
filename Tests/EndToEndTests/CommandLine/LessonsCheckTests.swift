import TestSupport
import Testing

@Suite("convoscope lessons --check")
struct LessonsCheckTests {
  @Test("The lessons of the checkout are in order: one line that counts them, and 0")
  func checkout() throws {
    let answer = try check([], state: try TemporaryFolder())
    #expect(answer.status == 0, "\(answer.standardOutput)")
    let counts = try #require(
      answer.standardOutput.wholeMatch(of: #/([0-9]+) of ([0-9]+) lessons are in order, ([0-9]+) of ([0-9]+) tasks.\n/#)
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
        == "b, task “t”: the solution does not solve it.\n1 of 2 lessons are in order, 1 of 2 tasks.\n")
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

  private func check(_ arguments: [String], state: TemporaryFolder) throws -> ProgramRun {
    try run(
      Checkout.binary(), ["lessons", "--check"] + arguments,
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
