import Testing

@testable import Explorer

@Suite("Answers as they are typed")
struct AnswerTextTests {
  @Test(
    "decimals may be rounded from the second one on",
    arguments: [
      ("0.11", true), ("0.111", true), (".1111111", true), ("1/9", true), ("0.1", false), ("0", false), ("0.12", false),
      ("0.112", false), ("1.1e-1", false), ("0.111111112", true), ("-0.11", false),
    ])
  func rounding(text: String, isRight: Bool) throws {
    #expect(try #require(AnswerText(text)).isRight(for: 1 / 9) == isRight)
  }

  @Test("half a unit of the last decimal is right from both sides, whole numbers have to be exact")
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

  @Test("the value with too few decimals is known as that, and nothing else is")
  func tooFar() throws {
    for (text, expected) in [("2", 2.3), ("2.3", 2.26), ("0", 0.111), ("-3.", -2.6)] as [(String, Float)] {
      #expect(try #require(AnswerText(text)).isRoundedTooFar(expected), "\(text) for \(expected)")
    }
    for (text, expected) in [("2", 2.6), ("2.30", 2.26), ("2", 2), ("2e0", 2.3), ("1/3", 0.3), ("2", .infinity)]
      as [(String, Float)]
    {
      #expect(try !#require(AnswerText(text)).isRoundedTooFar(expected), "\(text) for \(expected)")
    }
  }

  @Test("the text is one word that reads back as the same answer", arguments: [" −4.0 ", "+3", "1/9", "nan", ".5"])
  func text(typed: String) throws {
    let answer = try #require(AnswerText(typed))
    #expect(!answer.text.contains(" "))
    #expect(AnswerText(answer.text) == answer)
  }

  @Test(
    "what is no number is no answer",
    arguments: ["", " ", "four", "-4,0", "1/0", "- 4", String(repeating: "4", count: 50)])
  func noAnswer(text: String) {
    #expect(AnswerText(text) == nil)
  }
}
