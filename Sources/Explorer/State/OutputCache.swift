import ConvolutionEngine

/// A whole output with the revision of the experiment that it belongs to: computed beside the loop, and kept up to date
/// cell by cell where an edit changes few of them.
package struct OutputCache: Sendable {
  package private(set) var revision: Int
  package private(set) var output: Tensor
  private var magnitudes: Magnitudes

  package init(revision: Int, output: Tensor) {
    self.revision = revision
    self.output = output
    magnitudes = Magnitudes(output.values)
  }

  /// The largest magnitude of the finite values, 0 when there is none: the scale of colours.
  package var largestMagnitude: Float { magnitudes.largest }

  /// Becomes the output of a later revision that differs in these cells only. Writes in place: while nobody else holds the
  /// output, nothing is copied.
  mutating func take(_ patch: OutputPatch, revision: Int) {
    self.revision = revision
    for cell in patch.cells { output[cell.place] = cell.value }
    let shape = output.shape
    magnitudes.update(at: patch.cells.lazy.map { shape.offset(of: $0.place) }, in: output.values)
  }
}
