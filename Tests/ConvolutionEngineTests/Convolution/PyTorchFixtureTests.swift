import ConvolutionEngine
import Foundation
import Testing

/// What PyTorch computed, recorded by `Scripts/record-fixtures`; the first line of `Fixtures/index.txt` names the version.
@Suite struct PyTorchFixtureTests {
  /// A line of the index: its `key=value` words.
  struct Recorded: Sendable, CustomTestStringConvertible {
    let words: [String: String]
    let line: String

    init(line: String) {
      self.line = line
      let pairs = line.split(separator: " ").map { $0.split(separator: "=", maxSplits: 1).map(String.init) }
      words = Dictionary(pairs.map { ($0[0], $0.count == 2 ? $0[1] : "") }, uniquingKeysWith: { first, _ in first })
    }

    var testDescription: String { line }

    func array(_ key: String) throws -> RecordedArray {
      try RecordedArray(contentsOf: PyTorchFixtureTests.folder.appending(path: #require(words[key])))
    }

    /// A recorded operand; a list of numbers is one for each channel.
    func tensor(_ key: String) throws -> Tensor {
      let array = try array(key)
      let sides = array.sides.count == 1 ? [1, array.sides[0], 1, 1] : array.sides
      try #require(sides.count == 4)
      let shape = try Shape(batch: sides[0], channels: sides[1], height: sides[2], width: sides[3])
      return try Tensor(shape: shape, values: array.values.map { Float($0) })
    }

    /// The experiment that the line describes.
    func experiment() throws -> Experiment {
      var operands = try Operands([.input: tensor("input"), .weights: tensor("weights")])
      if words["bias"] != nil { operands[.bias] = try tensor("bias") }
      let description = OperatorCatalog.description(of: .conv2d)
      var parameters = Parameters(defaultsOf: description.parameters)
      for specification in description.parameters {
        let text = try #require(words[specification.name.rawValue], "\(specification.name)")
        let value: ParameterValue = try #require(specification.value(from: text), "\(specification.name)=\(text)")
        parameters[specification.name] = value
      }
      return try Experiment(operation: .conv2d, operands: operands, parameters: parameters)
    }
  }

  static let folder = Bundle.module.bundleURL.appending(path: "Fixtures")

  static let recorded: [Recorded] = {
    let index = (try? String(contentsOf: folder.appending(path: "index.txt"), encoding: .utf8)) ?? ""
    return index.split(separator: "\n").filter { !$0.hasPrefix("#") }.map { Recorded(line: String($0)) }
  }()

  @Test("the index is there, with its cases over every mode")
  func index() {
    #expect(Self.recorded.count >= 80)
    for mode in PaddingMode.allCases {
      #expect(Self.recorded.contains { $0.words["padding-mode"] == mode.rawValue }, "\(mode)")
    }
  }

  @Test("shapes and cells are those of PyTorch, within its rounding", arguments: recorded)
  func matches(recorded: Recorded) throws {
    let experiment = try recorded.experiment()
    let output = try #require(experiment.output())
    let (single, double) = try (recorded.array("float32"), recorded.array("float64"))
    let sides = [output.shape.batch, output.shape.channels, output.shape.height, output.shape.width]
    #expect(single.sides == sides)
    #expect(double.sides == sides)
    guard single.values.count == output.shape.count, double.values.count == output.shape.count else { return }
    for offset in 0..<output.shape.count {
      let cell = output.shape.coordinate(at: offset)
      let trace = experiment.trace(at: cell)
      let value = output.values[offset]
      // The sum of n numbers in any order and precision u is off by less than n·u times the sum of their magnitudes (to
      // first order; Higham, "Accuracy and Stability", 4.2), and the products in Float32 by one u more. n counts the bias.
      let bias = experiment.operands[.bias].map { abs(Double($0.values[cell.channel])) } ?? 0
      let magnitude = trace.terms.reduce(bias) { $0 + abs($1.product) }
      let count = Double(trace.terms.count + 1)
      #expect(abs(Double(value) - single.values[offset]) <= (count + 1) * 0x1p-24 * magnitude, "float32 at \(cell)")
      // Against float64, both sums are off by at most n·2⁻⁵³, and ours is then rounded to Float32: half a unit in the
      // last place, with room for the two sums lying on either side of a tie.
      let rounding = Double(value.ulp) / 2
      #expect(
        abs(Double(value) - double.values[offset]) <= rounding + 2 * count * 0x1p-53 * magnitude, "float64 at \(cell)")
    }
  }
}
