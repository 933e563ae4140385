import ConvolutionEngine
import Explorer
import TerminalKit
import TestSupport
import Testing

@testable import Workbench

@Suite("Screens of a stack of layers")
struct StackScreenTests {
  @Test("The list of layers has the field on the input beside it, and the map has the trace")
  func ordinary() throws {
    var state = try StackExamples.workbench()
    var screens = [state.draw().transcript]
    state.press(.enter, .up, .character(","), .character(","), .character(","))
    screens.append(state.screen())
    expectGolden(screens.joined(separator: "\n\n"), named: "stack-80x24.txt")
  }

  @Test("With a lesson below, the part of the input that is seen stays in view")
  func lesson() throws {
    var state = try StackExamples.workbench(hasLesson: true)
    var screens = [state.screen()]
    _ = state.run(line: "study stack 1x12x12 conv:1,p1 conv:1,p2,d2 conv:1,p4,d4")
    screens.append(state.screen())
    _ = state.run(line: "study stack name:hybrid-net")
    state.press(.character("g"), .down)
    screens.append(state.screen())
    expectGolden(screens.joined(separator: "\n\n"), named: "stack-lesson-80x24.txt")
  }

  @Test("A small screen has the list or the map")
  func small() throws {
    var state = try StackExamples.workbench(size: Size(rows: 12, columns: 40))
    var screens = [state.screen()]
    state.press(.enter)
    screens.append(state.screen())
    state.press(.character("."))
    screens.append(state.screen())
    expectGolden(screens.joined(separator: "\n\n"), named: "stack-40x12.txt")
  }

  @Test("A wide screen has all maps on the way in a row")
  func wide() throws {
    var state = try StackExamples.workbench(
      "1x16x16 conv:4 relu max-pool:2 conv:8,k3,d2 flatten linear:10", size: Size(rows: 40, columns: 140))
    state.press(.up, .up)
    var screens = [state.screen()]
    state.press(.down, .down)
    screens.append(state.screen())
    expectGolden(screens.joined(separator: "\n\n"), named: "stack-140x40.txt")
  }

  @Test("An ASCII terminal without colours shows the same with other signs")
  func ascii() throws {
    var state = try StackExamples.workbench(
      "1x12x12 conv:1,p1 conv:1,p2,d2 conv:1,p4,d4", depth: .mono, unicode: false)
    var texts = [state.draw().transcript]
    state.press(.enter)
    texts.append(state.draw().transcript)
    let text = texts.joined(separator: "\n\n")
    #expect(text.utf8.allSatisfy { $0 < 0x80 })
    expectGolden(text, named: "stack-ascii-80x24.txt")
  }

  @Test("The article's unequal comparison is called so")
  func article() throws {
    var state = try StackExamples.workbench("name:hybrid-net")
    state.press(.character("g"), .down)
    let screen = state.screen()
    #expect(screen.contains("1,792 parameters; dense to the same maps: 483,388,358,656 (×270M)"))
    #expect(screen.contains("unequal: dense to 512 numbers, not 64 maps: 77,070,336 weights (×44,600.9)"))
  }

  @Test("Three 3×3 against one 7×7, at the same field")
  func substitute() throws {
    var state = try StackExamples.workbench("8x12x12 conv:8,p1 conv:8,p1 conv:8,p1")
    #expect(state.screen().contains("3×3, 3×3, 3×3: 27×C² = 1,728 weights; one 7×7 sees as much: 49×C² = 3,136"))
  }

  @Test(
    "Every level of every architecture can be drawn at every size",
    arguments: ["name:mlp", "3x24x24 name:conv-layer-demo", "1x8x8 name:u-toy"])
  func everything(text: String) throws {
    for size in [Size(rows: 10, columns: 40), Size(rows: 45, columns: 160)] {
      var state = try StackExamples.workbench(text, size: size)
      let picture = state.stackPicture()
      let depth = try #require(picture).model.depth
      for _ in 0...depth {
        #expect(state.draw().size == size)
        state.press(.enter)
        #expect(state.draw().size == size)
        state.press(.enter, .up)
      }
    }
  }
}
