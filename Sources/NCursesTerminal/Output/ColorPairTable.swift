/// A foreground and a background as the terminal counts them; -1 is its own colour.
struct ColorPair: Hashable {
  let foreground: Int
  let background: Int

  static let standard = ColorPair(foreground: -1, background: -1)
}

/// Hands out the limited numbered colour pairs of a terminal: a new combination takes a free number, or the one that
/// was used longest ago and isn't on the screen.
///
/// The standard colours take a number of their own as well. With number 0 ncurses calls a cell that has no attributes
/// "normal", and going from a colour to normal it resets everything: twelve bytes instead of five.
struct ColorPairTable {
  /// What to draw with.
  struct Entry: Equatable {
    let number: Int
    /// The number means something new: the terminal library has to be told.
    let isNew: Bool
  }

  private let capacity: Int
  private var numbers: [ColorPair: Int] = [:]
  private var lastUse: [ColorPair: Int] = [:]
  private var uses = 0

  /// - Parameter pairs: how many pairs the terminal has, number 0 (the standard one) included.
  init(pairs: Int) {
    capacity = max(0, pairs - 1)
  }

  /// The number for a combination; 0, the standard colours, when the terminal has no colours or when all numbers are taken by combinations on the screen.
  /// - Parameter visible: the combinations on the screen, asked for only when the numbers have run out. Redefining one
  ///   of these would recolour cells that are not drawn again.
  mutating func entry(for pair: ColorPair, visible: () -> Set<ColorPair>) -> Entry {
    guard capacity > 0 else { return Entry(number: 0, isNew: false) }
    uses += 1
    if let number = numbers[pair] {
      lastUse[pair] = uses
      return Entry(number: number, isNew: false)
    }
    var number = numbers.count + 1
    if numbers.count >= capacity {
      let kept = visible()
      let candidates = lastUse.filter { !kept.contains($0.key) }
      guard let oldest = candidates.min(by: { $0.value < $1.value })?.key, let freed = numbers[oldest] else {
        return Entry(number: 0, isNew: false)
      }
      numbers[oldest] = nil
      lastUse[oldest] = nil
      number = freed
    }
    numbers[pair] = number
    lastUse[pair] = uses
    return Entry(number: number, isNew: true)
  }
}
