import ConvolutionEngine

extension SessionText {
  /// Reads a session without doing any of it.
  ///
  /// - Throws: `SessionError` with the first line that is wrong; a text that was cut says so whatever else is wrong.
  package static func read(_ bytes: [UInt8]) throws(SessionError) -> Session {
    var lines = try SessionLines(bytes)
    var places = ["operator": lines.number]
    let seed = try lines.seed()
    var edits: [Session.Edit] = []
    while let edit = try lines.edit(number: edits.count + 1) { edits.append(edit) }
    let count = edits.count
    places["at"] = lines.number
    let current = try lines.take("at") { words throws(ActionTextError) in try words.edit(upTo: count) }
    places["redo"] = lines.number
    var redo: [Int: Int] = [:]
    while let next = try lines.redo(count: count) { redo[next.after] = next.edit }
    let view = try lines.view(noting: &places)
    var notes: [String: String] = [:]
    while let note = try lines.note() { notes[note.word] = note.text }
    try lines.expectEnd()
    var session = Session(seed: seed, edits: edits, current: current, redo: redo, view: view, notes: notes)
    session.lines = places
    return session
  }

  /// Whether the bytes are a whole session of a known version, which may be written over. Complexity: the number of bytes.
  package static func isSession(_ bytes: [UInt8]) -> Bool { (try? SessionLines(bytes)) != nil }
}

extension SessionLines {
  fileprivate mutating func seed() throws(SessionError) -> SessionSeed {
    let operation: OperatorName = try take("operator") { words throws(ActionTextError) in try words.choice(.name) }
    let description = OperatorCatalog.description(of: operation)
    var parameters = Parameters(defaultsOf: description.parameters)
    while let setting = try parameter(of: description) { parameters[setting.name] = setting.value }
    let reveal: RevealMode = try take("reveal") { words throws(ActionTextError) in try words.choice(.revealMode) }
    let study = try takeIfThere("study") { words throws(ActionTextError) in try Study(reading: &words) }
    var grids: [SessionSeed.Grid] = []
    while let grid = try grid() { grids.append(grid) }
    return SessionSeed(operation: operation, parameters: parameters, reveal: reveal, study: study, grids: grids)
  }

  private mutating func parameter(
    of description: OperatorDescription
  ) throws(SessionError) -> (name: ParameterName, value: ParameterValue)? {
    try takeIfThere("set") { words throws(ActionTextError) in
      let name: ParameterName = try words.choice(.parameter)
      let text = try words.next(.value)
      guard let value = description.specification(of: name)?.value(from: text) else {
        throw ActionTextError(word: text, expected: .valueOf(name))
      }
      return (name, value)
    }
  }

  private mutating func grid() throws(SessionError) -> SessionSeed.Grid? {
    let line = number
    typealias Found = (operand: OperandName, isColor: Bool, content: SessionSeed.Content, name: String)
    let found: Found? =
      switch firstWord {
      case "grid":
        try take("grid") { words throws(ActionTextError) -> Found in
          let (operand, isColor) = try words.operand()
          let shape = try words.shape()
          let name = try words.name()
          return (operand, isColor, .numbers(try words.tensor(shape)), name)
        }
      case "file":
        try take("file") { words throws(ActionTextError) -> Found in
          let (operand, file) = try words.file()
          return (operand, file.isColor, .file(file), file.name)
        }
      default: nil
      }
    guard let found else { return nil }
    let edited = try takeIfThere("edited") { words throws(ActionTextError) -> OperandName in
      let operand: OperandName = try words.choice(.operand)
      guard operand == found.operand else { throw ActionTextError(word: operand.rawValue, expected: .operand) }
      return operand
    }
    let filters = try filterOrigins()
    return SessionSeed.Grid(
      operand: found.operand, content: found.content, name: found.name.isEmpty ? nil : found.name,
      isEdited: edited != nil, isColor: found.isColor, filters: filters, line: line)
  }

  private mutating func filterOrigins() throws(SessionError) -> [FilterOrigin] {
    var filters =
      try takeIfThere("filters") { words throws(ActionTextError) -> [FilterOrigin] in
        var filters: [FilterOrigin] = []
        while !words.isAtEnd { filters.append(FilterOrigin(name: try words.name())) }
        return filters
      } ?? []
    let count = filters.count
    let edited = try takeIfThere("edited-filters") { words throws(ActionTextError) -> [Int] in
      var edited: [Int] = []
      while !words.isAtEnd {
        let index = try words.integer(.filter)
        guard (0..<count).contains(index) else { throw ActionTextError(word: "\(index)", expected: .filter) }
        edited.append(index)
      }
      return edited
    }
    for index in edited ?? [] { filters[index].isEdited = true }
    return filters
  }

  /// An edit of this number, with the lines that belong to it; nil when another line comes next.
  fileprivate mutating func edit(number edit: Int) throws(SessionError) -> Session.Edit? {
    guard Int(firstWord) != nil else { return nil }
    let line = number
    var parts = 0
    var record = EditRecord.several([])
    var parent = 0
    try takeWords { words throws(ActionTextError) in
      let word = try words.next(.edit)
      guard word == "\(edit)" else { throw ActionTextError(word: word, expected: .edit) }
      let after = try words.next(.line("\(edit) after"))
      guard after == "after" else { throw ActionTextError(word: after, expected: .line("\(edit) after")) }
      parent = try words.edit(upTo: edit - 1)
      if words.first == "together" {
        _ = try words.next(.action)
        parts = try words.integer(.number)
        guard parts > 0 else { throw ActionTextError(word: "\(parts)", expected: .number) }
      } else {
        record = try EditRecord(reading: &words)
      }
    }
    guard parts > 0 else { return Session.Edit(parent: parent, record: record, line: line) }
    var records: [EditRecord] = []
    for _ in 0..<parts {
      records.append(try take("+") { words throws(ActionTextError) in try EditRecord(reading: &words) })
    }
    return Session.Edit(parent: parent, record: .several(records), line: line)
  }

  fileprivate mutating func redo(count: Int) throws(SessionError) -> (after: Int, edit: Int)? {
    try takeIfThere("redo") { words throws(ActionTextError) in
      (try words.edit(upTo: count), try words.edit(upTo: count))
    }
  }

  fileprivate mutating func note() throws(SessionError) -> (word: String, text: String)? {
    try takeIfThere("note") { words throws(ActionTextError) in (try words.next(.name), try words.name()) }
  }

  fileprivate mutating func view(noting places: inout [String: Int]) throws(SessionError) -> Session.View {
    func place(_ words: inout ActionWords) throws(ActionTextError) -> Coordinate {
      Coordinate(
        batch: try words.integer(.number), channel: try words.integer(.channel), row: try words.integer(.row),
        column: try words.integer(.column))
    }
    places["cell"] = number
    let cell = try take("cell", place)
    places["input-cursor"] = number
    let inputCursor = try take("input-cursor", place)
    places["kernel-cursor"] = number
    let kernelCursor = try take("kernel-cursor", place)
    let products = try takeIfThere("products") { words throws(ActionTextError) in try words.integer(.number) }
    places["speed"] = number
    let speed = try take("speed") { words throws(ActionTextError) in try words.integer(.cellsPerSecond) }
    let reached = try takeIfThere("reached") { words throws(ActionTextError) in try words.places() }
    let score = try takeIfThere("score") { words throws(ActionTextError) in try words.score() }
    let missed = try takeIfThere("missed") { words throws(ActionTextError) in try words.places() }
    return Session.View(
      cell: cell, inputCursor: inputCursor, kernelCursor: kernelCursor, subStep: products, cellsPerSecond: speed,
      reached: reached ?? [], score: score ?? PredictionRun.Score(), missed: missed ?? [])
  }
}

extension EditRecord {
  /// An edit as a session writes it. What is no edit, such as a step, is refused.
  fileprivate init(reading words: inout ActionWords) throws(ActionTextError) {
    if words.first == "open" {
      _ = try words.next(.action)
      let (operand, file) = try words.file()
      self = .file(operand, file)
      return
    }
    let verb = words.first ?? ""
    let action = try ExplorerAction(reading: &words)
    guard action.isEdit else { throw ActionTextError(word: verb, expected: .action) }
    self = .action(action)
  }
}

extension ActionWords {
  /// Counts of predictions, none below 0.
  fileprivate mutating func score() throws(ActionTextError) -> PredictionRun.Score {
    func count() throws(ActionTextError) -> Int {
      let word = try next(.number)
      // Far beyond what anybody answers, and far below what sums of them could not hold.
      guard let count = Int(word), (0...1_000_000_000).contains(count) else {
        throw ActionTextError(word: word, expected: .number)
      }
      return count
    }
    var score = PredictionRun.Score()
    score.tries = try count()
    score.atOnce = try count()
    score.later = try count()
    score.skipped = try count()
    return score
  }

  /// Places in reading order, to the end: `0-16 24`.
  fileprivate mutating func places() throws(ActionTextError) -> [Range<Int>] {
    var ranges: [Range<Int>] = []
    while !isAtEnd {
      let word = try next(.places)
      let ends = word.split(separator: "-", omittingEmptySubsequences: false).map { Int($0) }
      guard (1...2).contains(ends.count), let low = ends[0], let high = ends[ends.count - 1], low >= 0, low <= high,
        high < .max
      else { throw ActionTextError(word: word, expected: .places) }
      ranges.append(low..<(high + 1))
    }
    return ranges
  }
}
