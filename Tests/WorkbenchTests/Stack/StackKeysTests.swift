import ConvolutionEngine
import Explorer
import TerminalKit
import Testing

@testable import Workbench

@Suite("The keys of a stack of layers")
struct StackKeysTests {
  @Test("begin with the middle of the deepest map, and O leads to it")
  func opening() throws {
    var state = try Examples.plusUnderSobel()
    state.press(.character("O"), .down, .down, .enter)
    #expect(state.stackWords == ["conv:1,k3,p1", "conv:1,k3,p1", "conv:1,k3,p1"])
    #expect(state.focus == .study && state.keyContext == .stack)
    #expect(state.screen().contains("conv3[6,6]"))
  }

  @Test("change kernel, stride, padding, dilation and channels of the selected layer, each one edit")
  func adjusting() throws {
    var state = try StackExamples.workbench()
    let start = state.explorer.history.count
    state.type("pkksd+")
    #expect(state.explorer.history.count == start + 6)
    #expect(state.stackWords.last == "conv:2,k5,s2,p2,d2")
    state.type("PKSD_")
    #expect(state.stackWords.last == "conv:1,k4,p1")
    state.type("u")
    #expect(state.stackWords.last == "conv:2,k4,p1")
    state.press(.up, .up, .up)
    state.type("+")
    #expect(state.screen().contains("stack · 2×12×12"))
    state.type("}")
    #expect(state.screen().contains("stack · 2×13×13"))
    state.type("{{")
    #expect(state.screen().contains("stack · 2×11×11"))
  }

  @Test("add a layer after the selected one and go on to it; x takes it away again")
  func adding() throws {
    var state = try StackExamples.workbench()
    state.press(.up, .character("i"), .down, .enter)
    #expect(state.stackWords == ["conv:1,k3,p1", "conv:1,k3,p1", "max-pool:2", "conv:1,k3,p1"])
    #expect(state.screen().contains("▸ pool1 k2"))
    #expect(state.screen().contains("pool1[3,3]"), "the cell keeps its place in the picture")
    state.type("x")
    #expect(state.stackWords.count == 3)
    #expect(state.screen().contains("▸ conv2"))
    state.press(.character("u"), .character("u"))
    #expect(state.stackWords == ["conv:1,k3,p1", "conv:1,k3,p1", "conv:1,k3,p1"])
  }

  @Test("refuse what does not fit by the name of the layer and why, and change nothing")
  func refusals() throws {
    var state = try StackExamples.workbench("1x4x4 conv:1,k3 relu avg-pool:2")
    let words = state.stackWords
    func refused(_ keys: String) -> String {
      state.type(keys)
      #expect(state.message?.kind == .problem)
      #expect(state.stackWords == words)
      return state.message?.text ?? ""
    }
    #expect(refused("d") == "A layer avg-pool has no dilation.")
    #expect(refused("k").hasPrefix("Layer pool1: "))
    #expect(refused("+") == "A layer avg-pool has no filters.")
    state.press(.up)
    #expect(refused("s") == "A layer relu has no stride.")
    state.press(.up)
    #expect(refused("S") == "Layer conv1: A vertical stride of 0 is not possible; 1 to 1073741824 is.")
    state.press(.up)
    #expect(refused("k") == "The input has no kernel; a layer has one.")
    #expect(refused("x") == "The input is no layer and stays.")
    #expect(refused("_") == "An input of 0×4×4 is not possible; channels, height and width of 1 to 4096 are.")
  }

  @Test("show an architecture as it is, and say which key leads to stacks that can be changed")
  func architecture() throws {
    var state = try StackExamples.workbench("name:lenet-5")
    state.type("k")
    #expect(state.message?.text == "lenet-5 is shown as it is; o leads to stacks that can be changed.")
    state.type("}")
    #expect(state.message == nil)
    #expect(state.screen().contains("lenet-5 · 1×29×29"))
    state.press(.character("o"))
    guard case .menu(let menu) = state.mode else {
      Issue.record("no menu")
      return
    }
    #expect(menu.items.count == StackPreset.allCases.count + NetworkCatalog.all.count)
    #expect(menu.items[menu.selected].title == "lenet-5" || menu.selected == 0)
  }

  @Test("trace the cell back layer by layer, around through the input, and forth")
  func tracing() throws {
    var state = try StackExamples.workbench()
    // In the map the titles have room.
    state.press(.enter)
    #expect(state.screen().contains("input 1×12×12: seen by conv3[6,6]"))
    var seen: [String] = []
    for _ in 0..<4 {
      state.type(",")
      seen.append(String(state.screen().split(separator: "\n")[2].suffix(40)))
    }
    #expect(seen[0].contains("the trace begins at conv3[6,6]"))
    #expect(seen[1].contains("conv2 1×12×12"))
    #expect(seen[2].contains("conv1 1×12×12: feeds conv3[6,6]"))
    #expect(seen[3].contains("input 1×12×12: seen by conv3[6,6]"))
    state.type(".")
    #expect(state.screen().contains("conv3[6,6] is made of conv1 rows 4–8, columns 4–8: 25 cells"))
    state.press(.enter, .up, .down)
    #expect(state.stackView?.traced == 0, "another layer is looked at from the input again")
  }

  @Test("leave out the maps of other branches, and meet all that feed the cell")
  func branches() throws {
    var state = try StackExamples.workbench("name:u-toy")
    let made = state.stackFrame()
    let frame = try #require(made)
    var met: Set<Int> = []
    for _ in 0..<frame.feeding.count {
      state.type(",")
      met.insert(try #require(state.stackView).traced)
    }
    #expect(met == Set(frame.feeding))
  }

  @Test("move the cell in all directions inside the map; Esc leads back to the list, then to the grids")
  func map() throws {
    var state = try StackExamples.workbench()
    state.press(.enter, .up, .left, .left)
    #expect(state.stackView?.isInMap == true)
    #expect(state.screen().contains("conv3[5,4]"))
    state.press(.character("G"))
    #expect(state.screen().contains("conv3[11,11]"))
    state.press(.down, .right)
    #expect(state.screen().contains("conv3[11,11]"), "the map ends there")
    state.press(.home, .pageUp, .character("g"))
    #expect(state.screen().contains("conv3[0,0]"))
    #expect(state.screen().contains("outside, in the padding: 3 above, 3 left"))
    state.press(.escape)
    #expect(state.stackView?.isInMap == false && state.explorer.document.study != nil)
    state.press(.escape)
    #expect(state.explorer.document.study == nil && state.focus == .output)
    state.press(.character("u"))
    #expect(state.stackWords.count == 3)
  }

  @Test("leave a place inside every stack that undo and redo bring back")
  func undo() throws {
    var state = try StackExamples.workbench()
    state.press(.character("o"), .down, .down, .down, .enter)
    state.press(.enter, .character("G"), .character("u"), .character("u"))
    #expect(!state.screen().isEmpty)
    state.press(.control("r"), .control("r"))
    #expect(state.screen().contains("pool2"))
  }

  @Test("begin anew with a stack that a lesson brings")
  func lesson() throws {
    var state = try StackExamples.workbench()
    state.press(.up, .enter, .left)
    _ = state.apply(.explorer(.together([.study(.stack(StackPreset.pooled.study))])))
    #expect(state.stackView == nil)
    #expect(state.screen().contains("pool2[1,1]"))
  }

  @Test("are told by the help together with the signs of the maps, and nothing of the grids")
  func help() throws {
    var state = try StackExamples.workbench(size: Size(rows: 90, columns: 80))
    state.press(.character("?"))
    let screen = state.screen()
    #expect(screen.contains("trace the cell one layer back"))
    #expect(screen.contains("░▒▓█") && screen.contains("few to many ways"))
    #expect(!screen.contains(state.texts.text(.legendWindow)))
  }

  @Test("are kept by a session, which shows the same screen")
  func session() throws {
    var state = try StackExamples.workbench("1x12x12 conv:4,k3,p1 max-pool:2 conv:8,k3,p1 max-pool:2")
    state.press(.up, .enter, .left, .up, .character(","), .character(","))
    let screen = state.screen()
    let text = try SessionText.write(state.session)
    let read = try SessionText.read(text)
    var other = try ScreenExamples.workbench()
    let explorer = try ExplorerState(replaying: read) { file throws(SessionFault) in
      throw .missingFile(path: file.path)
    }
    other.open(ReplayedSession(explorer: explorer, notes: read.notes), path: nil)
    #expect(other.screen() == screen)
  }

  @Test("survive a place in a session that no stack has")
  func hostileSession() throws {
    var state = try StackExamples.workbench()
    let far = "\(Int.max),\(Int.min),\(Int.max),\(Int.max),1"
    SessionNotes(words: ["stack": far, "focus": "study"]).restore(&state)
    #expect(state.screen().contains("conv3[0,11]"))
    state.press(.down, .right, .character(","), .character("x"))
    #expect(!state.screen().isEmpty)
  }
}
