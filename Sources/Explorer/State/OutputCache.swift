import ConvolutionEngine

/// A whole output computed beside the loop, with the revision of the experiment that it belongs to.
package struct OutputCache: Sendable {
  package let revision: Int
  package let output: Tensor
  /// The largest magnitude of the finite values, 0 when there is none: the scale of colours.
  package let largestMagnitude: Float

  package init(revision: Int, output: Tensor) {
    self.revision = revision
    self.output = output
    var largest: Float = 0
    for value in output.values where value.isFinite { largest = max(largest, abs(value)) }
    largestMagnitude = largest
  }
}
