/// The digits 0 to 9 as 5×7 dot-matrix glyphs in a frame of empty cells, 9 rows by 7 columns.
enum DigitGlyph {
  static let frame = PerAxis(vertical: 9, horizontal: 7)

  /// 1 on the strokes of `digit` and 0 elsewhere; `row` and `column` count in the frame. 0 for anything but a digit.
  static func value(of digit: Int, row: Int, column: Int) -> Float {
    guard strokes.indices.contains(digit), (1...7).contains(row), (1...5).contains(column) else { return 0 }
    return strokes[digit][row - 1] >> (5 - column) & 1 == 1 ? 1 : 0
  }

  /// Seven rows for each digit, five bits a row with the leftmost cell in the highest bit.
  private static let strokes: [[UInt8]] = [
    [0b01110, 0b10001, 0b10011, 0b10101, 0b11001, 0b10001, 0b01110],
    [0b00100, 0b01100, 0b00100, 0b00100, 0b00100, 0b00100, 0b01110],
    [0b01110, 0b10001, 0b00001, 0b00110, 0b01000, 0b10000, 0b11111],
    [0b01110, 0b10001, 0b00001, 0b00110, 0b00001, 0b10001, 0b01110],
    [0b00010, 0b00110, 0b01010, 0b10010, 0b11111, 0b00010, 0b00010],
    [0b11111, 0b10000, 0b11110, 0b00001, 0b00001, 0b10001, 0b01110],
    [0b00110, 0b01000, 0b10000, 0b11110, 0b10001, 0b10001, 0b01110],
    [0b11111, 0b00001, 0b00010, 0b00100, 0b01000, 0b01000, 0b01000],
    [0b01110, 0b10001, 0b10001, 0b01110, 0b10001, 0b10001, 0b01110],
    [0b01110, 0b10001, 0b10001, 0b01111, 0b00001, 0b00010, 0b01100],
  ]
}
