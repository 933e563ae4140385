import ConvolutionEngine
import Explorer

/// What a typed kernel is in place of the hidden one, as far as it can be told without giving the weights away.
package enum KernelMistake: Sendable, Equatable {
  /// Another size, and the size that the kernel has.
  case size(PerAxis<Int>, expected: PerAxis<Int>)
  /// The kernel turned by 180°: what an impulse shows under cross-correlation.
  case turned
  /// Rows and columns changed places.
  case transposed
  /// All signs are the other ones.
  case negated
  /// A turn and the other signs.
  case turnedAndNegated
  /// So many weights are wrong, of so many.
  case weights(Int, of: Int)
}

/// The question for the kernel that a task hides.
struct HiddenKernel {
  let state: ExplorerState
  /// How often the input was changed.
  let probes: Int
  let limit: Int?

  func judge(_ text: String) -> Verdict {
    guard let weights = state.experiment.operands[.weights],
      let kernel = GridBlock(
        of: weights, at: Coordinate(row: 0, column: 0),
        size: PerAxis(vertical: weights.shape.height, horizontal: weights.shape.width))
    else { return .notYet }
    guard let typed = Self.grid(text) else { return .wrong(.notAGrid) }
    if let mistake = Self.mistake(in: typed.shaped(like: kernel), of: kernel) { return .wrong(.wrongKernel(mistake)) }
    if let limit, probes > limit { return .wrong(.tooManyProbes(probes, limit: limit)) }
    return .passed
  }

  /// A typed grid: rows with `;` between them, or what `PastedGrid` reads.
  static func grid(_ text: String) -> GridBlock? {
    let plain = String(text.map { $0 == "\u{2212}" ? "-" : $0 })
    let isNested = plain.contains("[") || plain.contains("{")
    let hasLines = plain.contains(where: \.isNewline) || plain.contains("\t")
    let rows = isNested || hasLines ? plain : plain.replacing(";", with: "\n")
    return try? PastedGrid.read(rows)
  }

  /// Nil for the kernel itself. What is told first would explain the most: the turn, which an impulse leads to.
  static func mistake(in typed: GridBlock, of kernel: GridBlock) -> KernelMistake? {
    if typed.isSame(as: kernel) { return nil }
    if typed.isSame(as: kernel.turned) { return .turned }
    if typed.isSame(as: kernel.transposed) { return .transposed }
    guard typed.size == kernel.size else { return .size(typed.size, expected: kernel.size) }
    if typed.isSame(as: kernel.negated) { return .negated }
    if typed.isSame(as: kernel.turned.negated) { return .turnedAndNegated }
    let wrong = zip(typed.values, kernel.values).count { !NumberTest.equals($1).accepts($0) }
    return .weights(wrong, of: kernel.values.count)
  }
}

extension GridBlock {
  fileprivate func isSame(as other: GridBlock) -> Bool {
    size == other.size && zip(values, other.values).allSatisfy { NumberTest.equals($1).accepts($0) }
  }

  /// A single row of as many numbers is read in reading order: rows that were pasted may arrive without their ends.
  fileprivate func shaped(like other: GridBlock) -> GridBlock {
    guard size.vertical == 1, values.count == other.values.count else { return self }
    return GridBlock(size: other.size, values: values) ?? self
  }

  fileprivate var turned: GridBlock { GridBlock(size: size, values: values.reversed()) ?? self }

  fileprivate var negated: GridBlock { GridBlock(size: size, values: values.map { -$0 }) ?? self }

  fileprivate var transposed: GridBlock {
    let columns = size.horizontal
    let numbers = (0..<columns).flatMap { column in (0..<size.vertical).map { values[$0 * columns + column] } }
    return GridBlock(size: PerAxis(vertical: columns, horizontal: size.vertical), values: numbers) ?? self
  }
}
