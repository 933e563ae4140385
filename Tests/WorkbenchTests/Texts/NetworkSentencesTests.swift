import ConvolutionEngine
import Testing

@testable import Workbench

@Suite("Sentences about networks")
struct NetworkSentencesTests {
  private let texts = TextTable.english

  @Test("A layer with the wrong number of inputs says how many it takes: exactly, from to, or at least")
  func inputCounts() {
    func sentence(_ legal: ClosedRange<Int>) -> String {
      texts.sentence(for: NetworkError.layer("sum", .inputCount(5, legal: legal)))
    }
    #expect(sentence(1...1) == "Layer sum: It was given 5 inputs; it takes 1.")
    #expect(sentence(2...4) == "Layer sum: It was given 5 inputs; it takes 2 to 4.")
    #expect(sentence(6...Int.max) == "Layer sum: It was given 5 inputs; it takes 6 or more.")
  }

  @Test("Weights that are missing, strange or of other axes are named")
  func weights() {
    #expect(texts.sentence(for: .missingWeights(["a.weight", "a.bias"])).contains("a.weight"))
    #expect(texts.sentence(for: .unexpectedWeights(["b.weight"])).contains("b.weight"))
    let axes = texts.sentence(for: .weightAxes("a.weight", expected: [2, 3], actual: [3, 2]))
    #expect(axes == "a.weight has the axes (3,2); (2,3) are expected.")
  }
}
