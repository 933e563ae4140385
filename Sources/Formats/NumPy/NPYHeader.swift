/// What the header of a `.npy` file says.
///
/// Format: NumPy's NEP 1 (versions 1.0 to 3.0). The header is a Python dictionary; only the literals that NumPy itself
/// writes are understood, and nothing is evaluated.
package struct NPYHeader {
  let element: NPYElement
  /// Whether the first axis runs fastest instead of the last.
  let isFortranOrder: Bool
  /// As many as the file has, each 0 or more; their product is not checked yet.
  let axes: [Int]
  /// Where the values begin.
  let dataOffset: Int

  static let magic: [UInt8] = [0x93] + Array("NUMPY".utf8)
  /// NumPy's own headers are below 200 bytes; this is what version 1.0 can hold.
  private static let longest = 65_535

  init(_ bytes: [UInt8]) throws(FormatError) {
    let format = GridFormat.npyName
    guard bytes.count >= 10 else { throw .truncated(format: format, expected: 10, actual: bytes.count) }
    let major = Int(bytes[6])
    guard (1...3).contains(major) else { throw .unsupported(format: format, .version(major)) }
    var length = Int(bytes[8]) | Int(bytes[9]) << 8
    var start = 10
    if major > 1 {
      guard bytes.count >= 12 else { throw .truncated(format: format, expected: 12, actual: bytes.count) }
      length |= Int(bytes[10]) << 16 | Int(bytes[11]) << 24
      start = 12
    }
    guard length <= Self.longest else { throw .tooLarge(.header, actual: length, limit: Self.longest) }
    guard start + length <= bytes.count else {
      throw .truncated(format: format, expected: start + length, actual: bytes.count)
    }
    var dictionary = NPYDictionary(bytes: bytes[start..<start + length])
    try dictionary.parse()
    guard let descr = dictionary.descr else { throw NPYDictionary.fault("descr") }
    guard let order = dictionary.fortranOrder else { throw NPYDictionary.fault("fortran_order") }
    guard let axes = dictionary.shape else { throw NPYDictionary.fault("shape") }
    element = try NPYElement(descr: descr)
    isFortranOrder = order
    self.axes = axes
    dataOffset = start + length
  }
}

/// The three entries of the header's dictionary, found by a parser that knows nothing else.
struct NPYDictionary {
  private(set) var descr: [UInt8]?
  private(set) var fortranOrder: Bool?
  private(set) var shape: [Int]?
  private var rest: ArraySlice<UInt8>

  init(bytes: ArraySlice<UInt8>) { rest = bytes }

  static func fault(_ part: String) -> FormatError {
    .malformed(format: GridFormat.npyName, .header(part), line: nil, column: nil)
  }

  mutating func parse() throws(FormatError) {
    guard take("{") else { throw Self.fault("{") }
    while !take("}") {
      let key = try quoted()
      guard take(":") else { throw Self.fault(Excerpt.of(key)) }
      switch String(decoding: key, as: UTF8.self) {
      case "descr" where descr == nil:
        if take("[") { throw .unsupported(format: GridFormat.npyName, .structuredElements) }
        descr = try quoted()
      case "fortran_order" where fortranOrder == nil:
        if takeWord("True") {
          fortranOrder = true
        } else if takeWord("False") {
          fortranOrder = false
        } else {
          throw Self.fault("fortran_order")
        }
      case "shape" where shape == nil: shape = try tuple()
      default: throw Self.fault(Excerpt.of(key))
      }
      if !take(",") {
        guard take("}") else { throw Self.fault("}") }
        break
      }
    }
    skipSpace()
    guard rest.isEmpty else { throw Self.fault(Excerpt.of(rest)) }
  }

  private mutating func tuple() throws(FormatError) -> [Int] {
    guard take("(") else { throw Self.fault("shape") }
    var numbers: [Int] = []
    while !take(")") {
      skipSpace()
      var value = 0
      var digits = 0
      while let byte = rest.first, (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) {
        let (product, overflow) = value.multipliedReportingOverflow(by: 10)
        let (sum, carry) = product.addingReportingOverflow(Int(byte - UInt8(ascii: "0")))
        guard !overflow, !carry else { throw Self.fault("shape") }
        value = sum
        digits += 1
        rest = rest.dropFirst()
      }
      guard digits > 0 else { throw Self.fault("shape") }
      // Python 2 wrote its long integers with this letter.
      _ = takeWord("L")
      numbers.append(value)
      if !take(",") {
        guard take(")") else { throw Self.fault("shape") }
        break
      }
    }
    return numbers
  }

  private mutating func quoted() throws(FormatError) -> [UInt8] {
    skipSpace()
    guard let quote = rest.first, quote == UInt8(ascii: "'") || quote == UInt8(ascii: "\"") else {
      throw Self.fault(Excerpt.of(rest))
    }
    let body = rest.dropFirst()
    guard let end = body.firstIndex(of: quote) else { throw Self.fault(Excerpt.of(rest)) }
    rest = body[(end + 1)...]
    return Array(body[..<end])
  }

  private mutating func take(_ mark: Unicode.Scalar) -> Bool {
    skipSpace()
    guard rest.first == UInt8(ascii: mark) else { return false }
    rest = rest.dropFirst()
    return true
  }

  private mutating func takeWord(_ word: String) -> Bool {
    skipSpace()
    guard rest.starts(with: word.utf8) else { return false }
    rest = rest.dropFirst(word.utf8.count)
    return true
  }

  private mutating func skipSpace() {
    rest = rest.drop { $0 == 0x20 || $0 == 0x0A || $0 == 0x09 || $0 == 0x0D }
  }
}
