import TestSupport
import Testing

@Suite("convoscope lessons export and import")
struct LessonsProgressTests {
  private static let own = "convoscope-progress 1\nsliding-window\treach-the-plus\tdone\n@end\t1\n"
  private static let other =
    "convoscope-progress 1\nsliding-window\tupset-the-balance\tdone\nstride\tx\tskipped\n@current\tstride\tpage-3\n@end\t3\n"

  private static func lessons(_ arguments: String..., state: TemporaryFolder) throws -> ProgramRun {
    try run(
      Checkout.binary(), ["lessons"] + arguments,
      environment: ["XDG_STATE_HOME": state.path, "CONVOSCOPE_LESSONS": nil], patience: 20)
  }

  @Test("An exported file is taken over elsewhere, and nothing is lost on either side")
  func merges() throws {
    let folder = try TemporaryFolder()
    try folder.write(Self.own, to: "convoscope/progress")
    try folder.write(Self.other, to: "other")
    #expect(try Self.lessons("export", folder.path("copy"), state: folder).status == 0)
    #expect(try folder.read("copy") == Array(Self.own.utf8))
    let answer = try Self.lessons("import", folder.path("other"), state: folder)
    #expect(answer.status == 0 && answer.standardOutput.contains("1 more"), "\(answer)")
    let list = try Self.lessons(state: folder).standardOutput
    #expect(list.split(separator: "\n").first { $0.contains("sliding-window") }?.contains("2 of 3") == true, "\(list)")
    #expect(list.split(separator: "\n").first { $0.contains(" stride ") }?.hasSuffix("(left here last)") == true)
  }

  @Test("A broken file is refused by its line, and the progress stays as it was to the byte")
  func broken() throws {
    let folder = try TemporaryFolder()
    try folder.write(Self.own, to: "convoscope/progress")
    try folder.write("convoscope-progress 1\na\tx\tdone\n\u{1b}[2J\n@end\t2\n", to: "broken")
    try folder.write("convoscope-progress 1\na\tx\tdone\n", to: "cut")
    try folder.write("my novel\n", to: "novel")
    let broken = try Self.lessons("import", folder.path("broken"), state: folder)
    #expect(broken.status == 65 && broken.standardError.contains("broken:3:"), "\(broken)")
    #expect(!broken.standardError.utf8.contains(0x1B))
    #expect(try Self.lessons("import", folder.path("cut"), state: folder).status == 65)
    #expect(try Self.lessons("import", folder.path("novel"), state: folder).status == 65)
    #expect(try Self.lessons("import", folder.path("none"), state: folder).status == 66)
    #expect(try Self.lessons("export", folder.path("novel"), state: folder).status == 73)
    #expect(try folder.read("convoscope/progress") == Array(Self.own.utf8))
    #expect(try folder.read("novel") == Array("my novel\n".utf8))
  }
}
