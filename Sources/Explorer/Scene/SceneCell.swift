import ConvolutionEngine

/// One visible cell, ready to draw.
package struct SceneCell: Hashable, Sendable {
  /// The number, or nil where it is not known yet (drawn as `?`).
  package var value: Float?
  /// Set for a ghost cell of the padding.
  package var ghost: Ghost?
  package var marks: Marks

  /// Where the value of a ghost cell comes from.
  package enum Ghost: Hashable, Sendable {
    /// Padding with zeros.
    case zero
    /// The value of this input cell, mirrored, repeated or wrapped.
    case copy(row: Int, column: Int)
  }

  /// Why a cell stands out.
  package struct Marks: OptionSet, Hashable, Sendable {
    package let rawValue: Int
    package init(rawValue: Int) { self.rawValue = rawValue }

    /// Under the kernel for the current output cell.
    package static let window = Marks(rawValue: 1 << 0)
    /// The selected cell of the grid.
    package static let cursor = Marks(rawValue: 1 << 1)
    /// Part of the product that was added last, while stepping product by product.
    package static let currentProduct = Marks(rawValue: 1 << 2)
    /// Its product is in the running sum already, while stepping product by product.
    package static let counted = Marks(rawValue: 1 << 3)
    /// Padded input that no window reaches, because a whole stride no longer fits.
    /// Of the output, cells that are there for the output padding alone: they get only what the rim gives them.
    package static let unreached = Marks(rawValue: 1 << 4)
    /// The output cells that the selected input cell of a transposed convolution adds to.
    package static let spread = Marks(rawValue: 1 << 9)
    /// Of the output: differs from what it is compared with by more than the tolerance.
    package static let beyond = Marks(rawValue: 1 << 12)
    /// Of the output: what it is compared with has no such cell.
    package static let missing = Marks(rawValue: 1 << 13)
    /// One of several cells that are chosen together.
    package static let selected = Marks(rawValue: 1 << 10)
    /// Hangs on the selected cell of another grid: touched by the selected weight, or fed by the selected input. On the
    /// input also the cell that the selected position of the padding, or the product's, has its value from.
    package static let linked = Marks(rawValue: 1 << 8)
    /// In the row or column of padding that makes one side one cell wider than the other.
    package static let odd = Marks(rawValue: 1 << 10)
  }

  package init(value: Float?, ghost: Ghost? = nil, marks: Marks = []) {
    self.value = value
    self.ghost = ghost
    self.marks = marks
  }
}
