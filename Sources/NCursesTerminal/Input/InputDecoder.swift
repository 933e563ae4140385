import TerminalKit

/// Turns the bytes that a terminal sends into keys, mouse reports and pastes.
///
/// Works on any split of the stream. A control sequence that nobody knows, or that breaks off, is swallowed whole:
/// its tail never shows up as keys. Bytes that aren't UTF-8 are dropped.
struct InputDecoder {
  /// What was going on when the bytes ran out.
  private enum State {
    case ground
    /// Inside a character of several bytes.
    case utf8(bytes: [UInt8], length: Int)
    /// After an escape byte: alone it is the Esc key.
    case escape
    /// After `ESC [`.
    case csi([UInt8])
    /// A control sequence that is too long or broken; its final byte ends it.
    case brokenCSI
    /// After `ESC [ [`, which the Linux console sends for F1 to F5.
    case linuxFunction
    /// A mouse report of the old kind, three bytes after `ESC [ M`.
    case oldMouse([UInt8])
    /// After `ESC O`.
    case ss3([UInt8])
    /// An answer of the terminal (OSC, DCS and such) up to its terminator.
    case string(afterEscape: Bool)
    /// Between the brackets of a bracketed paste.
    case paste([UInt8])
  }

  /// Longest control sequence that is kept; real ones have some twenty bytes.
  private static let longestSequence = 64
  /// Longest paste that is kept; the rest of a longer one is dropped.
  static let longestPaste = 4 << 20
  private static let pasteEnd = Array("\u{1B}[201~".utf8)

  private var state = State.ground
  private var decoded: [TerminalEvent] = []
  private let escapeDelay: Int
  private let sequences: [[UInt8]: Key]

  /// - Parameters:
  ///   - escapeDelay: milliseconds that a lone escape byte waits for the rest of a sequence.
  ///   - sequences: what the terminal's description adds to the usual sequences, whole, escape byte included.
  init(escapeDelay: Int = 25, sequences: [[UInt8]: Key] = [:]) {
    self.escapeDelay = escapeDelay
    self.sequences = sequences
  }

  /// How many milliseconds of silence decide about what is unfinished; nil when nothing is.
  var patience: Int? {
    switch state {
    case .ground: nil
    case .escape, .utf8: escapeDelay
    // A slow line may cut a sequence anywhere; its rest must not turn into keys.
    case .csi, .brokenCSI, .linuxFunction, .oldMouse, .ss3: max(escapeDelay, 100)
    case .string: 500
    case .paste: 2000
    }
  }

  /// Gives up on what is unfinished: a lone escape byte is the Esc key, an unended paste is delivered, the rest drops.
  mutating func expire() {
    switch state {
    case .escape: emit(.escape)
    // ESC and a capital O that nothing follows were typed.
    case .ss3(let bytes) where bytes.isEmpty:
      emit(.escape)
      emit(.character("O"))
    case .paste(let bytes): decoded.append(.paste(String(decoding: bytes, as: UTF8.self)))
    default: break
    }
    state = .ground
  }

  /// Decodes more bytes; returns what is complete now.
  mutating func decode(_ bytes: some Sequence<UInt8>) -> [TerminalEvent] {
    for byte in bytes { take(byte) }
    return drain()
  }

  /// What `expire` has found.
  mutating func drain() -> [TerminalEvent] {
    defer { decoded = [] }
    return decoded
  }

  private mutating func emit(_ key: Key) { decoded.append(.key(key)) }

  private mutating func take(_ byte: UInt8) {
    switch state {
    case .ground: takeGround(byte)
    case .utf8(let bytes, let length): takeContinuation(byte, of: bytes, length: length)
    case .escape: takeEscaped(byte)
    case .csi(let bytes): takeCSI(byte, after: bytes)
    case .brokenCSI:
      if byte == 0x1B {
        state = .escape
      } else if (0x40...0x7E).contains(byte) {
        state = .ground
      }
    case .linuxFunction:
      state = .ground
      if (0x41...0x45).contains(byte) { emit(.function(Int(byte) - 0x40)) }
    case .oldMouse(let bytes):
      state = bytes.count < 2 ? .oldMouse(bytes + [byte]) : .ground
      if bytes.count == 2 { report(MouseReport.old(button: bytes[0], column: bytes[1], row: byte)) }
    case .ss3(let bytes): takeSS3(byte, after: bytes)
    case .string(let afterEscape): takeString(byte, afterEscape: afterEscape)
    case .paste: takePasted(byte)
    }
  }

  private mutating func takeGround(_ byte: UInt8) {
    state = .ground
    switch byte {
    case 0x1B: state = .escape
    case 0x0D, 0x0A: emit(.enter)
    case 0x09: emit(.tab)
    case 0x08, 0x7F: emit(.backspace)
    case 0x00: emit(.control("@"))
    case 0x01...0x1A: emit(.control(Character(Unicode.Scalar(byte + 0x60))))
    case 0x1C...0x1F: emit(.control(Character(Unicode.Scalar(byte + 0x40))))
    case 0x20...0x7E: emit(.character(Character(Unicode.Scalar(byte))))
    case 0xC2...0xDF: state = .utf8(bytes: [byte], length: 2)
    case 0xE0...0xEF: state = .utf8(bytes: [byte], length: 3)
    case 0xF0...0xF4: state = .utf8(bytes: [byte], length: 4)
    default: break
    }
  }

  private mutating func takeContinuation(_ byte: UInt8, of bytes: [UInt8], length: Int) {
    guard (0x80...0xBF).contains(byte) else {
      takeGround(byte)
      return
    }
    let all = bytes + [byte]
    guard all.count == length else {
      state = .utf8(bytes: all, length: length)
      return
    }
    state = .ground
    // Overlong forms, surrogates and C1 controls aren't characters.
    let text = String(validating: all, as: UTF8.self)
    if let character = text?.first, let scalar = text?.unicodeScalars.first, scalar.value >= 0xA0 {
      emit(.character(character))
    }
  }

  private mutating func takeEscaped(_ byte: UInt8) {
    switch byte {
    case 0x1B: emit(.escape)
    case UInt8(ascii: "["): state = .csi([])
    case UInt8(ascii: "O"): state = .ss3([])
    case UInt8(ascii: "]"), UInt8(ascii: "P"), UInt8(ascii: "X"), UInt8(ascii: "^"), UInt8(ascii: "_"):
      state = .string(afterEscape: false)
    default:
      state = .ground
      if let key = sequences[[0x1B, byte]] {
        emit(key)
      } else {
        // Alt with a key, or Esc and a key typed in one go: the two are the same bytes.
        emit(.escape)
        takeGround(byte)
      }
    }
  }

  private mutating func takeCSI(_ byte: UInt8, after bytes: [UInt8]) {
    switch byte {
    case 0x20...0x3F:
      state = bytes.count < Self.longestSequence ? .csi(bytes + [byte]) : .brokenCSI
    case UInt8(ascii: "[") where bytes.isEmpty: state = .linuxFunction
    case UInt8(ascii: "M") where bytes.isEmpty: state = .oldMouse([])
    case 0x40...0x7E:
      state = .ground
      finish(ControlSequence(parameters: bytes, final: byte))
    case 0x1B: state = .escape
    default:
      // No sequence holds such a byte: what came before is broken and gone.
      state = .ground
      if byte < 0x20, byte != 0x18, byte != 0x1A { takeGround(byte) }
    }
  }

  private mutating func finish(_ sequence: ControlSequence) {
    if let key = sequences[[0x1B, UInt8(ascii: "[")] + sequence.parameters + [sequence.final]] {
      emit(key)
    } else if sequence.isPasteStart {
      state = .paste([])
    } else if let mouse = MouseReport.sgr(sequence) {
      report(mouse)
    } else if let key = sequence.key {
      emit(key)
    }
  }

  private mutating func takeSS3(_ byte: UInt8, after bytes: [UInt8]) {
    // Old xterms put a modifier before the letter.
    if (0x30...0x3B).contains(byte), bytes.count < 8 {
      state = .ss3(bytes + [byte])
      return
    }
    state = byte == 0x1B ? .escape : .ground
    if let key = sequences[[0x1B, UInt8(ascii: "O")] + bytes + [byte]] ?? ControlSequence.keypadKey(byte) {
      emit(key)
    }
  }

  private mutating func takeString(_ byte: UInt8, afterEscape: Bool) {
    if byte == 0x07 || byte == 0x18 || byte == 0x1A || (afterEscape && byte == UInt8(ascii: "\\")) {
      state = .ground
    } else if afterEscape, byte != 0x1B {
      // The string was never ended: another sequence has begun.
      takeEscaped(byte)
    } else {
      state = .string(afterEscape: byte == 0x1B)
    }
  }

  private mutating func takePasted(_ byte: UInt8) {
    guard case .paste(var bytes) = state else { return }
    // Taken out of the state while it grows, so that a long paste isn't copied for every byte.
    state = .ground
    bytes.append(byte)
    if byte == UInt8(ascii: "~"), bytes.suffix(Self.pasteEnd.count).elementsEqual(Self.pasteEnd) {
      bytes.removeLast(Self.pasteEnd.count)
      decoded.append(.paste(String(decoding: bytes.prefix(Self.longestPaste), as: UTF8.self)))
      return
    }
    if bytes.count > Self.longestPaste + 4096 {
      // Only the last bytes matter from here on: they may be the beginning of the end mark.
      bytes.replaceSubrange(Self.longestPaste..<bytes.count - Self.pasteEnd.count, with: [])
    }
    state = .paste(bytes)
  }

  private mutating func report(_ mouse: MouseEvent?) {
    if let mouse { decoded.append(.mouse(mouse)) }
  }
}
