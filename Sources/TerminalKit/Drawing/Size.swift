/// How many rows and columns of character cells something has; neither is ever negative.
package struct Size: Hashable, Sendable {
  package let rows: Int
  package let columns: Int

  /// Negative sides become 0, so that arithmetic on a tiny screen can't produce an impossible size.
  package init(rows: Int, columns: Int) {
    self.rows = max(0, rows)
    self.columns = max(0, columns)
  }

  package var isEmpty: Bool { rows == 0 || columns == 0 }
}
