import ConvolutionEngine

/// What our output is compared with, how near is near enough, and what of it is shown.
package struct Comparison: Equatable, Sendable {
  package internal(set) var other: Other?
  package internal(set) var tolerance = Tolerance.float32
  package internal(set) var view = OutputView.difference
  package internal(set) var shiftFill = ShiftFill.zeros
  /// While the input is shifted, our output is compared with the shifted one of before, and with nothing else.
  package internal(set) var shift: ShiftRun?

  package enum Other: Equatable, Sendable {
    case algorithm(ComparedAlgorithm)
    case file(ComparedFile)
    /// The target of the document: an output that is wanted.
    case target
  }

  /// Numbers from a file. They stay as they are, whatever becomes of ours.
  package struct ComparedFile: Equatable, Sendable {
    package let file: GridFile
    /// Nil until the file has been read again after a session that names it was opened.
    package internal(set) var values: Tensor?

    package static func == (left: ComparedFile, right: ComparedFile) -> Bool {
      left.file == right.file && (left.values == nil) == (right.values == nil)
    }
  }

  package var isOn: Bool { other != nil || shift != nil }

  /// The tolerance that counts: none at all for shifts, where both are the same sums in the same order.
  package var presentTolerance: Tolerance { shift == nil ? tolerance : .exact }
}

/// Why there is nothing to compare with just now.
package enum ComparisonProblem: Error, Equatable, Sendable {
  /// The operator cannot be computed this way.
  case doesNotApply(ComparedAlgorithm, OperatorName)
  /// The numbers of the file have another shape than the output.
  case shapes(file: String, Shape, output: Shape)
  /// The target has another shape than the output.
  case targetShape(Shape, output: Shape)
  /// The window takes longer steps than the input was shifted, or steps that do not end where the shift does.
  case stride(Int, shift: Int, axis: Axis)
  /// The windows of the operator are not all alike, so that no shift of the output belongs to one of the input.
  case unevenWindows(Axis)
}

/// How far a comparison has come.
package enum ComparisonState: Equatable, Sendable {
  case off
  case broken(ComparisonProblem)
  /// It is being made beside the loop.
  case pending
  case ready(ComparisonResult)
}
