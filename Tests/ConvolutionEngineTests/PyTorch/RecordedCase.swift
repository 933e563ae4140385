import ConvolutionEngine
import Foundation
import Testing

/// A line of `Fixtures/index.txt`: an operator, its operands and options, and what PyTorch made of them. The first line of the
/// index names the version, `Scripts/record-fixtures` the form.
struct RecordedCase: Sendable, CustomTestStringConvertible {
  let words: [String: String]
  let line: String
  /// Where the files of the case lie.
  let folder: URL

  static let folder = Bundle.module.bundleURL.appending(path: "Fixtures")

  static let all = cases(in: folder)

  /// The cases of the index in a folder.
  static func cases(in folder: URL) -> [RecordedCase] {
    let index = (try? String(contentsOf: folder.appending(path: "index.txt"), encoding: .utf8)) ?? ""
    return index.split(separator: "\n").filter { !$0.hasPrefix("#") }
      .map { RecordedCase(line: String($0), folder: folder) }
  }

  init(line: String, folder: URL) {
    self.line = line
    self.folder = folder
    let pairs = line.split(separator: " ").map { $0.split(separator: "=", maxSplits: 1).map(String.init) }
    words = Dictionary(pairs.map { ($0[0], $0.count == 2 ? $0[1] : "") }, uniquingKeysWith: { first, _ in first })
  }

  var testDescription: String { line }

  var operation: OperatorName {
    get throws { try #require(words["operator"].flatMap { OperatorName(rawValue: $0) }) }
  }

  var isDouble: Bool { words["dtype"] == "float64" }

  func array(_ key: String) throws -> RecordedArray {
    try RecordedArray(contentsOf: folder.appending(path: #require(words[key])))
  }

  /// The operands by name, under whatever key the index has them.
  func operands() throws -> [OperandName: RecordedArray] {
    var arrays: [OperandName: RecordedArray] = [:]
    for name in OperandName.allCases {
      let key = name == .secondInput ? name.rawValue : name.optionName
      if words[key] != nil { arrays[name] = try array(key) }
    }
    return arrays
  }

  /// A third input, of a concat of three.
  func thirdInput() throws -> RecordedArray? {
    words["input-3"] == nil ? nil : try array("input-3")
  }

  /// The parameters: defaults and what the line gives. A word that is no parameter, operand or result is an error.
  func parameters() throws -> Parameters {
    let specifications = OperatorCatalog.description(of: try operation).parameters
    var parameters = Parameters(defaultsOf: specifications)
    var unread = Set(words.keys).subtracting(["case", "operator", "dtype", "float32", "float64", "input-3"])
    unread.subtract(OperandName.allCases.map { $0 == .secondInput ? $0.rawValue : $0.optionName })
    for specification in specifications {
      guard let text = words[specification.name.rawValue] else { continue }
      unread.remove(specification.name.rawValue)
      parameters[specification.name] = try #require(
        specification.value(from: text) as ParameterValue?, "\(specification.name)=\(text)")
    }
    try #require(unread.isEmpty, "\(unread)")
    return parameters
  }
}
