import ConvolutionEngine
import YAMLText

/// Why a file gives no network. Facts only; names and values from the file are excerpts, fit to be shown.
package enum NetworkFileError: Error, Equatable, Sendable {
  /// The file cannot be read.
  case file(FormatError)
  /// What the file says makes no network. `line` counts from 1; nil when the file as a whole is meant.
  case content(NetworkFault, line: Int?)
}

/// What is wrong in a network file.
package enum NetworkFault: Equatable, Sendable {
  /// The bytes are no UTF-8 text.
  case notUTF8
  /// No YAML, or fields that are missing, unknown or of the wrong kind.
  case yaml(YAMLError.Reason)
  case tooManyLayers(Int, limit: Int)
  /// There is no layer of this kind; `known` are all that there are.
  case unknownKind(String, known: [String])
  /// The value of a layer's option is not of the form it takes.
  case optionValue(String, value: String, expected: ParameterKind)
  /// A layer takes something, or the output is something, that has no place in the file.
  case unknownSource(String)
  /// A layer takes something that comes after it, or itself.
  case laterSource(String)
  /// Two layers have this name; the first stands at `firstLine`.
  case duplicateName(String, firstLine: Int)
  /// The layers make no network.
  case network(NetworkError)
}

extension NetworkFileError {
  /// A fault of the text, its words made fit to be shown.
  init(_ error: YAMLError) {
    let reason: YAMLError.Reason =
      switch error.reason {
      case .badYAML(let words): .badYAML(Excerpt.of(words))
      case .unknownField(let name, let known): .unknownField(Excerpt.of(name), known: known)
      case .badValue(let field, let value): .badValue(field: field, value: Excerpt.of(value))
      case .tooLarge, .tooDeep, .aliasRefused, .keyNotText, .missingField, .wrongKind: error.reason
      }
    self = .content(.yaml(reason), line: error.line)
  }
}
