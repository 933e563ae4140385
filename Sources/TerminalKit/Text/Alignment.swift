extension String {
  /// The text with blanks before it, so that it ends at a column; as it is where it is longer.
  package func rightAligned(to columns: Int) -> String {
    String(repeating: " ", count: max(0, columns - DisplayWidth.columns(of: self))) + self
  }

  /// The text with blanks after it up to a column; as it is where it is longer.
  package func leftAligned(to columns: Int) -> String {
    self + String(repeating: " ", count: max(0, columns - DisplayWidth.columns(of: self)))
  }
}
