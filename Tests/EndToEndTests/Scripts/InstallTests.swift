import TestSupport
import Testing

@Suite("Scripts/install")
struct InstallTests {
  private func install(_ arguments: [String], in folder: TemporaryFolder, home: String? = nil) throws -> ProgramRun {
    try run(
      Checkout.root + "/Scripts/install", arguments,
      environment: ["CONVOSCOPE_BINARY": try Checkout.binary(), "HOME": home ?? folder.path], in: folder.path)
  }

  @Test("What it puts in place runs from any folder, with lessons, manual and completions, far from the checkout")
  func works() throws {
    let folder = try TemporaryFolder()
    let answer = try install(["a place"], in: folder)
    #expect(answer.status == 0, "\(answer.standardError)")
    let prefix = folder.path("a place")
    let lessons = try run(
      prefix + "/bin/convoscope", ["lessons"],
      environment: ["HOME": folder.path, "XDG_STATE_HOME": folder.path("state"), "CONVOSCOPE_LESSONS": nil], in: "/")
    #expect(lessons.status == 0, "\(lessons.standardError)")
    #expect(lessons.standardOutput.hasPrefix(" 1  "))
    for path in [
      "share/man/man1/convoscope.1", "share/man/zh_CN/man1/convoscope.1",
      "share/bash-completion/completions/convoscope",
      "share/zsh/site-functions/_convoscope", "share/fish/vendor_completions.d/convoscope.fish",
    ] {
      #expect(try !folder.read("a place/" + path).isEmpty, "\(path)")
    }
  }

  @Test("Installing again takes lessons away that there are no more, and leaves nothing half done")
  func again() throws {
    let folder = try TemporaryFolder()
    #expect(try install([], in: folder).status == 0)
    try folder.write("old", to: ".local/share/convoscope/Lessons/en/99-old.md")
    #expect(try install([], in: folder).status == 0)
    let left = try run("find", [folder.path, "-name", "99-old.md", "-o", "-name", "*.new"])
    #expect(left.standardOutput == "")
  }

  @Test("A wrong call is refused in one line, with 64 and nothing made", arguments: [["a", "b"], ["--force"]])
  func refused(arguments: [String]) throws {
    let folder = try TemporaryFolder()
    let answer = try install(arguments, in: folder)
    #expect(answer.status == 64)
    #expect(answer.standardError.split(separator: "\n").count == 1)
    #expect(try run("ls", ["-A", folder.path]).standardOutput == "")
  }

  @Test("A prefix that is a file is refused with 73")
  func file() throws {
    let folder = try TemporaryFolder()
    try folder.write("", to: "taken")
    #expect(try install(["taken"], in: folder).status == 73)
  }
}
