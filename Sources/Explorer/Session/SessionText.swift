import ConvolutionEngine

/// The text of a session: one line for each thing, so that it can be read, compared and mended by hand.
///
/// ```
/// convoscope session 1
/// operator conv2d
/// set stride 1                        every parameter
/// reveal live
/// study dense 4x4                     if one takes the stage
/// grid input 1x1x3x3 plus 0 1 0 …     the numbers, or, for a large grid from a file:
/// file input 1x1x600x800 CHECKSUM /home/ada/photo.png        with rgb for an input of three colours
/// edited input                        if its numbers are no longer those of its name
/// filters sobel-x sobel-y             what the filters of the weights are called, if each has a name
/// edited-filters 1
/// 1 after 0 edit input 0 0 5          edits by number, with the one each was made after
/// 2 after 1 open kernel 1x1x40x40 CHECKSUM /home/ada/kernel.npy
/// 3 after 1 together 2                as many lines follow
/// + set stride 2
/// + set flip true
/// at 3                                the edit that was made last
/// redo 1 2                            redo after 1 makes 2, although 3 is newer
/// cell 0 0 3 3                        batch, channel, row, column
/// input-cursor 0 0 0 0
/// kernel-cursor 0 0 0 0
/// products 4                          if not all of them are shown
/// speed 6
/// reached 0-16 24                     places of the output in reading order
/// score 9 6 1 0                       tries, right at once, right later, skipped: in the predict mode
/// missed 11                           what was answered wrongly there
/// note focus output                   what the program adds, in the order of the words
/// end 20                              counts the lines before it, so that a file that was cut is known for it
/// ```
///
/// Words and numbers are those of `ActionText`.
package enum SessionText {
  static let name = "convoscope session"
  static let version = 1

  /// - Throws: `tooLarge` or `tooMuchWork` for a session that could not be opened again.
  package static func write(
    _ session: Session, workLimit: Int = Session.Limits.work
  ) throws(SessionFault) -> [UInt8] {
    guard session.work <= workLimit else { throw .tooMuchWork(limit: workLimit) }
    var lines = Lines()
    try lines.add("\(name) \(version)")
    try add(session.seed, to: &lines)
    for (index, edit) in session.edits.enumerated() { try add(edit, number: index + 1, to: &lines) }
    try lines.add("at \(session.current)")
    for (edit, next) in session.redo.sorted(by: { $0.key < $1.key }) { try lines.add("redo \(edit) \(next)") }
    try add(session.view, to: &lines)
    for (word, text) in session.notes.sorted(by: { $0.key < $1.key }) {
      try lines.add("note \(word) \(ActionWords.word(for: text))")
    }
    try lines.add("end \(lines.count)")
    return lines.bytes
  }

  private static func add(_ seed: SessionSeed, to lines: inout Lines) throws(SessionFault) {
    try lines.add("operator \(seed.operation.rawValue)")
    for specification in OperatorCatalog.description(of: seed.operation).parameters {
      guard let value = seed.parameters[specification.name] else { continue }
      try lines.add("set \(specification.name.rawValue) \(value)")
    }
    try lines.add("reveal \(seed.reveal.rawValue)")
    if let study = seed.study { try lines.add("study \(study.text)") }
    for grid in seed.grids {
      switch grid.content {
      case .numbers(let tensor):
        // The shortest number takes two bytes; what cannot fit is not even made.
        guard tensor.shape.count <= Session.Limits.bytes / 2 else { throw .tooLarge(limit: Session.Limits.bytes) }
        try lines.add(
          "grid \(ActionWords.word(for: grid.operand, isColor: grid.isColor)) \(ActionWords.word(for: tensor.shape)) "
            + ActionWords.word(for: grid.name ?? "") + ActionWords.words(for: tensor))
      case .file(let file): try lines.add("file \(ActionWords.words(for: file, of: grid.operand))")
      }
      if grid.isEdited { try lines.add("edited \(grid.operand.rawValue)") }
      guard !grid.filters.isEmpty else { continue }
      try lines.add("filters " + grid.filters.map { ActionWords.word(for: $0.name) }.joined(separator: " "))
      let edited = grid.filters.indices.filter { grid.filters[$0].isEdited }
      if !edited.isEmpty { try lines.add("edited-filters " + edited.map { "\($0)" }.joined(separator: " ")) }
    }
  }

  private static func add(_ edit: Session.Edit, number: Int, to lines: inout Lines) throws(SessionFault) {
    let start = "\(number) after \(edit.parent)"
    guard case .several(let records) = edit.record else {
      try lines.add("\(start) \(text(of: edit.record))")
      return
    }
    try lines.add("\(start) together \(records.count)")
    for record in records { try lines.add("+ \(text(of: record))") }
  }

  private static func text(of record: EditRecord) -> String {
    switch record {
    case .action(let action): action.description
    case .file(let operand, let file): "open \(ActionWords.words(for: file, of: operand))"
    case .several: ""
    }
  }

  private static func add(_ view: Session.View, to lines: inout Lines) throws(SessionFault) {
    func place(_ coordinate: Coordinate) -> String {
      "\(coordinate.batch) \(coordinate.channel) \(coordinate.row) \(coordinate.column)"
    }
    try lines.add("cell \(place(view.cell))")
    try lines.add("input-cursor \(place(view.inputCursor))")
    try lines.add("kernel-cursor \(place(view.kernelCursor))")
    if let products = view.subStep { try lines.add("products \(products)") }
    try lines.add("speed \(view.cellsPerSecond)")
    func ranges(_ ranges: [Range<Int>]) -> String {
      ranges.map { $0.count == 1 ? "\($0.lowerBound)" : "\($0.lowerBound)-\($0.upperBound - 1)" }
        .joined(separator: " ")
    }
    if !view.reached.isEmpty { try lines.add("reached \(ranges(view.reached))") }
    let score = view.score
    if score != PredictionRun.Score() {
      try lines.add("score \(score.tries) \(score.atOnce) \(score.later) \(score.skipped)")
    }
    if !view.missed.isEmpty { try lines.add("missed \(ranges(view.missed))") }
  }

  /// Lines that never grow beyond what is read.
  private struct Lines {
    private(set) var bytes: [UInt8] = []
    private(set) var count = 0

    mutating func add(_ line: String) throws(SessionFault) {
      bytes.append(contentsOf: line.utf8)
      bytes.append(UInt8(ascii: "\n"))
      count += 1
      guard bytes.count <= Session.Limits.bytes else { throw .tooLarge(limit: Session.Limits.bytes) }
    }
  }
}
