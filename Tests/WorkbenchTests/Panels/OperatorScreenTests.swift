import ConvolutionEngine
import Explorer
import TerminalKit
import TestSupport
import Testing

@testable import Workbench

@Suite("Screens of every family of operators")
struct OperatorScreenTests {
  /// A family: the operator, and what is done to come to a place worth looking at.
  private static let families: [(operation: OperatorName, actions: [ExplorerAction])] = [
    (
      .conv1d,
      [
        .preset(.input, "pulse", size: nil), .preset(.weights, "binomial-5", size: nil),
        .set(.padding, .ends(AxisPadding(0))), .set(.mode, .signalMode(.full)), .set(.sampleStep, .number(0.5)),
        .jump(row: 0, column: 6),
      ]
    ),
    (.convTranspose2d, [.set(.padding, .sides(.none)), .set(.stride, .axes(PerAxis(2))), .jump(row: 8, column: 6)]),
    (.maxPool2d, [.jump(row: 1, column: 1)]),
    (.avgPool2d, [.jump(row: 1, column: 1)]),
    (.relu, [.edit(.input, Coordinate(row: 2, column: 2), -3), .jump(row: 2, column: 2)]),
    (.leakyRelu, [.edit(.input, Coordinate(row: 2, column: 2), -3), .jump(row: 2, column: 2)]),
    (.sigmoid, [.edit(.input, Coordinate(row: 2, column: 2), 2), .jump(row: 2, column: 2)]),
    (.softmax, [.edit(.input, Coordinate(row: 2, column: 2), 2), .jump(row: 2, column: 3)]),
    (.pad, [.set(.paddingMode, .modes(PerAxis(.circular))), .jump(row: 0, column: 4)]),
  ]

  private static let sizes = [
    Size(rows: 24, columns: 80), Size(rows: 12, columns: 40), Size(rows: 40, columns: 140),
  ]

  @Test("stands on the screen at 80×24, 40×12 and 140×40, whole and term by term", arguments: families.map(\.operation))
  func screens(operation: OperatorName) throws {
    let family = try #require(Self.families.first { $0.operation == operation })
    var screens: [String] = []
    for size in Self.sizes {
      var state = try ScreenExamples.workbench(size)
      _ = state.apply(.explorer(.operation(operation, row: nil)))
      for action in family.actions {
        _ = state.apply(.explorer(action))
        #expect(state.message?.kind != .problem, "\(state.message?.text ?? "")")
      }
      screens.append(state.screen())
    }
    var state = try ScreenExamples.workbench(Self.sizes[0])
    _ = state.apply(.explorer(.operation(operation, row: nil)))
    for action in family.actions { _ = state.apply(.explorer(action)) }
    _ = state.apply(.explorer(.subStep(.forward)))
    screens.append(state.screen())
    expectGolden(screens.joined(separator: "\n\n"), named: "operator-\(operation.rawValue).txt")
  }

  @Test("an operator without weights has no kernel to focus, and the focus leaves it")
  func focus() throws {
    var state = try ScreenExamples.workbench()
    _ = state.apply(.focus(.kernel))
    _ = state.apply(.explorer(.operation(.relu, row: nil)))
    #expect(state.focus == .output)
    #expect(state.panels == [.output, .input])
    state.press(.tab, .tab)
    #expect(state.focus == .output)
    state.press(.character("u"))
    #expect(state.panels == [.output, .input, .kernel])
  }

  @Test("o opens the operators on the present one, Enter changes it, one u takes it back")
  func menu() throws {
    var state = try ScreenExamples.workbench()
    let before = state.explorer.document
    state.press(.character("o"))
    guard case .menu(let menu) = state.mode else {
      Issue.record("no menu")
      return
    }
    #expect(menu.items[menu.selected].title == "conv2d")
    #expect(state.screen().contains("max-pool2d"))
    for _ in 0..<4 { state.press(.down) }
    state.press(.enter)
    #expect(state.explorer.experiment.operation == .maxPool2d)
    state.press(.character("u"))
    #expect(state.explorer.document == before)
    #expect(state.message?.text == "undone: operator max-pool2d")
  }

  @Test("the command line takes an operator's name, and lists them without one")
  func line() throws {
    var state = try ScreenExamples.workbench()
    _ = state.run(line: "operator softmax")
    #expect(state.explorer.experiment.operation == .softmax)
    _ = state.run(line: "operator")
    #expect(state.mode != .normal)
    state.press(.escape)
    _ = state.run(line: "operator attention")
    #expect(state.message?.text.hasPrefix("attention cannot be stepped") == true)
    _ = state.run(line: "operator nothing")
    #expect(state.message?.text.contains("“nothing” was found where conv2d, ") == true)
  }

  @Test("keys for parameters follow the operator: the stride of a pool from its window, modes of a signal")
  func parameters() throws {
    var state = try ScreenExamples.workbench()
    _ = state.run(line: "operator max-pool2d")
    state.press(.character("s"))
    #expect(state.explorer.experiment.parameters.stride == PerAxis(3))
    state.press(.character("f"))
    #expect(state.message?.text == "max-pool2d has no flip.")
    state.press(.character("K"), .down, .enter)
    #expect(state.explorer.experiment.parameters.axes(.kernelSize) == PerAxis(3))

    _ = state.run(line: "operator max-pool1d")
    _ = state.run(line: "clear stride")
    state.press(.character("S"))
    #expect(state.explorer.experiment.parameters.stride.horizontal == 2)

    _ = state.run(line: "operator conv1d")
    var seen: [ParameterValue?] = []
    for _ in 0..<4 {
      state.press(.character("m"))
      seen.append(state.explorer.experiment.parameters[.mode])
    }
    #expect(seen == [.signalMode(.full), .signalMode(.same), .signalMode(.valid), .signalMode(.full)])
    // Padding in cells takes the place of the mode, from where the mode had it.
    let padding = state.explorer.experiment.padding
    state.press(.character("p"))
    #expect(state.explorer.experiment.parameters[.mode] == nil)
    #expect(
      state.explorer.experiment.parameters[.padding]
        == .ends(AxisPadding(before: padding.left + 1, after: padding.right + 1)))
    _ = state.run(line: "operator relu")
    state.press(.character("K"))
    #expect(state.message?.text == "relu has no kernel to choose.")
  }

  @Test(
    ":mode takes the place of any padding as one step of the history, and a wrong name is refused")
  func signalMode() throws {
    var state = try ScreenExamples.workbench()
    _ = state.run(line: "operator conv1d 3")
    for line in ["padding 1,2", "padding-mode replicate"] { _ = state.run(line: line) }
    let before = state.explorer.document
    let count = state.explorer.history.undoCount
    for (mode, columns) in [("full", 9), ("same", 7), ("valid", 5)] {
      state.message = nil
      _ = state.run(line: "mode \(mode)")
      #expect(state.explorer.outputShape.width == columns)
      #expect(state.message?.text == "mode \(mode): \(columns) output cells")
      #expect(state.explorer.history.undoCount == count + 1)
      state.press(.character("u"))
      #expect(state.explorer.document == before)
    }
    state.message = nil
    _ = state.run(line: "mode all")
    #expect(state.message?.kind == .problem && state.message?.text.contains("all") == true)
    #expect(state.explorer.document == before)
    _ = state.run(line: "operator max-pool2d")
    _ = state.run(line: "mode full")
    #expect(state.message?.kind == .problem)
  }

  @Test("a signal has the kernel under it, turned where it is turned, and the sum beside the integral")
  func signal() throws {
    var state = try ScreenExamples.workbench()
    _ = state.run(line: "operator conv1d")
    for line in [
      "input step", "load kernel 1x1x1x3 w 1 2 3", "padding 0", "mode full", "flip true", "dt 0.5", "jump 0 7",
    ] { _ = state.run(line: line) }
    let screen = state.screen()
    // The step begins at sample 6; at output 7 the kernel lies on samples 5 to 7, turned: 3 2 1.
    #expect(screen.contains("[ 0   1   1]"), "\(screen)")
    #expect(screen.contains("   3   2   1 "), "\(screen)")
    #expect(screen.contains("(0×3 + 1×2 + 1×1) × 0.5 = 1.5"), "\(screen)")
    #expect(screen.contains("sum 3, integral 3 × dt 0.5 = 1.5"), "\(screen)")
    state.press(.character("f"))
    #expect(state.screen().contains("   1   2   3 "))
  }

  @Test("of a kernel longer than the screen the end on the signal is seen")
  func longKernel() throws {
    var state = try ScreenExamples.workbench()
    _ = state.run(line: "operator conv1d")
    for line in ["input sine", "padding 0", "mode full", "kernel decay", "flip true", "jump 0 40"] {
      _ = state.run(line: line)
    }
    let frame = state.prepareFrame()
    let visible = frame.scene.input.visible.columns
    #expect(visible.contains(40) && visible.lowerBound >= 0, "\(visible)")
  }

  @Test("padding that cannot be the same on both sides says where its odd cell is")
  func oddPadding() throws {
    var state = try ScreenExamples.workbench()
    _ = state.run(line: "padding same")
    #expect(!state.screen().contains("odd"))
    _ = state.run(line: "kernel edge-1x2")
    #expect(state.screen().contains("∘ odd column: right"), "\(state.screen())")
    _ = state.run(line: "resize kernel 2x2")
    #expect(state.screen().contains("∘ odd: bottom, right"), "\(state.screen())")
  }

  @Test("on the input of a transposed convolution one sees where its selected cell goes")
  func scatter() throws {
    var state = try ScreenExamples.workbench()
    for line in ["operator conv-transpose2d", "padding 0", "stride 2", "jump 8 8", "select input 6 6"] {
      _ = state.run(line: line)
    }
    #expect(state.screen().contains("products overlap here"), "\(state.screen())")
    state.press(.character("T"))
    #expect(state.focus == .input)
    state.message = nil
    let screen = state.screen()
    #expect(
      screen.contains("input[6,6] = 0 times the kernel is added to output rows 12–14, columns 12–14"), "\(screen)")
    let frame = state.prepareFrame()
    #expect(frame.scene.output.visible.rows.contains(14))
  }

  @Test(
    "the words are those of the operator, whole and term by term",
    arguments: [
      (["operator max-pool2d", "padding 0", "jump 1 1"], "The largest of 4 values is 1, at input 2,3."),
      (["operator avg-pool2d", "padding 0", "jump 1 1"], "The mean of 4 values is 0.75."),
      (
        ["operator avg-pool2d", "padding 0", "jump 1 1", "substep forward"], "The mean of the first 1 of 4 values is 0."
      ),
      (["operator relu", "edit input 0 0 -3"], "-3 becomes 0."),
      (["operator softmax"], "Of 7 powers of e, the share of this cell's is 0.14285715."),
      (
        ["operator conv1d 3", "mode full", "padding 0", "dt 0.5", "mode full", "jump 0 2"],
        "add up to 2, times dt 0.5 that is 1."
      ),
    ])
  func words(lines: [String], expected: String) throws {
    var state = try ScreenExamples.workbench(Size(rows: 30, columns: 100))
    for line in lines { _ = state.run(line: line) }
    #expect(state.screen().contains(expected), "\(state.screen())")
  }
}
