extension NetworkDescription {
  /// The article's multilayer perceptron: 784 pixels, 256 hidden units, 10 outputs; 203,530 parameters.
  static let mlp = NetworkDescription("mlp", inputAxes: [1, 28, 28]) { net in
    net.add("flatten", FlattenLayer())
    net.add("hidden", LinearLayer(features: 256))
    net.add("relu", ReLULayer())
    return net.add("output", LinearLayer(features: 10))
  }
}
