/// A picture as a list of rectangles and texts, in the order in which they are laid over each other.
///
/// It is what every picture format is made of, and what tests look at. Places are in units from the upper left corner; on a
/// slide of 13.33 inches a unit is a point.
package struct Drawing: Equatable, Sendable {
  package let width: Double
  package let height: Double
  package internal(set) var marks: [Mark] = []

  /// One thing that is drawn.
  package enum Mark: Equatable, Sendable {
    case fill(Box, radius: Double, Ink)
    /// A dash of 0 is a line without gaps.
    case outline(Box, radius: Double, line: Double, dash: Double, Ink)
    /// `x` is where the text hangs, `baseline` the line that its letters stand on.
    case text(String, x: Double, baseline: Double, TextLook)
  }

  package init(width: Double, height: Double) {
    self.width = width
    self.height = height
  }

  mutating func fill(_ box: Box, radius: Double = 0, _ ink: Ink) {
    marks.append(.fill(box, radius: radius, ink))
  }

  mutating func outline(_ box: Box, radius: Double = 0, line: Double, dash: Double = 0, _ ink: Ink) {
    marks.append(.outline(box, radius: radius, line: line, dash: dash, ink))
  }

  mutating func text(_ text: String, x: Double, baseline: Double, _ look: TextLook) {
    guard !text.isEmpty else { return }
    marks.append(.text(text, x: x, baseline: baseline, look))
  }

  /// All texts, in the order in which they are drawn.
  package var texts: [String] {
    marks.compactMap { if case .text(let text, _, _, _) = $0 { text } else { nil } }
  }
}

/// A rectangle with sides along the axes.
package struct Box: Hashable, Sendable {
  package var x: Double
  package var y: Double
  package var width: Double
  package var height: Double

  package init(x: Double, y: Double, width: Double, height: Double) {
    self.x = x
    self.y = y
    self.width = width
    self.height = height
  }

  /// The box with its sides moved outwards.
  func grown(by margin: Double) -> Box {
    Box(x: x - margin, y: y - margin, width: width + 2 * margin, height: height + 2 * margin)
  }

  var middle: (x: Double, y: Double) { (x + width / 2, y + height / 2) }
}

/// How a text is set.
package struct TextLook: Hashable, Sendable {
  package var size: Double
  package var ink: Ink
  package var isBold: Bool
  /// Whether all signs are equally wide, as numbers in columns want it.
  package var isMonospaced: Bool
  package var anchor: Anchor

  /// Which part of the text stands at its place.
  package enum Anchor: Sendable {
    case start, middle, end
  }

  package init(
    size: Double, ink: Ink, isBold: Bool = false, isMonospaced: Bool = false, anchor: Anchor = .start
  ) {
    self.size = size
    self.ink = ink
    self.isBold = isBold
    self.isMonospaced = isMonospaced
    self.anchor = anchor
  }

  /// The width of a sign of the monospaced font, and the height of a digit, as parts of the size.
  static let advance = 0.602
  static let digitHeight = 0.729

  /// The base line that puts digits in the middle around a height.
  func baseline(around middle: Double) -> Double { middle + size * Self.digitHeight / 2 }
}
