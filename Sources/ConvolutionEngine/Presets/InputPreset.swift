/// An input worth looking at, by name. Every one can be made in any size; all values are finite.
public struct InputPreset: Sendable {
  /// The name in menus and on command lines, such as `plus`.
  public let name: String
  /// The size it is made in unless another one is asked for.
  public let size: PerAxis<Int>
  private let content: Content

  /// Whether the three channels of the picture are red, green and blue; it has one channel otherwise.
  public var isColor: Bool { if case .colors = content { true } else { false } }

  /// Where the values come from.
  private enum Content {
    /// The value of each cell, from its place and the size of the picture.
    case cells(@Sendable (_ row: Int, _ column: Int, _ size: PerAxis<Int>) -> Float)
    /// Red, green or blue of each cell, by channel, from its place and the size of the picture.
    case colors(@Sendable (_ channel: Int, _ row: Int, _ column: Int, _ size: PerAxis<Int>) -> Float)
    /// Drawn cell by cell in reading order.
    case random(@Sendable (inout SplitMix64) -> Float)
  }

  /// Every preset, in the order of menus.
  public static let all: [InputPreset] =
    [
      // A plus of ones on zeros, in 7×7 with arms of one cell; larger pictures get longer and thicker arms.
      InputPreset("plus", 7, 7) { row, column, size in
        let down = abs(row - size.vertical / 2)
        let across = abs(column - size.horizontal / 2)
        let isUpright = down <= plusReach(size.vertical) && across <= plusThickness(size.horizontal)
        let isBar = across <= plusReach(size.horizontal) && down <= plusThickness(size.vertical)
        return isUpright || isBar ? 1 : 0
      },
      // Ones and zeros in turn, 1 at the top left.
      InputPreset("checkerboard", 8, 8) { row, column, _ in (row + column).isMultiple(of: 2) ? 1 : 0 },
      // A single 1 in the middle: the output shows the kernel (turned by 180° under cross-correlation).
      InputPreset("impulse", 7, 7) { row, column, size in
        row == size.vertical / 2 && column == size.horizontal / 2 ? 1 : 0
      },
      // Ones everywhere: the output shows the sum of the weights, and what the padding does to it.
      InputPreset("flat", 7, 7) { _, _, _ in 1 },
      // The column's number: the same slope everywhere.
      InputPreset("ramp", 7, 7) { _, column, _ in Float(column) },
      // Zeros, and ones from the middle column on.
      InputPreset("edge", 8, 8) { _, column, size in column >= size.horizontal / 2 ? 1 : 0 },
      // Vertical stripes two cells wide, zeros first. (One cell wide, Sobel would see nothing of them.)
      InputPreset("stripes", 8, 8) { _, column, _ in (column / 2).isMultiple(of: 2) ? 0 : 1 },
      // Hundredths from 0 to 1, equally likely: at most two decimals on screen. The same for a seed on every platform.
      InputPreset(name: "noise", size: PerAxis(8), content: .random { Float($0.next() % 101) / 100 }),
      // The eight colours of zeros and ones as test bars: white, yellow, cyan, green over magenta, red, blue, black. Red
      // is an upright edge, green a level one, blue is stripes: each kernel sees other channels.
      InputPreset(
        name: "rgb-patches", size: PerAxis(8),
        content: .colors { channel, row, column, size in
          let bar = nearest(column, of: size.horizontal, in: 4) + 4 * nearest(row, of: size.vertical, in: 2)
          let isOn = [bar % 4 < 2, bar < 4, bar.isMultiple(of: 2)]
          return isOn[channel] ? 1 : 0
        }),
    ] + (0...9).map(digit) + [
      // Signals, the same in every row. Five periods over the width, and e⁻¹⁰ᵗ: the article's 100 samples of one second, both
      // ends included.
      InputPreset("sine", 1, 100) { _, column, size in
        Float(ElementaryFunctions.sine(2 * .pi * 5 * time(column, size)))
      },
      InputPreset("decay", 1, 100) { _, column, size in
        Float(ElementaryFunctions.exponential(-10 * time(column, size)))
      },
      // Ones from one third of the width to two thirds of it, zeros around them.
      InputPreset("pulse", 1, 15) { _, column, size in
        (size.horizontal / 3..<size.horizontal - size.horizontal / 3).contains(column) ? 1 : 0
      },
      // Zeros, and ones from the middle on.
      InputPreset("step", 1, 12) { _, column, size in column >= size.horizontal / 2 ? 1 : 0 },
    ]

  /// The preset of that name, or nil.
  public static func named(_ name: String) -> InputPreset? { all.first { $0.name == name } }

  /// The picture as 1×1×H×W, in colour 1×3×H×W; `seed` matters to noise only. Sides must be at least 1. Complexity: O(H × W).
  ///
  /// The caller bounds the size: this allocates what it is asked for.
  /// - Throws: `ShapeError` for a negative side or more elements than `Int` counts.
  public func tensor(size: PerAxis<Int>? = nil, seed: UInt64 = 1) throws(ShapeError) -> Tensor {
    let size = size ?? self.size
    let shape = try Shape(channels: isColor ? 3 : 1, height: size.vertical, width: size.horizontal)
    var values: [Float] = []
    values.reserveCapacity(shape.count)
    switch content {
    case .cells(let value):
      for offset in 0..<shape.count {
        let (row, column) = offset.quotientAndRemainder(dividingBy: shape.width)
        values.append(value(row, column, size))
      }
    case .colors(let value):
      for offset in 0..<shape.count {
        let place = shape.coordinate(at: offset)
        values.append(value(place.channel, place.row, place.column, size))
      }
    case .random(let draw):
      var generator = SplitMix64(seed: seed)
      for _ in 0..<shape.count { values.append(draw(&generator)) }
    }
    return try Tensor(shape: shape, values: values)
  }

  private init(name: String, size: PerAxis<Int>, content: Content) {
    self.name = name
    self.size = size
    self.content = content
  }

  private init(
    _ name: String, _ height: Int, _ width: Int,
    value: @escaping @Sendable (_ row: Int, _ column: Int, _ size: PerAxis<Int>) -> Float
  ) {
    self.init(name: name, size: PerAxis(vertical: height, horizontal: width), content: .cells(value))
  }

  /// The time of a sample, when the first is at 0 and the last at 1.
  private static func time(_ column: Int, _ size: PerAxis<Int>) -> Double {
    Double(column) / Double(max(1, size.horizontal - 1))
  }

  /// `digit-0` to `digit-9`: ones on zeros, 9×7 with an empty frame; other sizes take the nearest cell of it.
  private static func digit(_ digit: Int) -> InputPreset {
    let frame = DigitGlyph.frame
    return InputPreset("digit-\(digit)", frame.vertical, frame.horizontal) { row, column, size in
      DigitGlyph.value(
        of: digit, row: nearest(row, of: size.vertical, in: frame.vertical),
        column: nearest(column, of: size.horizontal, in: frame.horizontal))
    }
  }

  /// The cell of a `target` long axis under the middle of cell `index` of a `count` long one.
  private static func nearest(_ index: Int, of count: Int, in target: Int) -> Int {
    (2 * index + 1) * target / (2 * count)
  }

  /// How far an arm of the plus reaches from the middle: bars of three sevenths of the side, at least three cells.
  private static func plusReach(_ side: Int) -> Int { max(1, (3 * side / 7 - 1) / 2) }

  /// How thick a bar is to either side of its middle: one seventh of the side in all.
  private static func plusThickness(_ side: Int) -> Int { max(0, (side / 7 - 1) / 2) }
}
