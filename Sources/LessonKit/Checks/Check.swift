import ConvolutionEngine
import Explorer

/// What has to be true for a task to be solved. It looks at what came about, never at which keys were pressed.
package indirect enum Check: Sendable, Equatable {
  /// The window stands on this output cell.
  case reachCell(row: Int, column: Int)
  /// A parameter has this value.
  case parameter(ParameterName, ParameterValue)
  /// This operator is stepped.
  case operation(OperatorName)
  /// The kernel has this shape and these weights, but for what `upTo` leaves open.
  case kernelEquals(Tensor, upTo: Set<KernelFreedom> = [])
  case kernel(KernelFact)
  /// The input has this shape and these values.
  case inputEquals(Tensor)
  /// One cell of the first plane of the input or the kernel has such a value.
  case cell(OperandName, row: Int, column: Int, NumberTest)
  /// An operand has the values it had when the task began.
  case unchanged(OperandName)
  /// The output has the shape and the values it had when the task began.
  case unchangedOutput
  case output(OutputPredicate)
  /// The weights and biases of the operator, counted.
  case weightCount(CountTest)
  /// The products of the whole output, counted; those with padding as well.
  case productCount(CountTest)
  case comparison(ComparisonKind)
  /// Our output less the one that it is compared with, in every cell of both that lies this far inside the rim.
  case difference(NumberTest, rim: Int)
  /// This study takes the stage; nil for none.
  case study(StudyName?)
  case dense(DenseFact)
  case stack(StackFact)
  /// So many cells were predicted rightly in the predict mode since the task began, and none was skipped.
  case predicted(CountTest)
  /// There are no more edits than that since the task began.
  case edits(atMost: Int)
  /// There is a target for the output.
  case targetIsSet
  /// The root of the mean square of target − output is like this; not while there is no target.
  case residual(NumberTest)
  /// An answer is given and right.
  case question(LessonQuestion)
  /// All of them, at the same time.
  case all([Check])
  /// At least one of them.
  case any([Check])
  case not(Check)
}

/// What a kernel may differ in and still ask the same question.
package enum KernelFreedom: String, Sendable, CaseIterable {
  /// A factor above 0 for all weights.
  case scale
  /// All signs.
  case sign
  /// A turn by 180°.
  case flip
}

/// What the output is compared with.
package enum ComparisonKind: String, Sendable, CaseIterable {
  /// The output before the input was shifted.
  case shift
  /// Another way to compute it.
  case algorithm
  /// Numbers from a file.
  case file
  /// The output that is wanted.
  case target
  case any, none
}

extension Check {
  /// The checks that are made of no others.
  private var leaves: [Check] {
    switch self {
    case .all(let checks), .any(let checks): checks.flatMap(\.leaves)
    case .not(let check): check.leaves
    default: [self]
    }
  }

  /// Whether the check looks at the whole output, which of a large picture is known only once it was computed.
  package var needsWholeOutput: Bool {
    leaves.contains { leaf in
      switch leaf {
      case .output(.every), .output(.maximumAt), .output(.minimumAt), .output(.grid), .unchangedOutput, .difference,
        .residual:
        true
      default: false
      }
    }
  }

  /// The question that waits for a typed answer; the first of several.
  package var question: LessonQuestion? {
    leaves.lazy.compactMap { if case .question(let question) = $0 { question } else { nil } }.first
  }
}
