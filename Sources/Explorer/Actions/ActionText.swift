import ConvolutionEngine

/// The one text form of actions, used by lesson solutions, scripts and sessions.
///
/// ```
/// step forward|back|up|down|row-start|row-end|first|last
/// scrub TENTHS
/// jump ROW COLUMN              select input|kernel|output ROW COLUMN
/// channel N   filter N         substep forward|back|all
/// play   pause   speed N   tick
/// edit input|kernel ROW COLUMN VALUE             edit kernel FILTER CHANNEL ROW COLUMN VALUE
/// edit bias FILTER VALUE       remove bias
/// filters N [random [SEED]]    channels N        preset filter FILTER NAME
/// kernels NAME NAME …
/// block input|kernel [FILTER CHANNEL] ROW COLUMN HxW VALUE …
/// resize input|kernel HxW      set stride|padding|padding-mode|dilation|flip VALUE
/// clear stride|mode            operator NAME [ROW]
/// preset input|kernel NAME [HxW]
/// load input|kernel|bias NxCxHxW NAME VALUE …    load rgb HxW NAME VALUE …
/// reveal live|stepping|predict         answer NUMBER   skip
/// shift ROWS COLUMNS [zeros|wrap]      shift-comparison on|off            shift-fill zeros|wrap
/// compare ALGORITHM|target|off     tolerance RELATIVE [ABSOLUTE]
/// show difference|own|other    next-difference
/// study none|dense|stack …
/// target [off]   target NxCxHxW VALUE …   target edit [FILTER] ROW COLUMN VALUE   fit
/// undo   redo   go-to-edit N
/// ```
///
/// Words are separated by blanks; in a NAME a blank is written `%20`, a percent sign `%25`, and no name at all `%`.
/// `together` has no text: a script is a list of lines. `loadFile` has one that only sessions read, `compareFile` none.
extension ExplorerAction {
  /// Reads one action.
  ///
  /// - Throws: `ActionTextError` saying which word is wrong and what was expected.
  package init(text: String) throws(ActionTextError) {
    var words = ActionWords(text)
    self = try Self.parse(&words)
    try words.expectEnd()
  }

  /// Reads one action and leaves what stands after it.
  init(reading words: inout ActionWords) throws(ActionTextError) { self = try Self.parse(&words) }

  private static func parse(_ words: inout ActionWords) throws(ActionTextError) -> ExplorerAction {
    let verb = try words.next(.action)
    switch verb {
    case "step": return .step(try words.choice(.direction))
    case "jump": return .jump(row: try words.integer(.row), column: try words.integer(.column))
    case "scrub": return .scrub(try words.integer(.tenths))
    case "select":
      return .select(
        try words.choice(.grid), row: try words.integer(.row), column: try words.integer(.column))
    case "channel": return .channel(try words.integer(.channel))
    case "filter": return .filter(try words.integer(.filter))
    case "filters", "channels": return try counts(verb, &words)
    case "kernels": return try kernels(&words)
    case "remove": return .remove(try words.choice(.operand))
    case "substep": return .subStep(try words.choice(.subStep))
    case "play": return .play
    case "pause": return .pause
    case "speed": return .speed(try words.integer(.cellsPerSecond))
    case "tick": return .tick
    case "edit": return try edit(&words)
    case "block": return try block(&words)
    case "resize": return .resize(try words.choice(.operand), try words.size())
    case "set": return try set(&words)
    case "clear": return .clear(try words.choice(.parameter))
    case "operator":
      let operation: OperatorName = try words.choice(.operation)
      return .operation(operation, row: words.isAtEnd ? nil : try words.integer(.row))
    case "preset":
      if words.take("filter") { return .presetFilter(try words.integer(.filter), try words.next(.preset)) }
      let operand: OperandName = try words.choice(.operand)
      let name = try words.next(.preset)
      return .preset(operand, name, size: words.isAtEnd ? nil : try words.size())
    case "load": return try load(&words)
    case "reveal": return .reveal(try words.choice(.revealMode))
    case "study": return .study(words.take("none") ? nil : try Study(reading: &words))
    case "answer": return try answer(&words)
    case "skip": return .skip
    case "shift", "shift-comparison", "shift-fill", "compare", "tolerance", "show":
      return try comparing(verb, &words)
    case "target": return .target(try TargetChange(reading: &words))
    case "fit": return .fit
    case "next-difference": return .nextDifference
    case "undo": return .undo
    case "redo": return .redo
    case "go-to-edit": return .goToEdit(try words.integer(.edit))
    default: throw ActionTextError(word: verb, expected: .action)
    }
  }

  private static func answer(_ words: inout ActionWords) throws(ActionTextError) -> ExplorerAction {
    let word = try words.next(.number)
    guard let answer = AnswerText(word) else { throw ActionTextError(word: word, expected: .number) }
    return .answer(answer)
  }

  private static func edit(_ words: inout ActionWords) throws(ActionTextError) -> ExplorerAction {
    let operand: OperandName = try words.choice(.operand)
    if operand == .bias, words.remaining <= 2 {
      let filter = try words.integer(.filter)
      return .edit(.bias, Coordinate(channel: filter, row: 0, column: 0), try words.float(.number))
    }
    // Two numbers before the value name a row and a column, four a whole coordinate.
    let indices = words.remaining == 5 ? 4 : 2
    var numbers: [Int] = []
    let names: [ActionExpectation] = [.filter, .channel, .row, .column]
    for name in names.suffix(indices) {
      numbers.append(try words.integer(name))
    }
    let full = indices == 4 ? numbers : [0, 0] + numbers
    let coordinate = Coordinate(batch: full[0], channel: full[1], row: full[2], column: full[3])
    return .edit(operand, coordinate, try words.float(.number))
  }

  private static func block(_ words: inout ActionWords) throws(ActionTextError) -> ExplorerAction {
    let operand: OperandName = try words.choice(.operand)
    var numbers: [Int] = []
    // The size is the first word that is no whole number.
    while let word = words.first, Int(word) != nil, numbers.count < 4 { numbers.append(try words.integer(.row)) }
    guard numbers.count == 2 || numbers.count == 4 else {
      throw ActionTextError(word: words.first ?? "", expected: numbers.count == 3 ? .column : .row)
    }
    let full = numbers.count == 4 ? numbers : [0, 0] + numbers
    let size = try words.size()
    var values: [Float] = []
    while !words.isAtEnd { values.append(try words.float(.number)) }
    guard let block = GridBlock(size: size, values: values) else {
      let cells = size.vertical.multipliedReportingOverflow(by: size.horizontal)
      let isLegal = size.vertical >= 1 && size.horizontal >= 1 && !cells.overflow
      guard isLegal, cells.partialValue <= GridBlock.largest else {
        throw ActionTextError(word: "\(size.vertical)x\(size.horizontal)", expected: .size)
      }
      throw ActionTextError(word: "\(values.count)", expected: .numbers(cells.partialValue))
    }
    return .block(
      operand, Coordinate(batch: full[0], channel: full[1], row: full[2], column: full[3]), block)
  }

  private static func set(_ words: inout ActionWords) throws(ActionTextError) -> ExplorerAction {
    let name: ParameterName = try words.choice(.parameter)
    let text = try words.next(.value)
    guard let value = OperatorCatalog.value(of: name, from: text) else {
      throw ActionTextError(word: text, expected: .valueOf(name))
    }
    return .set(name, value)
  }

  private static func load(_ words: inout ActionWords) throws(ActionTextError) -> ExplorerAction {
    if words.take("rgb") { return try loadColor(&words) }
    let operand: OperandName = try words.choice(.operand)
    let shape = try words.shape()
    let name = try words.name()
    return .load(operand, try words.tensor(shape), name: name)
  }

  private static func loadColor(_ words: inout ActionWords) throws(ActionTextError) -> ExplorerAction {
    let size = try words.size()
    guard let shape = try? Shape(channels: 3, height: size.vertical, width: size.horizontal) else {
      throw ActionTextError(word: "\(size.vertical)x\(size.horizontal)", expected: .size)
    }
    let name = try words.name()
    return .loadColor(try words.tensor(shape), name: name)
  }

  private static func kernels(_ words: inout ActionWords) throws(ActionTextError) -> ExplorerAction {
    var names = [try words.next(.preset)]
    while !words.isAtEnd { names.append(try words.next(.preset)) }
    return .kernels(names)
  }

  private static func counts(_ verb: String, _ words: inout ActionWords) throws(ActionTextError) -> ExplorerAction {
    let count = try words.integer(.count)
    guard verb == "filters" else { return .channels(count) }
    guard words.take("random") else { return .filters(count) }
    guard !words.isAtEnd else { return .randomFilters(count, seed: 1) }
    let word = try words.next(.seed)
    guard let seed = UInt64(word) else { throw ActionTextError(word: word, expected: .seed) }
    return .randomFilters(count, seed: seed)
  }
}

extension ExplorerAction: CustomStringConvertible {
  /// The text that `init(text:)` reads back.
  package var description: String {
    switch self {
    case .step(let step): "step \(step.rawValue)"
    case .jump(let row, let column): "jump \(row) \(column)"
    case .scrub(let tenths): "scrub \(tenths)"
    case .select(let grid, let row, let column): "select \(grid.rawValue) \(row) \(column)"
    case .channel(let index): "channel \(index)"
    case .filter(let index): "filter \(index)"
    case .subStep(let step): "substep \(step.rawValue)"
    case .play: "play"
    case .pause: "pause"
    case .speed(let speed): "speed \(speed)"
    case .tick: "tick"
    case .edit(.bias, let at, let value) where at == Coordinate(channel: at.channel, row: 0, column: 0):
      "edit bias \(at.channel) \(NumberText.shortest(value))"
    case .edit(let operand, let at, let value):
      at.batch == 0 && at.channel == 0
        ? "edit \(operand.rawValue) \(at.row) \(at.column) \(NumberText.shortest(value))"
        : "edit \(operand.rawValue) \(at.batch) \(at.channel) \(at.row) \(at.column) \(NumberText.shortest(value))"
    case .block(let operand, let at, let block):
      "block \(operand.rawValue) " + (at.batch == 0 && at.channel == 0 ? "" : "\(at.batch) \(at.channel) ")
        + "\(at.row) \(at.column) \(block.size.vertical)x\(block.size.horizontal) "
        + block.values.map { NumberText.shortest($0) }.joined(separator: " ")
    case .resize(let operand, let size): "resize \(operand.rawValue) \(size.vertical)x\(size.horizontal)"
    case .set(let name, let value): "set \(name.rawValue) \(value)"
    case .clear(let name): "clear \(name.rawValue)"
    case .operation(let name, let row): "operator \(name.rawValue)" + (row.map { " \($0)" } ?? "")
    case .preset(let operand, let name, let size):
      "preset \(operand.rawValue) \(name)" + (size.map { " \($0.vertical)x\($0.horizontal)" } ?? "")
    case .load(let operand, let tensor, let name):
      "load \(operand.rawValue) \(ActionWords.word(for: tensor.shape)) \(ActionWords.word(for: name))"
        + ActionWords.words(for: tensor)
    case .loadFile(let operand, _, let file): "load-file \(ActionWords.words(for: file, of: operand))"
    case .loadColor(let tensor, let name):
      "load rgb \(tensor.shape.height)x\(tensor.shape.width) \(ActionWords.word(for: name))"
        + ActionWords.words(for: tensor)
    case .filters(let count): "filters \(count)"
    case .randomFilters(let count, let seed): "filters \(count) random \(seed)"
    case .channels(let count): "channels \(count)"
    case .presetFilter(let filter, let name): "preset filter \(filter) \(name)"
    case .kernels(let names): "kernels " + names.joined(separator: " ")
    case .remove(let operand): "remove \(operand.rawValue)"
    case .reveal(let mode): "reveal \(mode.rawValue)"
    case .study(let study): "study \(study?.text ?? "none")"
    case .answer(let answer): "answer \(answer.text)"
    case .skip: "skip"
    case .together(let actions): actions.map(\.description).joined(separator: "\n")
    case .shift(let shift, let fill): "shift \(shift.vertical) \(shift.horizontal) \(fill.rawValue)"
    case .compare(let algorithm): "compare \(algorithm?.name ?? "off")"
    case .compareTarget: "compare target"
    case .target(let change): "target\(change.words)"
    case .fit: "fit"
    case .compareFile(_, let file): "compare-file \(ActionWords.words(for: file, of: .input))"
    case .tolerance(let tolerance): "tolerance \(tolerance.words)"
    case .showOutput(let view): "show \(view.rawValue)"
    case .nextDifference: "next-difference"
    case .shiftComparison(let isOn): "shift-comparison \(isOn ? "on" : "off")"
    case .shiftFill(let fill): "shift-fill \(fill.rawValue)"
    case .undo: "undo"
    case .redo: "redo"
    case .goToEdit(let edit): "go-to-edit \(edit)"
    }
  }
}
