extension NetworkDescription {
  /// AlexNet on one stream; 61,100,840 parameters.
  ///
  /// Source: Krizhevsky, "One weird trick for parallelizing convolutional neural networks" (2014), as in `torchvision.models`.
  static let alexNet = NetworkDescription("alexnet", inputAxes: [3, 224, 224]) { net in
    net.add("features.0", Conv2DLayer(filters: 64, kernel: 11, stride: 4, padding: 2))
    net.add("features.1", ReLULayer())
    net.add("features.2", MaxPool2DLayer(kernel: 3, stride: 2))
    net.add("features.3", Conv2DLayer(filters: 192, kernel: 5, padding: 2))
    net.add("features.4", ReLULayer())
    net.add("features.5", MaxPool2DLayer(kernel: 3, stride: 2))
    net.add("features.6", Conv2DLayer(filters: 384, kernel: 3, padding: 1))
    net.add("features.7", ReLULayer())
    net.add("features.8", Conv2DLayer(filters: 256, kernel: 3, padding: 1))
    net.add("features.9", ReLULayer())
    net.add("features.10", Conv2DLayer(filters: 256, kernel: 3, padding: 1))
    net.add("features.11", ReLULayer())
    net.add("features.12", MaxPool2DLayer(kernel: 3, stride: 2))
    net.add("avgpool", AdaptiveAvgPool2DLayer(outputSize: PerAxis(6)))
    net.add("flatten", FlattenLayer())
    net.add("classifier.0", DropoutLayer())
    net.add("classifier.1", LinearLayer(features: 4096))
    net.add("classifier.2", ReLULayer())
    net.add("classifier.3", DropoutLayer())
    net.add("classifier.4", LinearLayer(features: 4096))
    net.add("classifier.5", ReLULayer())
    return net.add("classifier.6", LinearLayer(features: 1000))
  }
}
