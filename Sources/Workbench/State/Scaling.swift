import Explorer

/// Which numbers the two ends of the colours stand for. The raw text is what follows `:scale`, and stands in sessions.
///
/// With scales of their own, panels of very different numbers look alike; only with a fixed one the same colour means the
/// same number in all of them.
package enum Scaling: Hashable, Sendable {
  /// From the least to the largest of the visible cells, for each grid by itself.
  case local
  /// From the least to the largest of the whole plane, for each grid by itself.
  case global
  /// The same two ends for all grids; cells beyond them are marked.
  case fixed(ClosedRange<Float>)
  /// As local, without the outermost twentieths of the cells, or never beyond these ends; cells that are cut off are marked.
  case clamped(ClosedRange<Float>?)

  package enum Kind: String, CaseIterable, Sendable {
    case local, global, fixed, clamped
  }

  package var kind: Kind {
    switch self {
    case .local: .local
    case .global: .global
    case .fixed: .fixed
    case .clamped: .clamped
    }
  }

  /// The ends that were given.
  package var ends: ClosedRange<Float>? {
    switch self {
    case .local, .global: nil
    case .fixed(let ends): ends
    case .clamped(let ends): ends
    }
  }

  /// `fixed 0 1`: reads back as the same scaling.
  package var text: String {
    guard let ends else { return kind.rawValue }
    return "\(kind.rawValue) \(NumberText.shortest(ends.lowerBound)) \(NumberText.shortest(ends.upperBound))"
  }

  /// Reads `local`, `global`, `fixed LO HI`, `clamped` and `clamped LO HI`, with LO below HI.
  package init?(text: String) {
    let words = text.split(whereSeparator: \.isWhitespace).map(String.init)
    guard let kind = words.first.flatMap(Kind.init), words.count == 1 || words.count == 3 else { return nil }
    var ends: ClosedRange<Float>?
    if words.count == 3 {
      guard let low = NumberText.value(from: words[1]), let high = NumberText.value(from: words[2]), low.isFinite,
        high.isFinite, low < high
      else { return nil }
      ends = low...high
    }
    switch (kind, ends) {
    case (.local, nil): self = .local
    case (.global, nil): self = .global
    case (.fixed, let ends?): self = .fixed(ends)
    case (.clamped, let ends): self = .clamped(ends)
    default: return nil
    }
  }
}
