/// All kinds of layers, one line each.
public enum LayerCatalog {
  public static let all: [LayerDescription] = [
    .conv2d,
    .convTranspose2d,
    .maxPool2d,
    .avgPool2d,
    .adaptiveAvgPool2d,
    .adaptiveMaxPool2d,
    .globalAvgPool2d,
    .linear,
    .flatten,
    .relu,
    .leakyRelu,
    .sigmoid,
    .tanh,
    .softmax,
    .batchNorm,
    .dropout,
    .add,
    .concat,
    .pad,
    .upsampleNearest,
  ]

  /// The kind of that name.
  public static func description(of kind: String) -> LayerDescription? {
    all.first { $0.kind == kind }
  }
}
