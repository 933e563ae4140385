import ConvolutionEngine
import Explorer

/// What has to be true for a task to be solved. It looks at what came about, never at which keys were pressed.
package indirect enum Check: Sendable, Equatable {
  /// The window stands on this output cell.
  case reachCell(row: Int, column: Int)
  /// A parameter has this value.
  case parameter(ParameterName, ParameterValue)
  /// The kernel has this shape and these weights.
  case kernelEquals(Tensor)
  /// The input has this shape and these values.
  case inputEquals(Tensor)
  /// One cell of the first plane of the input or the kernel has such a value.
  case cell(OperandName, row: Int, column: Int, NumberTest)
  /// An operand has the values it had when the task began.
  case unchanged(OperandName)
  case output(OutputPredicate)
  /// An answer is given that is the value of the next output cell in reading order; that cell was still hidden.
  case predictNext
  /// All of them, at the same time.
  case all([Check])
}

/// What is asked of one number. Values within `tolerance` of the bound count as equal to it.
package enum NumberTest: Sendable, Equatable {
  case equals(Float)
  case atLeast(Float)
  case atMost(Float)
}

/// What is asked of the output.
package enum OutputPredicate: Sendable, Equatable {
  /// One cell of the current plane has such a value.
  case cell(row: Int, column: Int, NumberTest)
  /// Every cell of the current plane within these rows and columns (nil: all) has such a value.
  case every(NumberTest, rows: ClosedRange<Int>?, columns: ClosedRange<Int>?)
  /// This cell of the current plane is larger than every other one.
  case maximumAt(row: Int, column: Int)
  /// This cell of the current plane is smaller than every other one.
  case minimumAt(row: Int, column: Int)
  /// The output has this height and width.
  case size(PerAxis<Int>)
}

extension Check {
  /// Whether the check looks at the whole output, which of a large picture is known only once it was computed.
  package var needsWholeOutput: Bool {
    switch self {
    case .output(.every), .output(.maximumAt), .output(.minimumAt): true
    case .all(let checks): checks.contains(where: \.needsWholeOutput)
    case .reachCell, .parameter, .kernelEquals, .inputEquals, .cell, .unchanged, .output, .predictNext: false
    }
  }

  /// Whether the check waits for a typed answer.
  package var asksForAnswer: Bool {
    switch self {
    case .predictNext: true
    case .all(let checks): checks.contains(where: \.asksForAnswer)
    case .reachCell, .parameter, .kernelEquals, .inputEquals, .cell, .unchanged, .output: false
    }
  }
}
