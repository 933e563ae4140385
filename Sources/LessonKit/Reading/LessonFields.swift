import YAMLText

/// The fields of a mapping in a lesson, of which each has to be known.
struct LessonFields {
  private let yaml: YAMLFields

  /// - Parameters:
  ///   - name: what the mapping is called in problems.
  ///   - known: every name a field may have.
  init(_ value: LessonValue, name: String, known: [String]) throws(LessonFault) {
    yaml = try value.reading { value throws(YAMLError) in try YAMLFields(value, name: name, known: known) }
  }

  /// The line of the mapping itself.
  var line: Int { yaml.line }

  var names: [String] { yaml.names }

  /// The value of a field that may be missing.
  subscript(name: String) -> LessonValue? { yaml[name].map { LessonValue($0) } }

  /// The value of a field that must be there.
  func required(_ name: String) throws(LessonFault) -> LessonValue {
    do {
      return LessonValue(try yaml.required(name))
    } catch {
      throw LessonFault(error)
    }
  }
}
