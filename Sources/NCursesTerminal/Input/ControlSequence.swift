import TerminalKit

/// A complete control sequence (`ESC [`, parameters, a final byte) and the key that it stands for.
struct ControlSequence {
  /// The bytes between `ESC [` and the final byte.
  let parameters: [UInt8]
  let final: UInt8

  /// The numbers between semicolons (a missing one is 0; what follows a colon is a detail and left out); nil where the
  /// sequence is private or holds anything else.
  var numbers: [Int]? {
    guard parameters.allSatisfy({ (0x30...0x3B).contains($0) }) else { return nil }
    return Self.numbers(in: parameters)
  }

  static func numbers(in bytes: some Collection<UInt8>) -> [Int] {
    bytes.split(separator: UInt8(ascii: ";"), omittingEmptySubsequences: false).map { field in
      let digits = field.prefix { $0 != UInt8(ascii: ":") }
      return digits.reduce(0) { min(99_999, $0 * 10 + Int($1) - 0x30) }
    }
  }

  /// Begins a bracketed paste.
  var isPasteStart: Bool { final == UInt8(ascii: "~") && numbers == [200] }

  /// The key, with modifiers that no binding tells apart left out; nil for everything that isn't a key.
  var key: Key? {
    guard let numbers else { return nil }
    switch final {
    // Finals that rxvt uses with Ctrl and Shift stand beside the usual one.
    case UInt8(ascii: "~"), UInt8(ascii: "^"), UInt8(ascii: "@"): return Self.numberedKey(numbers)
    case UInt8(ascii: "u"): return Self.characterKey(code: numbers[0], modifiers: numbers.count > 1 ? numbers[1] : 1)
    case UInt8(ascii: "Z"): return .backTab
    // Answers of the terminal end in the same letters with other numbers.
    default:
      guard numbers[0] <= 1 else { return nil }
      // 2 is shift alone.
      let isShifted = numbers.count > 1 && numbers[1] == 2 || (0x61...0x64).contains(final)
      return isShifted ? Self.shiftedKey(final) ?? Self.letterKey(final) : Self.letterKey(final)
    }
  }

  /// The key of a letter after `ESC O` (application keys, keypad).
  static func keypadKey(_ byte: UInt8) -> Key? {
    if let key = letterKey(byte) { return key }
    switch byte {
    case UInt8(ascii: "M"): return .enter
    case UInt8(ascii: "I"): return .tab
    case UInt8(ascii: " "): return .character(" ")
    case UInt8(ascii: "X"): return .character("=")
    // The keypad's digits and signs are their ASCII codes shifted by 64.
    case UInt8(ascii: "j")...UInt8(ascii: "y"): return .character(Character(Unicode.Scalar(byte - 64)))
    default: return nil
    }
  }

  /// An arrow with shift; rxvt has small letters for them and no number.
  private static func shiftedKey(_ byte: UInt8) -> Key? {
    switch byte {
    case UInt8(ascii: "A"), UInt8(ascii: "a"): .shiftUp
    case UInt8(ascii: "B"), UInt8(ascii: "b"): .shiftDown
    case UInt8(ascii: "C"), UInt8(ascii: "c"): .shiftRight
    case UInt8(ascii: "D"), UInt8(ascii: "d"): .shiftLeft
    default: nil
    }
  }

  private static func letterKey(_ byte: UInt8) -> Key? {
    switch byte {
    case UInt8(ascii: "A"), UInt8(ascii: "a"): .up
    case UInt8(ascii: "B"), UInt8(ascii: "b"): .down
    case UInt8(ascii: "C"), UInt8(ascii: "c"): .right
    case UInt8(ascii: "D"), UInt8(ascii: "d"): .left
    case UInt8(ascii: "H"): .home
    case UInt8(ascii: "F"): .end
    case UInt8(ascii: "P"): .function(1)
    case UInt8(ascii: "Q"): .function(2)
    case UInt8(ascii: "R"): .function(3)
    case UInt8(ascii: "S"): .function(4)
    default: nil
    }
  }

  private static func numberedKey(_ numbers: [Int]) -> Key? {
    // xterm's modifyOtherKeys: 27 ; modifiers ; code ~
    if numbers.count == 3, numbers[0] == 27 { return characterKey(code: numbers[2], modifiers: numbers[1]) }
    switch numbers[0] {
    case 1, 7: return .home
    case 2: return .insert
    case 3: return .delete
    case 4, 8: return .end
    case 5: return .pageUp
    case 6: return .pageDown
    case 11...15: return .function(numbers[0] - 10)
    case 17...21: return .function(numbers[0] - 11)
    case 23, 24: return .function(numbers[0] - 12)
    default: return nil
    }
  }

  /// A key given by its code point and xterm's modifier number (1 + shift 1, alt 2, ctrl 4).
  private static func characterKey(code: Int, modifiers: Int) -> Key? {
    let bits = max(1, modifiers) - 1
    switch code {
    case 9: return bits & 1 != 0 ? .backTab : .tab
    case 13: return .enter
    case 27: return .escape
    case 8, 127: return .backspace
    default: break
    }
    guard let scalar = UInt32(exactly: code).flatMap(Unicode.Scalar.init) else { return nil }
    guard code >= 0x20, !(0x7F..<0xA0).contains(code), scalar.properties.generalCategory != .privateUse else {
      return nil
    }
    if bits & 4 != 0, code >= 0x40, code < 0x7F {
      return .control(Character(Character(scalar).lowercased()))
    }
    return .character(Character(scalar))
  }
}
