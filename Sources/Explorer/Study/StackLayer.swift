import ConvolutionEngine

/// A layer as a stack names it: a small word such as `conv:8,k3,s1,p1,d1`, `max-pool:2` or `relu`.
///
/// It says what is wanted; whether that fits what comes before is found when a `StackModel` is made of the whole stack.
package enum StackLayer: Hashable, Sendable {
  /// A convolution with a bias to so many filters.
  case convolution(filters: Int, StackWindow)
  case maxPool(StackWindow)
  /// A mean, with the padding counted as zeros. It has no dilation.
  case averagePool(StackWindow)
  case relu
  case sigmoid
  case globalAveragePool
  case flatten
  /// A linear layer with a bias to so many features.
  case linear(features: Int)

  /// The words that layers begin with, in the order of menus.
  package enum Kind: String, CaseIterable, Sendable {
    case convolution = "conv"
    case maxPool = "max-pool"
    case averagePool = "avg-pool"
    case relu
    case sigmoid
    case globalAveragePool = "global-avg-pool"
    case flatten
    case linear

    /// A layer of this kind to begin with: 3×3 with padding 1 and as many filters as there are channels, a 2×2 pool.
    package func start(channels: Int) -> StackLayer {
      switch self {
      case .convolution: .convolution(filters: channels, StackWindow(kernel: 3, padding: 1))
      case .maxPool: .maxPool(StackWindow(kernel: 2, stride: 2))
      case .averagePool: .averagePool(StackWindow(kernel: 2, stride: 2))
      case .relu: .relu
      case .sigmoid: .sigmoid
      case .globalAveragePool: .globalAveragePool
      case .flatten: .flatten
      case .linear: .linear(features: 10)
      }
    }

    /// The part of the layer's name before its number.
    var stem: String {
      switch self {
      case .maxPool, .averagePool: "pool"
      default: rawValue
      }
    }
  }

  package var kind: Kind {
    switch self {
    case .convolution: .convolution
    case .maxPool: .maxPool
    case .averagePool: .averagePool
    case .relu: .relu
    case .sigmoid: .sigmoid
    case .globalAveragePool: .globalAveragePool
    case .flatten: .flatten
    case .linear: .linear
    }
  }

  /// The window that slides, for a layer that has one.
  package var window: StackWindow? {
    switch self {
    case .convolution(_, let window), .maxPool(let window), .averagePool(let window): window
    default: nil
    }
  }

  /// The layer that the engine has for it.
  func add(named name: String, to net: inout NetworkBuilder) {
    switch self {
    case .convolution(let filters, let window):
      net.add(
        name,
        Conv2DLayer(
          filters: filters, kernel: window.kernel, stride: window.stride, padding: window.padding,
          dilation: window.dilation))
    case .maxPool(let window):
      net.add(
        name,
        MaxPool2DLayer(
          kernel: window.kernel, stride: window.stride, padding: window.padding, dilation: window.dilation))
    case .averagePool(let window):
      net.add(name, AvgPool2DLayer(kernel: window.kernel, stride: window.stride, padding: window.padding))
    case .relu: net.add(name, ReLULayer())
    case .sigmoid: net.add(name, SigmoidLayer())
    case .globalAveragePool: net.add(name, GlobalAvgPool2DLayer())
    case .flatten: net.add(name, FlattenLayer())
    case .linear(let features): net.add(name, LinearLayer(features: features))
    }
  }
}

/// A square window: cells of kernel, stride, padding per side, and dilation, the same along both axes.
package struct StackWindow: Hashable, Sendable {
  package var kernel: Int
  package var stride: Int
  package var padding: Int
  package var dilation: Int

  package init(kernel: Int, stride: Int = 1, padding: Int = 0, dilation: Int = 1) {
    self.kernel = kernel
    self.stride = stride
    self.padding = padding
    self.dilation = dilation
  }
}
