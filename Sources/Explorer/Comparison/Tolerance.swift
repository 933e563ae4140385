/// How far a number may be from another before it counts as different: |ours − other| ≤ absolute + relative·|other|.
///
/// The rule of `numpy.isclose`, in Double. An infinity is near itself only, and NaN counts as equal to NaN, which NumPy has
/// to be asked for: two outputs that both fail in the same place agree.
package struct Tolerance: Hashable, Sendable {
  /// At least 0 and finite, both.
  package let relative: Double
  package let absolute: Double

  /// Nil for numbers that are negative or not finite.
  package init?(relative: Double, absolute: Double) {
    guard relative >= 0, absolute >= 0, relative.isFinite, absolute.isFinite else { return nil }
    (self.relative, self.absolute) = (relative, absolute)
  }

  private init(uncheckedRelative relative: Double, absolute: Double) {
    (self.relative, self.absolute) = (relative, absolute)
  }

  /// What `torch.testing.assert_close` takes for float32.
  package static let float32 = Tolerance(uncheckedRelative: 1.3e-6, absolute: 1e-5)
  /// Nothing but equal numbers.
  package static let exact = Tolerance(uncheckedRelative: 0, absolute: 0)

  /// Whether `ours` is as near to `other` as it has to be.
  package func accepts(_ ours: Float, _ other: Float) -> Bool {
    guard ours.isFinite, other.isFinite else { return ours == other || (ours.isNaN && other.isNaN) }
    return abs(Double(ours) - Double(other)) <= absolute + relative * abs(Double(other))
  }
}
