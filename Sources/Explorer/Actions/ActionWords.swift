import ConvolutionEngine

/// The words of an action text, read from left to right.
struct ActionWords {
  private var words: ArraySlice<Substring>

  init(_ text: String) {
    words = text.split(whereSeparator: \.isWhitespace)[...]
  }

  var isAtEnd: Bool { words.isEmpty }
  /// The word that comes next.
  var first: String? { words.first.map(String.init) }
  var remaining: Int { words.count }

  mutating func next(_ expected: ActionExpectation) throws(ActionTextError) -> String {
    guard let word = words.popFirst() else { throw ActionTextError(word: "", expected: expected) }
    return String(word)
  }

  mutating func integer(_ expected: ActionExpectation) throws(ActionTextError) -> Int {
    let word = try next(expected)
    guard let value = Int(word) else { throw ActionTextError(word: word, expected: expected) }
    return value
  }

  mutating func float(_ expected: ActionExpectation) throws(ActionTextError) -> Float {
    let word = try next(expected)
    guard let value = NumberText.value(from: word) else { throw ActionTextError(word: word, expected: expected) }
    return value
  }

  /// One of the names of an enumeration.
  mutating func choice<Choice: RawRepresentable<String>>(
    _ expected: ActionExpectation
  ) throws(ActionTextError) -> Choice {
    let word = try next(expected)
    guard let value = Choice(rawValue: word) else { throw ActionTextError(word: word, expected: expected) }
    return value
  }

  /// Takes the next word if it is this one.
  mutating func take(_ word: String) -> Bool {
    guard words.first.map(String.init) == word else { return false }
    words.removeFirst()
    return true
  }

  /// All words that are left, as the numbers of a tensor.
  mutating func tensor(_ shape: Shape) throws(ActionTextError) -> Tensor {
    var values: [Float] = []
    while !isAtEnd { values.append(try float(.number)) }
    guard let tensor = try? Tensor(shape: shape, values: values) else {
      throw ActionTextError(word: "\(values.count)", expected: .numbers(shape.count))
    }
    return tensor
  }

  /// A size such as `7x9`: height, then width.
  mutating func size() throws(ActionTextError) -> PerAxis<Int> {
    let word = try next(.size)
    let numbers = word.split(separator: "x", omittingEmptySubsequences: false).compactMap { Int($0) }
    guard numbers.count == 2, word.split(separator: "x", omittingEmptySubsequences: false).count == 2 else {
      throw ActionTextError(word: word, expected: .size)
    }
    return PerAxis(vertical: numbers[0], horizontal: numbers[1])
  }

  /// A shape such as `1x3x7x9`: batch, channels, height, width.
  mutating func shape() throws(ActionTextError) -> Shape {
    let word = try next(.shape)
    let sides = word.split(separator: "x", omittingEmptySubsequences: false).map { Int($0) }
    guard
      sides.count == 4, let batch = sides[0], let channels = sides[1], let height = sides[2], let width = sides[3],
      let shape = try? Shape(batch: batch, channels: channels, height: height, width: width)
    else { throw ActionTextError(word: word, expected: .shape) }
    return shape
  }

  /// An operand as `word(for:isColor:)` writes it.
  mutating func operand() throws(ActionTextError) -> (name: OperandName, isColor: Bool) {
    take("rgb") ? (.input, true) : (try choice(.operand), false)
  }

  /// A file as `words(for:of:)` writes it.
  mutating func file() throws(ActionTextError) -> (operand: OperandName, file: GridFile) {
    let (operand, isColor) = try operand()
    let shape = try shape()
    let word = try next(.checksum)
    guard word.count == 16, let checksum = UInt64(word, radix: 16) else {
      throw ActionTextError(word: word, expected: .checksum)
    }
    return (operand, GridFile(path: try name(), shape: shape, checksum: checksum, isColor: isColor))
  }

  /// A name as `word(for:)` writes it.
  mutating func name() throws(ActionTextError) -> String {
    let word = try next(.name)
    guard word != "%" else { return "" }
    var bytes: [UInt8] = []
    var rest = word.utf8[...]
    while let byte = rest.popFirst() {
      guard byte == UInt8(ascii: "%") else {
        bytes.append(byte)
        continue
      }
      let digits = String(decoding: rest.prefix(2), as: UTF8.self)
      guard digits.count == 2, digits.allSatisfy(\.isHexDigit), let escaped = UInt8(digits, radix: 16) else {
        throw ActionTextError(word: word, expected: .name)
      }
      bytes.append(escaped)
      rest = rest.dropFirst(2)
    }
    return String(decoding: bytes, as: UTF8.self)
  }

  static func word(for shape: Shape) -> String { shape.axes.map { "\($0)" }.joined(separator: "x") }

  /// The numbers of a tensor, each after a blank.
  static func words(for tensor: Tensor) -> String { tensor.values.map { " " + NumberText.shortest($0) }.joined() }

  /// The name of an operand; a picture with its colours is `rgb`.
  static func word(for operand: OperandName, isColor: Bool) -> String {
    operand == .input && isColor ? "rgb" : operand.rawValue
  }

  static func words(for file: GridFile, of operand: OperandName) -> String {
    let digits = String(file.checksum, radix: 16)
    let padding = String(repeating: "0", count: 16 - digits.count)
    return word(for: operand, isColor: file.isColor)
      + " \(word(for: file.shape)) \(padding)\(digits) \(word(for: file.path))"
  }

  /// A name as one word: files may be called anything, blanks and control characters included.
  static func word(for name: String) -> String {
    guard !name.isEmpty else { return "%" }
    var word = ""
    for character in name {
      guard character.isWhitespace || character == "%" || character.unicodeScalars.contains(where: isControl) else {
        word.append(character)
        continue
      }
      for byte in character.utf8 { word += (byte < 16 ? "%0" : "%") + String(byte, radix: 16, uppercase: true) }
    }
    return word
  }

  private static func isControl(_ scalar: Unicode.Scalar) -> Bool { scalar.properties.generalCategory == .control }

  func expectEnd() throws(ActionTextError) {
    if let word = words.first { throw ActionTextError(word: String(word), expected: .nothingMore) }
  }
}
