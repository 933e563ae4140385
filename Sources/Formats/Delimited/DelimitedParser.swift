import ConvolutionEngine

/// Turns delimited text into a plane, chunk by chunk: it holds the values and one cell, never the text.
///
/// One row per line, all of the same length. Blank lines and lines that begin with `#` are skipped; a number may stand in
/// double quotes; lines end with LF, CRLF or CR.
struct DelimitedParser {
  /// What stands between cells.
  enum Separator: Equatable {
    case byte(UInt8)
    /// Runs of spaces and tabs.
    case space
  }

  /// The longest number text that is looked at. The longest exact decimal of a Float32 has about 150 digits.
  static let longestCell = 1024

  private let format: String
  private let limits: GridLimits
  private let separator: UInt8?

  private var values: [Float] = []
  private var width: Int?
  private var rows = 0
  private var columns = 0
  private var cell: [UInt8] = []
  private var line = 1
  private var isQuoted = false
  private var isComment = false
  private var followsReturn = false

  init(separator: Separator, format: String, limits: GridLimits) {
    self.format = format
    self.limits = limits
    self.separator = if case .byte(let byte) = separator { byte } else { nil }
    cell.reserveCapacity(Self.longestCell)
  }

  mutating func consume(_ chunk: ArraySlice<UInt8>) throws(FormatError) {
    for byte in chunk {
      switch byte {
      case 0x0A:
        if followsReturn {
          followsReturn = false
        } else {
          try endLine()
        }
      case 0x0D:
        try endLine()
        followsReturn = true
      default:
        followsReturn = false
        if !isComment { try consume(byte) }
      }
    }
  }

  /// The plane, once all text was consumed.
  mutating func finish() throws(FormatError) -> Tensor {
    try endLine()
    guard rows > 0, let width else { throw .malformed(format: format, .empty, line: nil, column: nil) }
    let shape = try limits.shape(height: rows, width: width, format: format)
    do {
      return try Tensor(shape: shape, values: values)
    } catch {
      throw .malformed(format: format, .empty, line: nil, column: nil)
    }
  }

  private mutating func consume(_ byte: UInt8) throws(FormatError) {
    if byte == separator, !isQuoted { return try endCell() }
    if byte == 0x20 || byte == 0x09 {
      if cell.isEmpty { return }
      if separator == nil, !isQuoted { return try endCell() }
    } else if byte == UInt8(ascii: "#"), cell.isEmpty, columns == 0 {
      isComment = true
      return
    } else if byte == UInt8(ascii: "\"") {
      isQuoted.toggle()
    }
    guard cell.count < Self.longestCell else { throw fault(.cellTooLong(limit: Self.longestCell)) }
    cell.append(byte)
  }

  private mutating func endCell() throws(FormatError) {
    // No row may outgrow the first, so the first alone can reach this limit.
    guard columns < limits.side else { throw .tooLarge(.side, actual: columns + 1, limit: limits.side) }
    guard values.count < limits.values else {
      throw .tooLarge(.values, actual: values.count + 1, limit: limits.values)
    }
    let number = cell.withUnsafeBufferPointer { FloatText(Self.trimmed($0)) }
    switch number {
    case .value(let value): values.append(value)
    case .notANumber: throw fault(.notANumber(Excerpt.of(cell)))
    case .outsideRange: throw fault(.outsideFloatRange(Excerpt.of(cell)))
    }
    columns += 1
    if let width, columns > width { try failUneven() }
    cell.removeAll(keepingCapacity: true)
  }

  private mutating func endLine() throws(FormatError) {
    let isBlank = columns == 0 && cell.isEmpty
    // Spaces before the line's end have already closed the last cell when spaces separate.
    if !isBlank, separator != nil || !cell.isEmpty { try endCell() }
    if columns > 0 {
      if let width, columns != width { try failUneven() }
      width = columns
      rows += 1
      guard rows <= limits.side else { throw .tooLarge(.side, actual: rows, limit: limits.side) }
    }
    columns = 0
    isQuoted = false
    isComment = false
    line += 1
  }

  private func failUneven() throws(FormatError) {
    throw .malformed(
      format: format, .unevenRow(expected: width ?? 0, actual: columns), line: line, column: columns)
  }

  private func fault(_ fault: FormatFault) -> FormatError {
    .malformed(format: format, fault, line: line, column: columns + 1)
  }

  /// Without the spaces behind and one pair of quotes.
  private static func trimmed(_ cell: UnsafeBufferPointer<UInt8>) -> UnsafeBufferPointer<UInt8> {
    var range = cell.startIndex..<cell.endIndex
    func trimSpace() {
      while let last = range.last, cell[last] == 0x20 || cell[last] == 0x09 { range = range.dropLast() }
      while let first = range.first, cell[first] == 0x20 || cell[first] == 0x09 { range = range.dropFirst() }
    }
    trimSpace()
    if range.count >= 2, let first = range.first, let last = range.last,
      cell[first] == UInt8(ascii: "\""), cell[last] == UInt8(ascii: "\"")
    {
      range = range.dropFirst().dropLast()
      trimSpace()
    }
    return UnsafeBufferPointer(rebasing: cell[range])
  }
}
