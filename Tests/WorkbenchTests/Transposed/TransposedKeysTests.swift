import ConvolutionEngine
import Explorer
import TerminalKit
import TestSupport
import Testing

@testable import Workbench

@Suite("Transposed convolutions on the screen")
struct TransposedKeysTests {
  private func workbench(_ size: Size = ScreenExamples.ordinary, _ lines: String...) throws -> WorkbenchState {
    var state = try ScreenExamples.workbench(size)
    for line in ["operator conv-transpose2d", "padding 0", "stride 2", "kernel plus-detector"] + lines {
      _ = state.run(line: line)
    }
    state.message = nil
    return state
  }

  @Test("a view that is chosen while a study takes the stage leaves the keys to the study, and counts when it is gone")
  func behindStudy() throws {
    var state = try workbench()
    _ = state.run(line: "study dense")
    #expect(state.focus == .study)
    _ = state.run(line: "scatter")
    #expect(state.focus == .study)
    _ = state.run(line: "study none")
    #expect(state.focus == .input && state.transposedView == .scatter)
  }

  @Test("T goes from gathering to scattering to overlaps and back, and the screen says which it is")
  func cycle() throws {
    var state = try workbench()
    #expect(state.screen().contains("conv-transpose2d · gather"))
    state.press(.character("T"))
    #expect(state.transposedView == .scatter && state.focus == .input)
    #expect(state.screen().contains("conv-transpose2d · scatter"))
    state.press(.character("T"))
    #expect(state.transposedView == .overlap && state.focus == .output)
    #expect(state.screen().contains("Overlaps 15×15"))
    state.press(.character("T"))
    #expect(state.transposedView == .gather)
    #expect(state.screen().contains("Output 15×15"))
  }

  @Test("in the scatter view the sum says what the selected input cell adds where, and steps go through the input")
  func scatter() throws {
    var state = try workbench(ScreenExamples.ordinary, "select input 3 2", "scatter", "edit kernel 0 1 5")
    state.message = nil
    var screen = state.screen()
    #expect(screen.contains("input[3,2] = 1 adds 1×0 to out[6,4], 1×5 to out[6,5]"), "\(screen)")
    #expect(screen.contains("input[3,2] = 1 times the kernel is added to output rows 6–8, columns 4–6"), "\(screen)")
    #expect(!screen.contains("running sum"))
    state.press(.character("."))
    state.message = nil
    #expect(state.explorer.inputCursor == Coordinate(row: 3, column: 3))
    screen = state.screen()
    #expect(screen.contains("input[3,3] = 1 adds 1×0 to out[6,6]"), "\(screen)")
    state.press(.character(","), .end, .character("."))
    #expect(state.explorer.inputCursor == Coordinate(row: 4, column: 0))
    let cell = state.explorer.cell
    for key in [">", " ", ")"] {
      state.press(.character(Character(key)))
      #expect(state.message?.text.hasPrefix("The scatter view goes through input cells") == true)
    }
    #expect(state.explorer.cell == cell && state.explorer.subStep == nil && !state.explorer.playback.isPlaying)
  }

  @Test("an input cell that is cropped away says so, and a narrow screen says it in a line")
  func cropped() throws {
    var state = try workbench(
      Size(rows: 12, columns: 40), "resize kernel 1x1", "padding 1", "scatter", "select input 0 0")
    state.message = nil
    #expect(state.screen().contains("reaches no output"), "\(state.screen())")
    var other = try workbench(Size(rows: 12, columns: 40), "scatter", "select input 3 3")
    other.message = nil
    #expect(other.screen().contains("input[3,3]: 1 × kernel to 6–8,6–8"), "\(other.screen())")
  }

  @Test("overlaps stand where the values were, in columns as wide, and nothing is underlined for it")
  func overlaps() throws {
    var state = try workbench()
    let before = state.prepareFrame()
    state.press(.character("T"), .character("T"))
    let frame = state.prepareFrame()
    #expect(frame.placements[.output] == before.placements[.output])
    #expect(frame.changed[.output]?.isEmpty != false)
    #expect(frame.formats[.output]?.shared.decimals == 0)
    _ = state.run(line: "jump 0 0")
    #expect(state.screen().contains("1 product reaches it"), "\(state.screen())")
    _ = state.run(line: "jump 2 2")
    #expect(state.screen().contains("4 products overlap here"))
  }

  @Test("as a heat map the overlaps have a scale of their own, from none to the most there can be")
  func heatMap() throws {
    var state = try workbench(ScreenExamples.ordinary, "overlap")
    state.press(.character("v"))
    let frame = state.prepareFrame()
    #expect(frame.look.scales[.output]?.low == 0 && frame.look.scales[.output]?.high == 4)
    state.press(.character("T"))
    #expect(state.prepareFrame().look.scales[.output]?.high == 2)
  }

  @Test(":overlap turns the counts on and off; other operators have no such view, and T says so")
  func lines() throws {
    var state = try workbench()
    _ = state.run(line: "overlap")
    #expect(state.transposedView == .overlap)
    _ = state.run(line: "overlap")
    #expect(state.transposedView == .gather)
    _ = state.run(line: "overlap")
    _ = state.run(line: "operator conv2d")
    #expect(state.transposedView == .gather)
    state.message = nil
    state.press(.character("T"))
    #expect(state.message?.text.hasPrefix("conv2d only gathers") == true)
    #expect(!state.hints.contains { $0.key == "T" })
  }

  @Test("the output padding has a sign of its own, without colour too, and the sum says where its cells are from")
  func outputPadding() throws {
    var state = try ScreenExamples.workbench(depth: .mono, unicode: false)
    for line in ["operator conv-transpose2d", "padding 0", "stride 2", "output-padding 1", "jump 15 3"] {
      _ = state.run(line: line)
    }
    state.message = nil
    let screen = state.screen()
    #expect(screen.contains(":0"), "\(screen)")
    #expect(screen.contains("output padding, only from the rim - no input cell reaches this output cell"), "\(screen)")
    state.press(.character("?"))
    state.resize(to: Size(rows: 120, columns: 80))
    #expect(state.screen().contains("rows and columns at the end that have only"))
  }

  @Test("the view is part of a session")
  func session() throws {
    var state = try workbench(ScreenExamples.ordinary, "select input 2 3", "scatter")
    state.message = nil
    let notes = SessionNotes(state)
    var other = try workbench(ScreenExamples.ordinary, "select input 2 3")
    notes.restore(&other)
    #expect(other.transposedView == .scatter)
    #expect(other.screen() == state.screen())
    #expect(SessionNotes(words: [:]).words["transposed-view"] == nil)
  }

  @Test("a filter has a preset of its own, chosen in the list of kernels")
  func presets() throws {
    var state = try workbench(ScreenExamples.ordinary, "filters 2", "filter 1", "kernel sobel-x")
    #expect(state.message?.kind != .problem, "\(state.message?.text ?? "")")
    let weights = try #require(state.explorer.experiment.operands[.weights])
    #expect(Array(weights.values.prefix(9)) == (try ScreenExamples.kernel("plus-detector")).values)
    #expect(Array(weights.values.suffix(9)) == (try ScreenExamples.kernel("sobel-x")).values)
    #expect(state.screen().contains("filter 1"))
  }
}
