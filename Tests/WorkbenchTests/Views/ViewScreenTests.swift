import ConvolutionEngine
import Explorer
import TerminalKit
import TestSupport
import Testing

@testable import Workbench

@Suite("Screens of the views")
struct ViewScreenTests {
  private static let sizes = [ScreenExamples.ordinary, Size(rows: 12, columns: 40), Size(rows: 40, columns: 140)]

  /// The plus under Sobel-x with its window on the middle, in a view.
  private func plus(
    _ lines: String..., size: Size = ScreenExamples.ordinary, depth: ColorDepth = .palette256, unicode: Bool = true
  ) throws -> WorkbenchState {
    var state = try ScreenExamples.workbench(size, depth: depth, unicode: unicode)
    _ = state.apply(.explorer(.jump(row: 3, column: 4)))
    for line in lines { _ = state.run(line: line) }
    state.message = nil
    return state
  }

  /// A disc of ones in a gentle slope, 60 rows and 90 columns.
  private func picture(_ size: Size, _ lines: String...) throws -> WorkbenchState {
    let shape = try Shape(height: 60, width: 90)
    var values: [Float] = []
    for row in 0..<60 {
      for column in 0..<90 {
        let isInside = (row - 30) * (row - 30) + (column - 45) * (column - 45) < 400
        values.append(Float(column) + (isInside ? 100 : 0))
      }
    }
    var state = try ScreenExamples.workbench(
      input: try Tensor(shape: shape, values: values), kernel: try ScreenExamples.kernel("sobel-x"), size: size)
    _ = state.apply(.explorer(.jump(row: 30, column: 24)))
    for line in lines { _ = state.run(line: line) }
    state.message = nil
    return state
  }

  @Test("heat maps have two columns a cell and say what their colours stand for, at every size")
  func heat() throws {
    var screens: [String] = []
    for size in Self.sizes {
      var state = try plus("view heat", size: size)
      screens.append(size == ScreenExamples.ordinary ? state.draw().transcript : state.screen())
    }
    expectGolden(screens.joined(separator: "\n\n"), named: "view-heat.txt")
  }

  @Test("half blocks show a picture as a region, with the window in brackets, at every size")
  func blocks() throws {
    var screens: [String] = []
    for size in Self.sizes {
      var state = try picture(size, "view blocks")
      screens.append(state.screen())
    }
    var state = try plus("view blocks", "map grey")
    screens.append(state.draw().transcript)
    expectGolden(screens.joined(separator: "\n\n"), named: "view-blocks.txt")
  }

  @Test("diverging colours have a sign in each cell, and without colours the same is said by shades")
  func diverging() throws {
    var state = try plus("view heat", "map diverging")
    var mono = try plus("view heat", "map diverging", depth: .mono, unicode: false)
    var sixteen = try plus("view heat", "map cividis", depth: .sixteen)
    let ascii = mono.draw().transcript
    #expect(ascii.utf8.allSatisfy { $0 < 0x80 })
    expectGolden(
      [state.draw().transcript, ascii, sixteen.draw().transcript].joined(separator: "\n\n"),
      named: "view-diverging.txt")
  }

  @Test("where there are no half blocks a shade stands for each cell, and the screen says so")
  func fallback() throws {
    var state = try plus("view blocks", depth: .mono, unicode: false)
    let screen = state.screen()
    #expect(screen.contains("shades, no half blocks"))
    var picture = try picture(ScreenExamples.ordinary)
    picture = WorkbenchState(
      explorer: picture.explorer, size: ScreenExamples.ordinary,
      capabilities: TerminalCapabilities(colorDepth: .eight, unicode: true))
    _ = picture.run(line: "view blocks")
    expectGolden(screen + "\n\n" + picture.screen(), named: "view-shades.txt")
  }

  @Test("cells beyond a fixed scale are marked, unknown ones are ?, and links, padding and typing are seen")
  func marks() throws {
    var state = try plus("view heat", "scale fixed -1 1", "padding-mode replicate")
    var screens = [state.screen()]
    state = try plus("view heat", "edit input 0 0 inf", "edit input 0 2 nan")
    _ = state.apply(.explorer(.reveal(.stepping)))
    state.press(.tab)
    state.press(.right, .down)
    state.message = nil
    screens.append(state.screen())
    state.type("-12.25")
    screens.append(state.screen())
    state = try plus("view blocks", "scale fixed -1 1", "padding-mode replicate")
    _ = state.apply(.explorer(.reveal(.stepping)))
    for _ in 0..<4 { state.press(.character(">")) }
    screens.append(state.screen())
    state.press(.tab, .tab, .right)
    screens.append(state.screen())
    expectGolden(screens.joined(separator: "\n\n"), named: "view-marks.txt")
  }

  @Test("signals, channels and operators without weights have the views as well")
  func others() throws {
    var screens: [String] = []
    for (operation, view) in [(OperatorName.conv1d, "heat"), (.maxPool2d, "blocks"), (.convTranspose2d, "heat")] {
      var state = try ScreenExamples.workbench()
      _ = state.run(line: "operator \(operation.rawValue)")
      _ = state.run(line: "view \(view)")
      state.message = nil
      screens.append(state.screen())
    }
    var channels = try ChannelExamples.bars(filters: 4)
    _ = channels.run(line: "view heat")
    screens.append(channels.screen())
    expectGolden(screens.joined(separator: "\n\n"), named: "view-others.txt")
  }

  @Test("no view moves anything while stepping", arguments: [GridView.heat, .blocks])
  func calm(view: GridView) throws {
    var state = try plus("view \(view.rawValue)")
    _ = state.apply(.explorer(.step(.first)))
    let first = state.prepareFrame()
    for _ in 0..<48 {
      state.press(.right)
      let frame = state.prepareFrame()
      #expect(frame.layout == first.layout)
      #expect(frame.placements == first.placements)
      #expect(frame.look == first.look)
    }
  }
}
