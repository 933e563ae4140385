/// Which operation of a crew is going on, and how many of its pieces nobody has claimed: one number, so that both are read
/// and changed together.
struct PieceTicket: Hashable {
  /// 40 bits of the operation's number and 24 of the pieces left.
  var bits: UInt64

  private static let pieceBits: UInt64 = 24

  /// The most pieces of one operation.
  static let mostPieces = 1 << Int(pieceBits) - 1

  init(bits: UInt64) {
    self.bits = bits
  }

  /// A number begins anew after 2⁴⁰ operations: nobody waits that long between reading a ticket and claiming by it.
  init(operation: UInt64, left: Int) {
    bits = operation << Self.pieceBits | UInt64(left)
  }

  var operation: UInt64 { bits >> Self.pieceBits }

  /// From 0 to `mostPieces`.
  var left: Int { Int(bits & (1 << Self.pieceBits - 1)) }
}
