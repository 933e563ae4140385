import ConvolutionEngine
import Explorer
import TerminalKit
import Testing

@testable import Workbench

@Suite("The screens of a session for pictures")
struct SessionScreensTests {
  private func session(_ lines: [String]) throws -> ReplayedSession {
    var state = try Examples.plusUnderSobel()
    for line in lines { _ = state.run(line: line) }
    return ReplayedSession(explorer: state.explorer, notes: SessionNotes(state).words)
  }

  private func screens(_ session: ReplayedSession) throws(ServiceFailure) -> SessionScreens {
    try SessionScreens(session, size: Size(rows: 28, columns: 100)) { path throws(ServiceFailure) in
      throw ServiceFailure(sentence: "\(path) is gone")
    }
  }

  @Test(
    "Only the numbers of the three grids are drawn for a slide; every other view is a screen",
    arguments: [
      ([], true), (["view heat"], false), (["view blocks"], false), (["compare float32-sums"], false),
      (["study dense 4x4"], false), (["operator conv-transpose2d"], true),
      (["operator conv-transpose2d", "scatter"], false),
    ])
  func numbers(lines: [String], isSlide: Bool) throws {
    #expect(SessionScreens.showsNumbers(try session(lines)) == isSlide, "\(lines)")
  }

  @Test("The screen has the size that was asked for, and neither messages nor keys")
  func size() throws {
    var screens = try screens(try session(["view heat"]))
    let surface = screens.surface()
    #expect(surface.size == Size(rows: 28, columns: 100))
    #expect(surface.lines.contains { $0.contains("Output 7×7") })
    #expect(!surface.lines.contains { $0.contains("? help") })
    let title = screens.title()
    #expect(title == "cross-correlation")
  }

  @Test("What is computed beside the loop is there: a comparison is made, not waited for")
  func compared() throws {
    var screens = try screens(try session(["compare float32-sums"]))
    let text = screens.surface().lines.joined(separator: "\n")
    #expect(text.contains("float32-sums"))
    #expect(text.contains("within the tolerance"))
  }

  @Test("Colours stand for the whole output at every step")
  func scale() throws {
    let session = try session(["view heat"])
    var screens = try screens(session)
    let whole = screens.surface().lines.first { $0.contains("-4") && $0.contains("global") }
    let run = try SteppingRun(session.explorer, most: 2)
    for step in run {
      let legend = screens.surface(at: step).lines.first { $0.contains("-4") && $0.contains("global") }
      #expect(legend == whole)
    }
    #expect(whole != nil)
  }

  @Test("Numbers to compare with that are gone are the reason why there is no picture")
  func gone() throws {
    var state = try Examples.plusUnderSobel()
    let values = try #require(state.explorer.experiment.output())
    let file = GridFile(path: "/gone/out.npy", comparedWith: values)
    _ = state.receive(.comparisonOpened(values, file, expected: nil))
    let notes = SessionNotes(state).words
    let explorer = ExplorerState(document: state.explorer.document)
    let replayed = ReplayedSession(explorer: explorer, notes: notes)
    #expect(throws: ServiceFailure(sentence: "/gone/out.npy is gone")) { _ = try screens(replayed) }
  }
}
