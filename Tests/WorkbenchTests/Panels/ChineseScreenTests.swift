import ConvolutionEngine
import Explorer
import TerminalKit
import TestSupport
import Testing

@testable import Workbench

@Suite("Whole screens in Chinese")
struct ChineseScreenTests {
  private static let sizes = [Size(rows: 24, columns: 80), Size(rows: 12, columns: 40), Size(rows: 40, columns: 140)]

  private func workbench(_ size: Size) throws -> WorkbenchState {
    try ScreenExamples.workbench(size, lesson: ScreenExamples.chineseLesson(), texts: .simplifiedChinese)
  }

  /// The screens one after the other, each of them with every line as wide as the terminal.
  private func expect(_ screens: [Surface], at size: Size, named name: String) {
    for surface in screens {
      #expect(surface.halvedCharacters == [])
      for line in surface.lines { #expect(DisplayWidth.columns(of: line) <= size.columns, "\(line)") }
    }
    expectGolden(
      screens.map { $0.lines.joined(separator: "\n") }.joined(separator: "\n\n"),
      named: "zh-\(name)-\(size.columns)x\(size.rows).txt")
  }

  @Test("Grids, sum and lesson stand beside each other, stepping and product by product", arguments: sizes)
  func grids(size: Size) throws {
    var state = try workbench(size)
    _ = state.apply(.explorer(.jump(row: 4, column: 4)))
    var screens = [state.draw()]
    _ = state.apply(.explorer(.subStep(.forward)))
    screens.append(state.draw())
    _ = state.apply(.explorer(.reveal(.stepping)))
    _ = state.apply(.focus(.lesson))
    screens.append(state.draw())
    state.press(.character("H"))
    screens.append(state.draw())
    expect(screens, at: size, named: "grids")
  }

  @Test("Menus, the palette, help, a question and a prompt are framed without a gap", arguments: sizes)
  func overlays(size: Size) throws {
    var state = try workbench(size)
    var screens: [Surface] = []
    for key: Key in [
      .character("?"), .character("K"), .character("o"), .character("L"), .character("R"), .control("p"),
    ] {
      state.press(key)
      screens.append(state.draw())
      state.press(.escape)
    }
    state.press(.character(":"))
    state.type("stri")
    screens.append(state.draw())
    expect(screens, at: size, named: "overlays")
  }

  @Test("Refusals say in Chinese what would be legal", arguments: sizes)
  func refusals(size: Size) throws {
    var state = try workbench(size)
    var screens: [Surface] = []
    for line in ["stride 0", "resize kernel 20x20", "kernel sobl", "groups 5", "nonsense"] {
      _ = state.run(line: line)
      screens.append(state.draw())
    }
    expect(screens, at: size, named: "refusals")
  }

  @Test("Words, padding from the picture, predictions and views are told in Chinese", arguments: sizes)
  func words(size: Size) throws {
    var state = try workbench(size)
    _ = state.apply(.explorer(.set(.paddingMode, .modes(PerAxis(.reflect)))))
    _ = state.apply(.explorer(.jump(row: 0, column: 0)))
    state.voice = .words
    var screens = [state.draw()]
    _ = state.run(line: "predict")
    screens.append(state.draw())
    _ = state.run(line: "view heat")
    screens.append(state.draw())
    expect(screens, at: size, named: "words")
  }

  @Test("The dense layer and a stack of layers line up", arguments: sizes)
  func studies(size: Size) throws {
    var state = try workbench(size)
    var screens: [Surface] = []
    for line in ["study dense 6x6 tied delta 1", "study stack"] {
      _ = state.run(line: line)
      screens.append(state.draw())
      state.press(.down)
      screens.append(state.draw())
    }
    expect(screens, at: size, named: "studies")
  }

  @Test("A step in words is told with Chinese stops")
  func sentence() throws {
    var state = try workbench(Self.sizes[0])
    _ = state.apply(.explorer(.jump(row: 0, column: 0)))
    state.voice = .words
    let screen = state.screen()
    #expect(screen.contains("行 -1–1，列 -1–1：9 个乘积之和为 0；其中 5 个取自填充（补零）。"), "\(screen)")
  }
}
