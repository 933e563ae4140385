import ConvolutionEngine
import TerminalKit

/// The operators with their options, as `convoscope run --list` prints them.
package enum OperatorList {
  /// For each operator its names, the options it must have, and the others with their defaults.
  package static func lines(texts: TextTable = .english) -> [String] {
    var lines: [String] = []
    for description in OperatorCatalog.all {
      let others = description.aliases
      let name = description.name.rawValue
      let head = others.isEmpty ? name : texts.text(.runAliases, name, texts.list(others))
      lines += wrapped(head.split(separator: " ").map(String.init), from: "")
      lines += wrapped(needed(description) + optional(description), from: indent)
    }
    return lines
  }

  /// The names of all options that an operator takes, each once.
  package static func options(of description: OperatorDescription) -> [String] {
    var names: [String] = []
    for name in (description.requiredOperands + description.optionalOperands).map(\.optionName)
      + description.parameters.map(\.name.rawValue) where !names.contains("--" + name)
    {
      names.append("--" + name)
    }
    return names
  }

  private static func needed(_ description: OperatorDescription) -> [String] {
    description.requiredOperands.map { "--\($0.optionName) FILE" }
      + description.parameters.filter(\.isRequired).map { "--\($0.name.rawValue) \(form(of: $0.kind))" }
  }

  private static func optional(_ description: OperatorDescription) -> [String] {
    description.optionalOperands.map { "[--\($0.optionName) FILE]" }
      + description.parameters.filter { !$0.isRequired }.map { parameter in
        switch parameter.defaultValue {
        case .flag(false)?: "[--\(parameter.name.rawValue)]"
        case let value?: "[--\(parameter.name.rawValue) \(value)]"
        case nil: "[--\(parameter.name.rawValue) \(form(of: parameter.kind))]"
        }
      }
  }

  private static func form(of kind: ParameterKind) -> String {
    switch kind {
    case .axes, .numbers: "N|N,M"
    case .integer, .number: "N"
    case .sides: "N|V,H|T,L,B,R|same|valid"
    case .ends: "N|L,R|same|valid"
    case .modes, .mode: PaddingMode.allCases.map(\.rawValue).joined(separator: "|")
    case .signalMode: SignalMode.allCases.map(\.rawValue).joined(separator: "|")
    case .flag: "true|false"
    }
  }

  /// The longest line, so that a list fits a terminal of 80 columns.
  private static let columns = 80

  /// What stands before everything but the names.
  private static let indent = "    "

  /// Lines of words, the first after `start` and the others indented.
  private static func wrapped(_ words: [String], from start: String) -> [String] {
    var lines: [String] = []
    var line = start
    var isBegun = false
    for word in words {
      if isBegun, DisplayWidth.columns(of: line) + 1 + DisplayWidth.columns(of: word) > columns {
        lines.append(line)
        (line, isBegun) = (indent, false)
      }
      line += (isBegun ? " " : "") + word
      isBegun = true
    }
    return isBegun ? lines + [line] : lines
  }
}
