import ConvolutionEngine
import Testing

/// What somebody who has only the lines of a transcript knows.
enum TranscriptReader {
  /// The output tensor, read from the lines of a transcript and from nothing else.
  static func output(of lines: [String]) throws -> Tensor? {
    guard
      let size = lines.lazy.compactMap({ $0.wholeMatch(of: #/Output: ([0-9×]+), ([0-9]+) cells\./#) }).first
    else { return nil }
    let sides = size.1.split(separator: "×").compactMap { Int($0) }
    let shape =
      sides.count == 4
      ? try Shape(batch: sides[0], channels: sides[1], height: sides[2], width: sides[3])
      : try Shape(height: sides[0], width: sides[1])
    var values: [Float] = []
    let cell = #/Output (?:([0-9]+), channel ([0-9]+), )?row ([0-9]+), column ([0-9]+) of .* = ([^ ]+)\./#
    for line in lines {
      guard let match = line.wholeMatch(of: cell), let row = Int(match.3), let column = Int(match.4) else { continue }
      let place = Coordinate(
        batch: match.1.flatMap { Int($0) } ?? 0, channel: match.2.flatMap { Int($0) } ?? 0, row: row, column: column)
      #expect(shape.offset(of: place) == values.count, "the cells come in reading order")
      guard let value = Float(match.5) else { return nil }
      values.append(value)
    }
    return try Tensor(shape: shape, values: values)
  }
}
