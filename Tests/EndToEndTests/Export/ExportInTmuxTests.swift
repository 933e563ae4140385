import Foundation
import TestSupport
import Testing

@Suite("Exports in tmux")
struct ExportInTmuxTests {
  @Test("A picture of what is on the screen is written while the screen stays; a failure is said there")
  func export() throws {
    let home = try TemporaryFolder()
    let binary = TmuxSession.quoted(try Checkout.binary())
    try TmuxSession.with(
      command: "cd \(TmuxSession.quoted(home.path)); exec \(binary) --input-preset plus --kernel sobel-x --padding 1",
      size: .init(rows: 24, columns: 80),
      environment: ["XDG_STATE_HOME": home.path("state"), "HOME": home.path, "LC_ALL": "C.UTF-8"]
    ) { session in
      try session.waitForScreen(containing: "1 of 49")
      try session.type("))")
      try session.waitForScreen(containing: "11 of 49")
      try session.type(":export here.svg")
      try session.press("Enter")
      try session.waitForScreen(containing: "exported to here.svg")
      let picture = String(decoding: try home.read("here.svg"), as: UTF8.self)
      #expect(picture.contains("cell 11 of 49") && picture.contains("out[1,3] = "))

      try session.type(":export missing/here.svg")
      try session.press("Enter")
      try session.waitForScreen(containing: "missing/here.svg could not be written")
      try session.type("q")
      #expect(try session.waitForExit() == 0)
    }
  }
}
