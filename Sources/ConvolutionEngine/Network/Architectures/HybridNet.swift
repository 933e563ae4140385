extension NetworkDescription {
  /// The article's net of convolutions with a linear classifier; 627,816 parameters.
  static let hybridNet = NetworkDescription("hybrid-net", inputAxes: [3, 224, 224]) { net in
    net.add("features.0", Conv2DLayer(filters: 64, kernel: 3, padding: 1))
    net.add("features.1", ReLULayer())
    net.add("features.2", MaxPool2DLayer(kernel: 2))
    net.add("features.3", Conv2DLayer(filters: 128, kernel: 3, padding: 1))
    net.add("features.4", ReLULayer())
    net.add("features.5", MaxPool2DLayer(kernel: 2))
    net.add("features.6", Conv2DLayer(filters: 256, kernel: 3, padding: 1))
    net.add("features.7", ReLULayer())
    net.add("features.8", AdaptiveAvgPool2DLayer(outputSize: PerAxis(1)))
    net.add("flatten", FlattenLayer())
    net.add("classifier.0", DropoutLayer(probability: 0.5))
    return net.add("classifier.1", LinearLayer(features: 1000))
  }
}
