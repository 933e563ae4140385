import ConvolutionEngine
import Explorer

/// Questions whose answer is typed.
extension CheckReader {
  static let questionKinds: [Kind] = [
    Kind(name: "predict") { value throws(LessonFault) in
      guard !value.isScalar else {
        let text = try value.text("predict")
        guard text == "next" else { throw value.badValue("predict", text) }
        return .question(.nextCell)
      }
      let cell = try LessonFields(value, name: "predict", known: ["cell"]).required("cell").cell("cell")
      return .question(.cell(row: cell.row, column: cell.column))
    },
    Kind(name: "choice") { value throws(LessonFault) in .question(.choice(try numbers(value, name: "choice"))) },
    Kind(name: "line") { value throws(LessonFault) in .question(.line(try numbers(value, name: "line"))) },
    Kind(name: "answer") { value throws(LessonFault) in .question(.number(try number(value))) },
    Kind(name: "hidden-kernel") { value throws(LessonFault) in
      let fields = try LessonFields(value, name: "hidden-kernel", known: ["probes"])
      let limit = try fields["probes"].map { value throws(LessonFault) in
        try LessonFields(value, name: "probes", known: ["at-most"]).required("at-most")
          .wholeNumber("at-most", in: 0...1000)
      }
      return .question(.hiddenKernel(probes: limit))
    },
  ]

  /// `2` or `[1, 3]`.
  private static func numbers(_ value: LessonValue, name: String) throws(LessonFault) -> Set<Int> {
    let values = value.isScalar ? [value] : try value.list(name)
    var numbers: Set<Int> = []
    for value in values { numbers.insert(try value.wholeNumber(name, in: 1...LessonTask.codeLimit)) }
    guard !numbers.isEmpty else { throw value.badValue(name, "") }
    return numbers
  }

  /// `{equals: 1/3, within: 0.01}`, or `within: 1%`.
  private static func number(_ value: LessonValue) throws(LessonFault) -> NumberQuestion {
    let fields = try LessonFields(value, name: "answer", known: ["equals", "within"])
    let wanted = try fields.required("equals")
    let text = try wanted.text("equals")
    guard let number = TypedNumber(text) else { throw wanted.badValue("equals", text) }
    guard let within = fields["within"] else { return NumberQuestion(value: number.value) }
    let bound = try within.text("within")
    let isPart = bound.hasSuffix("%")
    guard let width = Double(isPart ? String(bound.dropLast()) : bound), width > 0, width.isFinite else {
      throw within.badValue("within", bound)
    }
    return NumberQuestion(value: number.value, tolerance: isPart ? .relative(width / 100) : .absolute(width))
  }
}
