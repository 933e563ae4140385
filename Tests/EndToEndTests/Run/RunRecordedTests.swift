import Foundation
import TestSupport
import Testing

/// Cases that PyTorch computed, recorded by `Scripts/record-fixtures`, through the command line.
///
/// The engine's own tests hold every case to a bound of its own; here it counts that a line of words arrives at the right
/// operator with the right options.
@Suite("convoscope run and what PyTorch recorded")
struct RunRecordedTests {
  private static let folder = Checkout.root + "/Tests/ConvolutionEngineTests/Fixtures/"

  /// The words of a case by their keys.
  struct Case: Sendable, CustomTestStringConvertible {
    let words: [(key: String, value: String)]
    let testDescription: String

    init(line: Substring) {
      testDescription = String(line)
      words = line.split(separator: " ").map { word in
        let parts = word.split(separator: "=", maxSplits: 1)
        return (String(parts[0]), String(parts.last ?? ""))
      }
    }

    func value(_ key: String) -> String? { words.first { $0.key == key }?.value }
  }

  /// The first case of each operator, and every twentieth after it.
  static let cases: [Case] = {
    let index = (try? String(contentsOfFile: folder + "index.txt", encoding: .utf8)) ?? ""
    var seen: [String: Int] = [:]
    return index.split(separator: "\n").filter { !$0.hasPrefix("#") }.map(Case.init).filter { recorded in
      let count = seen[recorded.value("operator") ?? "", default: 0]
      seen[recorded.value("operator") ?? ""] = count + 1
      return count.isMultiple(of: 20)
    }
  }()

  @Test("There are cases of every operator")
  func operators() {
    #expect(Set(Self.cases.compactMap { $0.value("operator") }).count == 26)
    #expect(Self.cases.count > 40)
  }

  @Test("Axes and numbers are those of PyTorch in float64", arguments: cases)
  func matches(recorded: Case) throws {
    let flags: Set = ["flip", "ceil-mode", "align-corners", "train"]
    var arguments = [try #require(recorded.value("operator"))]
    var largest = 1.0
    var count = 1
    for (key, value) in recorded.words where !["case", "operator", "float32", "float64"].contains(key) {
      if value.hasSuffix(".npy") {
        arguments += [key.hasPrefix("input-") ? "--input" : "--" + key, Self.folder + value]
        let values = try Self.array(value).values
        largest *= max(1, values.filter(\.isFinite).map(abs).max() ?? 1)
        count = max(count, values.count)
      } else if flags.contains(key) {
        if value == "true" { arguments.append("--" + key) }
      } else {
        arguments += ["--" + key, value]
      }
    }
    let answer = try RunDesk().run(arguments + ["--output", "-"])
    try #require(answer.status == 0, "\(answer.standardError)")
    let output = try NPYFile(reading: answer.standardOutputBytes)
    let expected = try Self.array(#require(recorded.value("float64")))
    #expect(output.axes == expected.axes)
    try #require(output.values.count == expected.values.count)
    // Both sum in Double: off by 2⁻⁵³ of the magnitudes for each of at most `count` terms on either side. Float32 rounds once.
    let sums = 2 * Double(count) * Double(count) * largest * 0x1p-53
    let rounding = output.descr == "<f4" ? 0x1p-24 : 0
    for (offset, (value, number)) in zip(output.values, expected.values).enumerated() {
      let isSame = value == number || (value.isNaN && number.isNaN)
      #expect(
        isSame || abs(value - number) <= sums + rounding * 1.0001 * abs(number), "\(value), not \(number), at \(offset)"
      )
    }
  }

  private static func array(_ name: String) throws -> NPYFile {
    try NPYFile(reading: [UInt8](Data(contentsOf: URL(fileURLWithPath: folder + name))))
  }
}
