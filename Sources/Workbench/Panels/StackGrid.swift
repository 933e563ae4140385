import ConvolutionEngine
import TerminalKit

/// How a map of any size stands in a room of any size: as a whole, in part, or with several cells to a sign.
struct StackGrid: Equatable {
  /// Rows and columns of cells to a sign.
  let scale: Int
  /// Columns of a sign.
  let signColumns: Int
  /// Whether a sign is wide enough for numbers.
  let hasNumbers: Bool
  /// The signs in view.
  let rows: Range<Int>
  let columns: Range<Int>

  /// The whole map with numbers comes first, then the whole map, then the part around what has to be seen with numbers or
  /// without, at last several cells to a sign.
  ///
  /// - Parameters:
  ///   - focus: the cells that have to be seen; inside the map, perhaps none.
  ///   - digits: of the longest number; nil to write none.
  init(size: PerAxis<Int>, focus: PerAxis<Range<Int>>, digits: Int?, room: Size) {
    let (height, width) = (max(1, room.rows), max(1, room.columns))
    func fits(_ rows: Int, _ columns: Int, _ sign: Int) -> Bool {
      rows <= height && columns <= width / sign
    }
    let numbered = digits.map { $0 + 1 }
    let wholes = [numbered, 2].compactMap { $0 }.filter { fits(size.vertical, size.horizontal, $0) }
    let parts = [numbered, 2, 1].compactMap { $0 }.filter { fits(focus.vertical.count, focus.horizontal.count, $0) }
    if let sign = wholes.first ?? (fits(size.vertical, size.horizontal, 1) ? 1 : nil) ?? parts.first {
      scale = 1
      signColumns = sign
      hasNumbers = sign == numbered
      rows = Self.part(of: size.vertical, around: focus.vertical, room: height)
      columns = Self.part(of: size.horizontal, around: focus.horizontal, room: width / sign)
      return
    }
    let sign = width >= 16 ? 2 : 1
    func ratio(_ cells: Int, _ room: Int) -> Int { (cells + room - 1) / room }
    let scale = max(ratio(size.vertical, height), ratio(size.horizontal, max(1, width / sign)))
    self.scale = scale
    signColumns = sign
    hasNumbers = false
    rows = 0..<ratio(size.vertical, scale)
    columns = 0..<ratio(size.horizontal, scale)
  }

  /// As many cells as there is room for, with the focus about in their middle as far as the ends allow.
  ///
  /// The part moves on by half of what is left over, so that most steps of the focus leave it where it is; the focus then
  /// lies off the middle by no more than a quarter of that.
  private static func part(of count: Int, around focus: Range<Int>, room: Int) -> Range<Int> {
    guard count > room else { return 0..<count }
    let stride = max(1, (room - focus.count) / 2)
    let middle = max(0, (focus.lowerBound + focus.upperBound - room) / 2)
    let first = min((middle + stride / 2) / stride * stride, count - room)
    return first..<(first + room)
  }
}
