import CNCurses
import TerminalKit

/// The key sequences of the open terminal's description.
enum TerminfoKeys {
  /// Whole sequences that begin with an escape byte; single control bytes mean the same everywhere.
  static func sequences() -> [[UInt8]: Key] {
    var result: [[UInt8]: Key] = [:]
    for (capability, key) in capabilities + functions {
      guard let value = cnc_string(capability) else { continue }
      let bytes = Array(String(cString: value).utf8)
      if bytes.count > 1, bytes.count < 16, bytes[0] == 0x1B, result[bytes] == nil { result[bytes] = key }
    }
    return result
  }

  private static let capabilities: [(String, Key)] = [
    ("kcuu1", .up), ("kcud1", .down), ("kcub1", .left), ("kcuf1", .right), ("khome", .home), ("kend", .end),
    ("kpp", .pageUp), ("knp", .pageDown), ("kich1", .insert), ("kdch1", .delete), ("kcbt", .backTab),
    ("kent", .enter), ("kri", .shiftUp), ("kind", .shiftDown), ("kLFT", .shiftLeft), ("kRIT", .shiftRight),
  ]

  private static let functions: [(String, Key)] = (1...12).map { ("kf\($0)", .function($0)) }
}
