import ConvolutionEngine
import Explorer
import TerminalKit
import Testing

@testable import Workbench

@Suite("Voices")
struct VoicesTests {
  /// A line of the screen that begins with a text, without the blank before it.
  private func line(_ state: inout WorkbenchState, _ start: String) -> String? {
    state.draw().lines.map { String($0.dropFirst()) }.first { $0.hasPrefix(start) }
  }

  private func workbench(_ lines: String...) throws -> WorkbenchState {
    var state = try Examples.plusUnderSobel()
    for line in lines { _ = state.run(line: line) }
    return state
  }

  @Test("the key goes through all voices and around")
  func cycle() throws {
    var state = try Examples.plusUnderSobel()
    var seen: [Voice] = []
    for _ in Voice.allCases {
      state.press(.character("e"))
      seen.append(state.voice)
    }
    #expect(seen == [.words, .numpy, .pytorch, .swift, .numbers])
  }

  @Test("code says once what it needs, then one line for each step")
  func numpy() throws {
    var state = try workbench("voice numpy")
    #expect(state.message?.text == "Steps in NumPy: xp = np.pad(x, ((1, 1), (1, 1)))")
    _ = state.run(line: "jump 2 2")
    #expect(line(&state, "out[2, 2]") == "out[2, 2] = (xp[2:5, 2:5] * w).sum()  # 3")
    for _ in 0..<6 { state.press(.character(">")) }
    #expect(line(&state, "s += ") == "s += xp[3, 4] * w[1, 2]  # 2")
    _ = state.run(line: "voice pytorch")
    state.press(.character("="))
    #expect(line(&state, "F.") == "F.conv2d(x, w, padding=1)[0, 0, 2, 2]  # 3")
    _ = state.run(line: "voice swift")
    #expect(line(&state, "experiment.") == "experiment.value(at: Coordinate(row: 2, column: 2))  // 3")
  }

  @Test("words say where the window lies, what comes out, and what the padding has to do with it")
  func words() throws {
    var state = try workbench("jump 2 2")
    #expect(line(&state, "Rows") == "Rows 1–3, columns 1–3: 9 products add up to 3.")
    _ = state.run(line: "jump 0 0")
    #expect(line(&state, "Rows") == "Rows -1–1, columns -1–1: 9 products add up to 0; 5 read the padding (zeros).")
    state.resize(to: Size(rows: 40, columns: 140))
    #expect(
      line(&state, "The window")
        == "The window lies on rows -1–1, columns -1–1 of the input. Its 9 products with the kernel add up to 0; "
        + "5 read the padding (zeros).")
    _ = state.run(line: "padding-mode reflect,circular")
    _ = state.run(line: "dilation 2")
    #expect(
      line(&state, "Rows")
        == "Rows -1–3 in steps of 2, columns -1–3 in steps of 2: 9 products add up to 1; "
        + "5 read the padding (mirrored, wrapped around).", "the padding is worth more than the long form")
    state.resize(to: Size(rows: 12, columns: 40))
    _ = state.run(line: "voice words")
    #expect(line(&state, "9 products") == "9 products add up to 1.")
  }

  @Test("product by product the sentence tells the product and where a mirrored value is from")
  func productInWords() throws {
    var state = try workbench("voice words", "padding-mode reflect", "edit input 1 1 6")
    #expect(line(&state, "No product") == nil)
    state.press(.character(">"))
    #expect(
      line(&state, "Product")
        == "Product 1 of 9: padding -1,-1 (mirrors 1,1) times weight 0,0: 6 × -1 = -6.")
    state.press(.character("<"))
    #expect(line(&state, "No product") == "No product of 9 is added yet: the sum begins at 0.")
    _ = state.run(line: "jump 2 2")
    for _ in 0..<6 { state.press(.character(">")) }
    #expect(line(&state, "Product") == "Product 6 of 9: input 2,3 times weight 1,2: 1 × 2 = 2.")
  }

  @Test("channels, a turned kernel and the bias are in the sentence")
  func channelsInWords() throws {
    var state = try ScreenExamples.workbench(
      input: Tensor(shape: try Shape(channels: 3, height: 5, width: 5), repeating: 1),
      kernel: Tensor(shape: try Shape(channels: 3, height: 3, width: 3), repeating: 1),
      size: Size(rows: 40, columns: 140))
    _ = state.run(line: "flip true")
    #expect(
      line(&state, "The window")?.contains("27 products with the turned kernels of 3 channels add up to 27") == true)
  }

  @Test("a voice that does not exist is refused with those that do")
  func unknown() throws {
    var state = try workbench("voice latin")
    #expect(state.message?.text.contains("numbers, words, numpy, pytorch or swift") == true)
    _ = state.run(line: "voice")
    #expect(state.message?.kind == .problem)
    #expect(state.voice == .numbers)
  }

  @Test("what is too long to be said is in the help")
  func longPreparation() throws {
    var state = try workbench("stride 2", "dilation 2", "padding 3,2,1,0", "padding-mode reflect", "voice swift")
    #expect(state.message?.text == "Steps in Swift; ? shows what comes before the line.")
    state.press(.character("?"))
    state.resize(to: Size(rows: 120, columns: 80))
    let screen = state.screen()
    #expect(screen.contains("parameters[.padding] = .sides(Padding(top: 3, left: 2, bottom: 1, right: 0))"))
    #expect(screen.contains("Before the line of code"))
  }

  @Test("an operator without a line in a language keeps the numbers, and says so")
  func noLine() throws {
    let plane = Tensor(shape: try Shape(height: 3, width: 3), repeating: 1)
    let experiment = try Experiment(
      operation: .add, operands: Operands([.input: plane, .secondInput: plane]))
    var state = WorkbenchState(
      explorer: ExplorerState(document: ExplorerDocument(experiment: experiment)), size: ScreenExamples.ordinary,
      capabilities: TerminalCapabilities(colorDepth: .palette256, unicode: true))
    _ = state.run(line: "voice numpy")
    #expect(state.message?.text == "There is no line of NumPy for add.")
    #expect(state.screen().contains("out[0,0]"))
  }

  // MARK: The size of the output

  @Test("a new stride says how the size of the output follows, and what the floor drops")
  func size() throws {
    var state = try workbench("stride 2")
    #expect(
      state.message?.text == "Output rows and columns: ⌊(7 + 1 + 1 − 1×(3 − 1) − 1) / 2⌋ + 1 = 4")
    _ = state.run(line: "padding 0")
    state.message = nil
    _ = state.run(line: "stride 3,2")
    #expect(
      state.message?.text
        == "Output rows: ⌊(7 + 0 + 0 − 1×(3 − 1) − 1) / 3⌋ + 1 = 2; "
        + "columns: ⌊(7 + 0 + 0 − 1×(3 − 1) − 1) / 2⌋ + 1 = 3; the floor drops row 6")
    #expect(state.screen().contains("unreached: row 6") || state.screen().contains("no window reaches row 6"))
    state.press(.character("m"))
    #expect(state.message?.text.contains("Output rows") == false, "the padding mode has no part in it")
  }

  @Test("an ASCII terminal writes the floor out")
  func asciiSize() throws {
    var state = try ScreenExamples.workbench(depth: .mono, unicode: false)
    _ = state.run(line: "stride 2")
    #expect(state.screen().contains("floor((7 + 1 + 1 - 1x(3 - 1) - 1) / 2) + 1 = 4"))
  }
}
