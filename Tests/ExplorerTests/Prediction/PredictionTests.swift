import ConvolutionEngine
import Testing

@testable import Explorer

@Suite("Predictions")
struct PredictionTests {
  /// What an answer is diagnosed as; nil when it is right.
  private func mistake(
    _ text: String, at row: Int, _ column: Int, of state: ExplorerState, from window: Coordinate? = nil
  ) throws -> Prediction.Mistake? {
    let asked = Coordinate(row: row, column: column)
    let answer = try #require(AnswerText(text))
    let diagnosis = Prediction(experiment: state.experiment, asked: asked, window: window).judge(answer)
    if let diagnosis {
      #expect(diagnosis.asked == asked)
      #expect(diagnosis.given.bitPattern == answer.value.bitPattern)
    }
    return diagnosis?.mistake
  }

  private func explorer(_ actions: [String]) throws -> ExplorerState {
    var state = try Examples.plusUnderSobel()
    for text in actions { try state.apply(try ExplorerAction(text: text)) }
    return state
  }

  /// Sobel-x on the plus with padding 1: cell (3, 4) is −4, with −2 on its right and −3 above and below; Sobel-y has 0 there.
  @Test(
    "a wrong answer is recognised by what it is instead",
    arguments: [
      ("-4", nil), (" −4.0 ", nil), ("-8/2", nil), ("4", .flippedSign), ("-1", .forgotPadding),
      ("0", .transposedKernel),
      ("-2", .cellRight), ("-3", .cellAbove), ("17", .unknown), ("-4.01", .unknown), ("nan", .unknown),
      ("inf", .unknown),
    ] as [(String, Prediction.Mistake?)])
  func mistakes(text: String, expected: Prediction.Mistake?) throws {
    #expect(try mistake(text, at: 3, 4, of: try explorer([])) == expected)
  }

  @Test("from the cell before, its own value and that of the cell below it are recognised")
  func fromTheCellBefore() throws {
    let state = try explorer([])
    #expect(try mistake("0", at: 3, 4, of: state, from: Coordinate(row: 3, column: 3)) == .currentCell)
    // Left of the centre of the plus: 4 here, 0 next, 3 below.
    #expect(try mistake("3", at: 3, 3, of: state, from: Coordinate(row: 3, column: 2)) == .belowCurrent)
  }

  @Test("weights left out: the sum of 3, 4, 5 … under blur instead of their mean")
  func withoutWeights() throws {
    let state = try explorer(["set padding 0", "preset kernel blur", "preset input ramp"])
    let trace = state.experiment.trace(at: Coordinate(row: 0, column: 4))
    let sum = trace.terms.reduce(0) { $0 + $1.value }
    #expect(try mistake("\(sum)", at: 0, 4, of: state) == .withoutWeights)
  }

  /// Under the identity the output is the input at the window's place; on the ramp that is row + column, more or less.
  @Test("a stride that is forgotten stands one input cell on")
  func stride() throws {
    let kernel = "load kernel 1x1x1x1 one 1"
    let state = try explorer([kernel, "load input 1x1x1x5 five 10 20 30 40 50", "set padding 0", "set stride 2"])
    #expect(try mistake("50", at: 0, 2, of: state) == nil)
    #expect(try mistake("30", at: 0, 2, of: state) == .ignoredStride, "as with stride 1")
    #expect(try mistake("40", at: 0, 2, of: state) == .ignoredStride, "one cell on from the window before")
    #expect(try mistake("10", at: 0, 2, of: state) == .unknown)
  }

  @Test("a dilation that is forgotten adds the cells side by side")
  func dilation() throws {
    let state = try explorer([
      "load kernel 1x1x1x1 one 1", "load input 1x1x1x5 five 1 10 100 1000 10000", "set padding 0",
      "load kernel 1x1x1x2 pair 1 2", "set dilation 3",
    ])
    #expect(try mistake("2001", at: 0, 0, of: state) == nil)
    #expect(try mistake("21", at: 0, 0, of: state) == .ignoredDilation)
  }

  @Test("a kernel turned round, not turned, or laid on its side is recognised")
  func orientation() throws {
    let actions = ["load input 1x1x2x2 four 1 10 100 1000", "set padding 0"]
    let kernel = "load kernel 1x1x2x2 k 1 2 3 4"
    let correlation = try explorer(["load kernel 1x1x1x1 one 1"] + actions + [kernel])
    #expect(try mistake("4321", at: 0, 0, of: correlation) == nil)
    #expect(try mistake("1234", at: 0, 0, of: correlation) == .turnedKernel)
    #expect(try mistake("4231", at: 0, 0, of: correlation) == .transposedKernel)
    let convolution = try explorer(["load kernel 1x1x1x1 one 1"] + actions + [kernel, "set flip true"])
    #expect(try mistake("1234", at: 0, 0, of: convolution) == nil)
    #expect(try mistake("4321", at: 0, 0, of: convolution) == .unturnedKernel)
  }

  @Test("zeros instead of mirrored padding are recognised")
  func paddingMode() throws {
    let state = try explorer([
      "load kernel 1x1x1x1 one 1", "set padding 0", "load input 1x1x1x3 three 1 10 100", "load kernel 1x1x1x2 k 1 1",
      "set padding 0,1", "set padding-mode zeros,reflect",
    ])
    #expect(try mistake("11", at: 0, 0, of: state) == nil)
    #expect(try mistake("1", at: 0, 0, of: state) == .paddedWithZeros)
  }

  @Test("a bias or the other channels left out are recognised")
  func sums() throws {
    let state = try explorer([
      "load kernel 1x1x1x1 one 1", "set padding 0", "load input 1x2x1x1 two 3 40", "load kernel 1x2x1x1 k 2 3",
      "load bias 1x1x1x1 b 1000",
    ])
    #expect(try mistake("1126", at: 0, 0, of: state) == nil)
    #expect(try mistake("126", at: 0, 0, of: state) == .forgotBias)
    #expect(try mistake("1043", at: 0, 0, of: state) == .withoutWeights)
    #expect(try mistake("43", at: 0, 0, of: state) == .withoutWeights)
    #expect(try mistake("6", at: 0, 0, of: state) == .onlyOneChannel)
    #expect(try mistake("1120", at: 0, 0, of: state) == .onlyOneChannel)
  }

  @Test("other places are recognised: the cell with row and column swapped, and across the ends of rows")
  func places() throws {
    let state = try explorer([
      "load kernel 1x1x1x1 one 1", "set padding 0", "load input 1x1x3x3 nine 1 2 3 4 5 6 7 8 9",
    ])
    #expect(try mistake("7", at: 0, 2, of: state) == .swappedAxes)
    #expect(try mistake("4", at: 0, 2, of: state) == .nextCell)
    #expect(try mistake("3", at: 1, 0, of: state) == .previousCell)
    #expect(try mistake("4", at: 1, 1, of: state) == .cellLeft)
    #expect(try mistake("8", at: 1, 1, of: state) == .cellBelow)
  }

  @Test("a value that needs decimals and has too few is told so")
  func decimals() throws {
    let state = try explorer([
      "load kernel 1x1x1x1 one 1", "set padding 0", "load input 1x1x1x1 x 2.26",
    ])
    #expect(try mistake("2.3", at: 0, 0, of: state) == .roundedTooFar)
    #expect(try mistake("2.26", at: 0, 0, of: state) == nil)
  }

  @Test("named padding stays what it is while stride or dilation are left out")
  func namedPadding() throws {
    let state = try explorer([
      "load kernel 1x1x1x1 one 1", "set padding 0", "load input 1x1x1x5 five 1 10 100 1000 10000",
      "load kernel 1x1x1x3 k 1 2 4", "set dilation 2", "set padding same",
    ])
    // Two cells of padding: 0×1 + 1×2 + 100×4; with the taps side by side the window sees 0, 0, 1.
    #expect(try mistake("402", at: 0, 0, of: state) == nil)
    #expect(try mistake("4", at: 0, 0, of: state) == .ignoredDilation)
  }
}
