import ConvolutionEngine
import Explorer
import Testing

@testable import LessonKit

@Suite struct PredictionTests {
  private func mistake(_ text: String, after actions: [String]) throws -> CheckDiagnosis.Mistake? {
    let state = try CheckTests.explorer(actions + ["reveal live", "reveal stepping"])
    guard case .wrong(let diagnosis) = Prediction(state: state).judge(text) else { return nil }
    #expect(diagnosis.given == nil || diagnosis.given?.bitPattern == AnswerText(text)?.value.bitPattern)
    return diagnosis.mistake
  }

  /// Sobel-x on the plus with padding 1: the current cell (3, 3) is 0, the next one −4.
  @Test(
    "A wrong answer is recognised by what it is instead",
    arguments: [
      ("-4", nil), (" −4.0 ", nil), ("-8/2", nil), ("4", .flippedSign), ("0", .currentCell), ("-1", .forgotPadding),
      ("17", .unknown), ("-4.01", .unknown), ("", .notANumber), ("four", .notANumber),
      ("-4,0", .notANumber), ("nan", .unknown), ("inf", .unknown), ("1/0", .notANumber),
      (String(repeating: "4", count: 50), .notANumber),
    ] as [(String, CheckDiagnosis.Mistake?)])
  func mistakes(text: String, expected: CheckDiagnosis.Mistake?) throws {
    #expect(try mistake(text, after: ["jump 3 3"]) == expected)
  }

  @Test("Weights left out, the cell below, a stride or a flip forgotten are recognised")
  func otherMistakes() throws {
    // Blur on a ramp: the mean of 4, 5 and 6 is right, the sum of the nine cells is not.
    #expect(
      try mistake("45", after: ["preset kernel blur", "preset input ramp", "set padding 0", "jump 0 3"])
        == .withoutWeights)
    // Left of the centre of the plus: 4 here, 0 next, 3 below.
    #expect(try mistake("3", after: ["jump 3 2"]) == .cellBelow)
    // Stride 2: after column 0 comes column 2, not 1.
    let stride = ["preset kernel identity", "preset input ramp", "set padding 0", "set stride 2"]
    #expect(try mistake("3", after: stride) == nil)
    #expect(try mistake("2", after: stride) == .forgotStride)
    let corner = ["preset kernel emboss", "preset input noise", "set padding 0"]
    var flipped = try CheckTests.explorer(corner)
    try flipped.apply(.set(.flip, .flag(true)))
    let value = flipped.experiment.value(at: Coordinate(row: 0, column: 1))
    #expect(try mistake("\(value)", after: corner) == .flippedKernel)
  }

  @Test("At the last cell there is no next one, and a cell that was shown is no prediction")
  func noPrediction() throws {
    #expect(try mistake("0", after: ["step last"]) == .noNextCell)
    let back = try CheckTests.explorer(["reveal stepping", "step forward", "step back"])
    #expect(
      Prediction(state: back).judge("0")
        == .wrong(
          CheckDiagnosis(asked: Coordinate(row: 0, column: 1), given: 0, mistake: .alreadyShown)))
    let live = try CheckTests.explorer()
    guard case .wrong(let diagnosis) = Prediction(state: live).judge("0") else {
      Issue.record("live output cannot be predicted")
      return
    }
    #expect(diagnosis.mistake == .alreadyShown)
  }

  @Test("The next cell begins the next row after the end of one")
  func nextRow() throws {
    #expect(Prediction(state: try CheckTests.explorer(["jump 2 6"])).asked == Coordinate(row: 3, column: 0))
  }

  @Test(
    "Decimals may be rounded from the second one on",
    arguments: [
      ("0.11", true), ("0.111", true), (".1111111", true), ("1/9", true), ("0.1", false), ("0", false), ("0.12", false),
      ("0.112", false), ("1.1e-1", false), ("0.111111112", true), ("-0.11", false),
    ])
  func rounding(text: String, isRight: Bool) throws {
    #expect(try #require(AnswerText(text)).isRight(for: 1 / 9) == isRight)
  }

  @Test("Half a unit of the last decimal is right from both sides, whole numbers have to be exact")
  func halfUnits() throws {
    for (text, expected) in [("0.13", 0.125), ("0.12", 0.125), ("-0.13", -0.125), ("2.50", 2.496)] as [(String, Float)]
    {
      #expect(try #require(AnswerText(text)).isRight(for: expected), "\(text) for \(expected)")
    }
    for (text, expected) in [("2", 2.3), ("2.", 2.3), ("2.3", 2.26), ("3", 2.5), ("0.13", 0.124)] as [(String, Float)] {
      #expect(try !#require(AnswerText(text)).isRight(for: expected), "\(text) for \(expected)")
    }
  }

  @Test("NaN and infinity are answers where they are the value")
  func special() throws {
    #expect(try #require(AnswerText("nan")).isRight(for: .nan))
    #expect(try #require(AnswerText("-inf")).isRight(for: -.infinity))
    #expect(try !#require(AnswerText("inf")).isRight(for: -.infinity))
    #expect(try !#require(AnswerText("0")).isRight(for: .nan))
  }
}
