import ConvolutionEngine
import Formats
import Workbench
import YAMLText

/// Sentences for why a file gives no network.
extension TextTable {
  /// - Parameter file: the file as it was named.
  func sentence(for error: NetworkFileError, file: String) -> String {
    switch error {
    case .file(let error): sentence(for: error, file: file)
    case .content(let fault, let line):
      text(.networkFileFault, line.map { text(.placeLine, file, "\($0)") } ?? file, phrase(for: fault))
    }
  }

  private func phrase(for fault: NetworkFault) -> String {
    switch fault {
    case .notUTF8: text(.lessonNotUTF8)
    case .yaml(let reason): phrase(for: reason)
    case .tooManyLayers(let count, let limit): text(.networkFileTooMany, "\(count)", "\(limit)")
    case .unknownKind(let kind, let known):
      text(
        .networkFileKind, kind, list(NearMatches.of(kind, in: known).isEmpty ? known : NearMatches.of(kind, in: known)))
    case .optionValue(let option, let value, let expected):
      text(.networkFileOption, option, value, text(expected.expectation))
    case .unknownSource(let name): text(.networkFileSource, name)
    case .laterSource(let name): text(.networkFileLaterSource, name)
    case .duplicateName(let name, let first): text(.networkFileDuplicate, name, "\(first)")
    case .network(let error): sentence(for: error).droppingFullStop
    }
  }

  /// What is wrong in a YAML text, without a full stop.
  func phrase(for reason: YAMLError.Reason) -> String {
    switch reason {
    case .tooLarge(let bytes, let limit): text(.lessonTooLarge, "\(bytes)", "\(limit)")
    case .tooDeep(let limit): text(.networkFileTooDeep, "\(limit)")
    case .badYAML(let message): text(.lessonBadYAML, message)
    case .aliasRefused: text(.lessonAlias)
    case .keyNotText: text(.networkFileKeyNotText)
    case .unknownField(let name, let known): text(.lessonUnknownField, name, list(known))
    case .missingField(let name): text(.lessonMissingField, name)
    case .wrongKind(let field, let expected): text(.lessonWrongKind, field, text(key(for: expected)))
    case .badValue(let field, let value): text(.lessonBadValue, field, value)
    }
  }

  private func key(for kind: YAMLError.Kind) -> TextKey {
    switch kind {
    case .text: .fieldText
    case .number: .fieldNumber
    case .wholeNumber: .fieldWholeNumber
    case .list: .fieldList
    case .mapping: .fieldMapping
    }
  }
}

extension String {
  /// A sentence as a part of another.
  fileprivate var droppingFullStop: String { hasSuffix(".") ? String(dropLast()) : self }
}
