/// Which numbers the output panel shows: tells whether two frames show the same ones.
package struct OutputFace: Hashable, Sendable {
  package let view: OutputView
  /// The comparison that they belong to; 0 without one.
  package let number: Int
  /// Whether the other numbers are known.
  package let isReady: Bool
}

/// What the output panel shows of an output that is compared with another.
package enum OutputView: String, CaseIterable, Sendable {
  /// Ours − other.
  case difference
  /// Our own output, the reference's.
  case own
  /// The numbers that it is compared with.
  case other

  package var next: OutputView {
    let all = Self.allCases
    return all[((all.firstIndex(of: self) ?? 0) + 1) % all.count]
  }
}
