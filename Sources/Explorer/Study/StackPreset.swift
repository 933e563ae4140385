import ConvolutionEngine

/// A stack worth looking at. Names of architectures come from `NetworkCatalog`.
package enum StackPreset: String, CaseIterable, Sendable {
  /// The same field, 7×7, in three steps or in one.
  case threeSmall = "three 3×3"
  case oneLarge = "one 7×7"
  /// Three 3×3 with dilations 1, 2 and 4: a field of 15.
  case dilated = "dilated 1 2 4"
  /// Pools between convolutions: each makes the field grow twice as fast.
  case pooled = "conv pool conv pool"

  package var study: StackStudy {
    func convolution(_ filters: Int = 1, _ kernel: Int = 3, padding: Int = 1, dilation: Int = 1) -> StackLayer {
      .convolution(filters: filters, StackWindow(kernel: kernel, padding: padding, dilation: dilation))
    }
    let pool = StackLayer.maxPool(StackWindow(kernel: 2, stride: 2))
    let layers =
      switch self {
      case .threeSmall: [convolution(), convolution(), convolution()]
      case .oneLarge: [convolution(1, 7, padding: 3)]
      case .dilated: [convolution(), convolution(padding: 2, dilation: 2), convolution(padding: 4, dilation: 4)]
      case .pooled: [convolution(4), pool, convolution(8), pool]
      }
    return StackStudy(inputAxes: [1, 12, 12], layers: layers)
  }
}
