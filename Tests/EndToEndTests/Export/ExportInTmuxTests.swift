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

  @Test("The view on the screen is what is exported; an animation tells how far it is, and Esc leaves the old file")
  func viewAndCancel() throws {
    let home = try TemporaryFolder()
    try home.write("precious", to: "steps.gif")
    let binary = TmuxSession.quoted(try Checkout.binary())
    try TmuxSession.with(
      command: "cd \(TmuxSession.quoted(home.path)); exec \(binary) --input-preset plus --kernel sobel-x --padding 1",
      size: .init(rows: 24, columns: 100),
      environment: ["XDG_STATE_HOME": home.path("state"), "HOME": home.path, "LC_ALL": "C.UTF-8"]
    ) { session in
      try session.waitForScreen(containing: "1 of 49")
      try session.type(":view heat\r")
      try session.type(":export here.svg\r")
      try session.waitForScreen(containing: "exported to here.svg")
      #expect(String(decoding: try home.read("here.svg"), as: UTF8.self).contains("heat map"))

      try session.type(":export steps.gif\r")
      try session.waitForScreen("tells how far it is") { $0.contains("writing steps.gif") && $0.contains("%") }
      try session.press("Escape")
      try session.waitForScreen(containing: "cancelled; steps.gif is as it was")
      try session.type("q")
      #expect(try session.waitForExit() == 0)
    }
    #expect(try home.read("steps.gif") == Array("precious".utf8))
    let names = try FileManager.default.contentsOfDirectory(atPath: home.path)
    #expect(!names.contains { $0.hasSuffix(".tmp") }, "\(names)")
  }
}
