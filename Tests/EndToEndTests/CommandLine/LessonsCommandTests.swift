import TestSupport
import Testing

@Suite("convoscope lessons")
struct LessonsCommandTests {
  @Test("The lessons of the checkout are listed with what is done in each, without a terminal")
  func list() throws {
    let state = try TemporaryFolder()
    try state.write(
      "convoscope-progress 1\nsliding-window\tno-such-task\tdone\n@current\tsliding-window\t-\n@end\t2\n",
      to: "convoscope/progress")
    let answer = try lessons([], state: state)
    #expect(answer.status == 0, "\(answer.standardError)")
    let line = answer.standardOutput.split(separator: "\n").first { $0.contains("sliding-window") }
    #expect(line?.contains("0 of 3 tasks done") == true, "\(answer.standardOutput)")
    #expect(line?.hasSuffix("(left here last)") == true)
  }

  @Test("A lesson with a wrong block is named with its line, ends with 65, and does not hide the others")
  func wrongLesson() throws {
    let folder = try TemporaryFolder()
    try folder.write("no front matter\n", to: "Lessons/01-a.md")
    let answer = try lessons(["--lessons", folder.path("Lessons")], state: folder)
    #expect(answer.status == 65)
    #expect(answer.standardError.contains("01-a.md"), "\(answer.standardError)")
  }

  @Test("A folder of lessons that is none ends with 66")
  func missingFolder() throws {
    let folder = try TemporaryFolder()
    let missing = try lessons(["--lessons", folder.path("none")], state: folder)
    #expect(missing.status == 66)
    #expect(missing.standardError.contains("none"))
    let empty = try lessons(["--lessons", folder.path], state: folder)
    #expect(empty.status == 66)
  }

  @Test("A damaged progress file is said and stops nothing")
  func damagedProgress() throws {
    let state = try TemporaryFolder()
    try state.write([0xFF, 0xFE, 0x00], to: "convoscope/progress")
    let answer = try lessons([], state: state)
    #expect(answer.status == 0)
    #expect(answer.standardError.contains("progress"))
    #expect(try state.read("convoscope/progress") == [0xFF, 0xFE, 0x00])
  }

  @Test("An unknown lesson ends with 66 and names those that there are")
  func unknownLesson() throws {
    let state = try TemporaryFolder()
    let answer = try run(
      Checkout.binary(), ["lesson", "no-such-lesson"],
      environment: ["XDG_STATE_HOME": state.path, "CONVOSCOPE_LESSONS": nil])
    #expect(answer.status == 66)
    #expect(answer.standardError.contains("sliding-window"), "\(answer.standardError)")
  }

  private func lessons(_ arguments: [String], state: TemporaryFolder) throws -> ProgramRun {
    try run(
      Checkout.binary(), ["lessons"] + arguments,
      environment: ["XDG_STATE_HOME": state.path, "CONVOSCOPE_LESSONS": nil], patience: 20)
  }
}
