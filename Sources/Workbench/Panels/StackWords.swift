import ConvolutionEngine
import Explorer
import TerminalKit

/// What a stack says in words: how the field of a layer comes about, what the chosen cell sees, and what a dense layer would
/// take for the same maps.
enum StackWords {
  /// The most useful lines first, each in the longest form that fits.
  static func lines(_ frame: StackFrame, columns: Int, rows: Int, _ context: PanelContext) -> [StyledLine] {
    let words = Words(frame: frame, columns: columns, context: context)
    let trace = frame.view.traced > 0 ? words.traced : nil
    let groups: [[String]?] =
      trace != nil
      ? [trace, words.cell, words.field, words.dense, words.substitute]
      : frame.view.isInMap
        ? [words.cell, words.ways, words.field, words.dense, words.substitute]
        : [words.field, words.cell, words.dense, words.substitute, words.few, words.ways]
    return groups.compactMap { $0 }.prefix(rows).map { candidates in
      let plain = candidates.map(context.glyphs.plain)
      let text = plain.first { DisplayWidth.columns(of: $0) <= columns } ?? plain.last ?? ""
      return StyledLine([Span(context.cut(text, columns: columns))])
    }
  }
}

/// The sentences, each in forms from long to short.
private struct Words {
  let frame: StackFrame
  let columns: Int
  let context: PanelContext

  private var model: StackModel { frame.model }
  private var level: Int { frame.view.level }
  private var separator: String { context.glyphs.separator }
  private func text(_ key: TextKey, _ arguments: String...) -> String {
    context.state.texts.text(key, arguments: arguments)
  }

  // MARK: Fields

  /// r = r before + (k_eff − 1)·jump, with its numbers.
  var field: [String]? {
    guard level > 0 else { return [text(.stackFieldOfInput)] }
    let row = model.summary.rows[level - 1]
    guard let field = row.receptiveField?.vertical else { return nil }
    let picture = model.shapes[0].size
    let isLarger = field.size > picture.vertical
    let name = row.name
    let sources = model.sources(of: level)
    let before = sources.first.flatMap { $0 == 0 ? nil : model.summary.rows[$0 - 1].receptiveField?.vertical }
    let (oldSize, oldJump) = (before?.size ?? 1, before.map(\.jump) ?? Ratio(1))
    var notes: [String] = []
    if isLarger { notes.append(text(.stackLarger)) }
    if !row.isUsed { notes.append(text(.stackNotUsed)) }
    let end = notes.joined()
    let plain = text(.stackFieldIs, name, "\(field.size)", field.jump.map { "\($0)" } ?? context.glyphs.unknown)
    guard sources.count == 1, sources[0] == 0 || before != nil, let oldJump else { return [plain + end, plain] }
    guard let reach = model.window(of: level) else {
      if model.seesAll(level) { return [text(.stackSeesAll, name, "\(field.size)") + end, plain + end, plain] }
      guard oldSize == field.size else { return [plain + end, plain] }
      return [text(.stackFieldStays, name, "\(field.size)", "\(oldJump)") + end, plain + end, plain]
    }
    let extent = reach.dilation * (reach.kernel - 1) + 1
    let formula = text(.stackFormula, name, "\(oldSize)", "\(extent)", "\(oldJump)", "\(field.size)")
    let short = text(.stackFormulaShort, "", "\(oldSize)", "\(extent)", "\(oldJump)", "\(field.size)")
    let jump = separator + text(.stackJumpGrows, "\(oldJump)", "\(reach.stride)", field.jump.map { "\($0)" } ?? "?")
    guard reach.dilation > 1 else {
      return [formula + end + jump, formula + end, short + end, short]
    }
    let dilated =
      text(.stackFormulaDilated, name, "\(reach.dilation)", "\(reach.kernel)", "\(extent)") + separator + short
    return [dilated + end + jump, dilated + end, short + end + jump, short + end, short]
  }

  // MARK: The chosen cell

  private var cellName: String {
    let name = StackMap.name(of: frame, context)
    return frame.value.map { "\(name) = \(NumberText.shortest($0))" } ?? name
  }

  /// Which cells of the input the chosen one sees, and how much of what it reaches is padding.
  var cell: [String]? {
    guard let field = frame.trace.field else { return [text(.stackCellUntold, cellName)] }
    guard field.cellCount > 0 else { return [text(.stackCellNothing, cellName)] }
    let size = model.shapes[0].size
    let isAll = field.cellCount == size.vertical * size.horizontal
    let (rows, columns) = (GridTitle.span(field.rows, context), GridTitle.span(field.columns, context))
    let long = isAll ? text(.stackCellAll, cellName) : text(.stackCell, cellName, rows, columns)
    let short = isAll ? long : text(.stackCellShort, StackMap.name(of: frame, context), rows, columns)
    let outside = outside.map { separator + $0 } ?? ""
    let shortest = isAll ? long : text(.stackCellShortest, StackMap.name(of: frame, context), rows, columns)
    return [long + outside, short + outside, shortest + outside, short, shortest]
  }

  private var outside: String? {
    let size = model.shapes[0].size
    let (rows, columns) = (frame.trace.outside(.vertical, of: size), frame.trace.outside(.horizontal, of: size))
    let parts = [
      (rows.before, TextKey.stackOutsideAbove), (rows.after, .stackOutsideBelow),
      (columns.before, .stackOutsideLeft), (columns.after, .stackOutsideRight),
    ].filter { $0.0 > 0 }.map { text($0.1, "\($0.0)") }
    return parts.isEmpty ? nil : text(.stackOutside, parts.joined(separator: ", "))
  }

  /// In how many ways the cells of the input reach the chosen one.
  var ways: [String]? {
    guard let field = frame.trace.field, field.cellCount > 1 else { return nil }
    return ways(of: field)
  }

  private func ways(of footprint: StackFootprint) -> [String]? {
    guard footprint.most > 1 else { return [text(.stackWaysOne, "\(footprint.cellCount)")] }
    let profile = footprint.profile
    guard profile.count <= 24, footprint.most < .max else { return nil }
    let numbers = profile.map { "\($0)" }.joined(separator: " ")
    return [TextKey.stackWays, .stackWaysShort].map { text($0, numbers, NetworkTable.grouped(footprint.most)) }
  }

  /// What of the traced level feeds the cell.
  var traced: [String]? {
    let name = StackMap.name(of: frame, context)
    guard frame.view.traced < level else { return [text(.stackTracedCell, cellName)] }
    guard let footprint = frame.trace.footprints[frame.view.traced] else { return nil }
    let of = frame.name(of: frame.view.traced)
    let place = text(.stackRows, GridTitle.span(footprint.rows, context), GridTitle.span(footprint.columns, context))
    let count =
      footprint.cellCount == 1
      ? text(.stackOneCell) : text(.stackCells, NetworkTable.grouped(footprint.cellCount))
    let long = text(.stackTraced, name, count, of, place)
    let ways = footprint.most > 1 ? ways(of: footprint)?.map { long + separator + $0 } ?? [] : []
    return ways + [long, text(.stackTracedShort, name, count, of)]
  }

  // MARK: Like for like

  /// The parameters of a convolution, and those of a dense layer that makes the same maps.
  var dense: [String]? {
    guard let comparison = StackComparison(model, level: level) else { return nil }
    let own = NetworkTable.grouped(comparison.parameters)
    let dense = comparison.denseParameters.map(NetworkTable.grouped) ?? text(.stackDenseMore)
    let ratio = StackNumber.short(comparison.ratio)
    return [text(.stackDense, own, dense, ratio), text(.stackDenseShort, own, dense, ratio)]
  }

  /// A dense layer to a few numbers, which is no like for a convolution.
  var few: [String]? {
    guard let comparison = StackComparison(model, level: level),
      comparison.output.count > StackComparison.fewNumbers
    else { return nil }
    let (numbers, weights) = (
      "\(StackComparison.fewNumbers)", comparison.fewWeights.map(NetworkTable.grouped) ?? text(.stackDenseMore)
    )
    return [
      text(
        .stackFew, numbers, weights, StackNumber.short(comparison.fewRatio), "\(comparison.output.channels)"),
      text(.stackFewShort, numbers, weights),
    ]
  }

  /// Several small kernels against a large one of the same field.
  var substitute: [String]? {
    guard let substitute = StackSubstitute(model, level: level) else { return nil }
    func weights(_ count: Int?, _ squares: Int) -> String {
      guard let count else { return text(.stackDenseMore) }
      let number = NetworkTable.grouped(count)
      return substitute.channels == nil ? number : text(.stackSubstituteSquare, "\(squares)", number)
    }
    let kernels =
      substitute.kernels.count <= 4
      ? substitute.kernels.map { "\($0)×\($0)" }.joined(separator: ", ")
      : text(.stackSubstituteMany, "\(substitute.kernels.count)")
    let squares = substitute.kernels.reduce(0) { $0 + $1 * $1 }
    let (own, one) = (
      weights(substitute.weights, squares), weights(substitute.oneWeights, substitute.field * substitute.field)
    )
    let channels = substitute.channels.map { text(.stackSubstituteChannels, "\($0)") } ?? ""
    return [
      text(.stackSubstitute, kernels, own, "\(substitute.field)", one) + channels,
      text(.stackSubstitute, kernels, own, "\(substitute.field)", one),
      text(.stackSubstituteShort, kernels, own, "\(substitute.field)", one),
    ]
  }
}
