import ConvolutionEngine

/// Which word of an action text is wrong, and what was expected there. An empty word means that the text ended.
package struct ActionTextError: Error, Equatable, Sendable {
  package let word: String
  package let expected: ActionExpectation
}

/// What an action text may hold at a place.
package enum ActionExpectation: Equatable, Sendable {
  case action
  case direction
  case grid
  case operand
  case filter, channel, row, column
  /// How many filters or channels there shall be.
  case count
  case seed
  /// An algorithm that the output can be compared with, or `off`.
  case comparison
  /// A number that is not negative.
  case tolerance
  case outputView
  case shiftFill
  /// `on` or `off`.
  case onOrOff
  case subStep
  case cellsPerSecond
  case tenths
  case preset
  case revealMode
  case study
  /// Three sides such as `3x16x16`: channels, height, width.
  case mapSides
  /// A layer such as `conv:8,k3,s1,p1,d1`.
  case stackLayer
  /// The name of a network.
  case architecture
  /// What may follow the size of a dense layer: `tied`, `delta N`, `no-bias`, `seed N`.
  case denseRule
  /// How far weights may reach, from 0 up to this.
  case reach(upTo: Int)
  /// Two sides such as `7x9`, each from 1 up to this.
  case sizeUpTo(Int)
  case operation
  case parameter
  /// A value, before it is known whether the parameter can have it.
  case value
  case valueOf(ParameterName)
  /// Four sides such as `1x1x2x2`.
  case shape
  /// Two sides such as `7x9`.
  case size
  case number
  /// So many numbers, one for each cell.
  case numbers(Int)
  case name
  /// The number of an edit in the history.
  case edit
  /// Sixteen hexadecimal digits.
  case checksum
  /// Places in reading order such as `0-16`.
  case places
  /// A line of a session that begins with this word.
  case line(String)
  case nothingMore
}
