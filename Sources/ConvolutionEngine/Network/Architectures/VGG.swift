extension NetworkDescription {
  /// VGG with 11 layers of weights, configuration A; 132,863,336 parameters.
  static let vgg11 = vgg("vgg-11", blocks: [[64], [128], [256, 256], [512, 512], [512, 512]])

  /// VGG with 16 layers of weights, configuration D; 138,357,544 parameters.
  static let vgg16 = vgg(
    "vgg-16", blocks: [[64, 64], [128, 128], [256, 256, 256], [512, 512, 512], [512, 512, 512]])

  /// Blocks of 3×3 convolutions, each block halving the maps by a pool, and three linear layers.
  ///
  /// Source: Simonyan, Zisserman, "Very deep convolutional networks for large-scale image recognition" (2015), without batch
  /// norms, as in `torchvision.models`.
  private static func vgg(_ name: String, blocks: [[Int]]) -> NetworkDescription {
    NetworkDescription(name, inputAxes: [3, 224, 224]) { net in
      var index = 0
      func next() -> String {
        defer { index += 1 }
        return "features.\(index)"
      }
      for block in blocks {
        for filters in block {
          net.add(next(), Conv2DLayer(filters: filters, kernel: 3, padding: 1))
          net.add(next(), ReLULayer())
        }
        net.add(next(), MaxPool2DLayer(kernel: 2))
      }
      net.add("avgpool", AdaptiveAvgPool2DLayer(outputSize: PerAxis(7)))
      net.add("flatten", FlattenLayer())
      net.add("classifier.0", LinearLayer(features: 4096))
      net.add("classifier.1", ReLULayer())
      net.add("classifier.2", DropoutLayer())
      net.add("classifier.3", LinearLayer(features: 4096))
      net.add("classifier.4", ReLULayer())
      net.add("classifier.5", DropoutLayer())
      return net.add("classifier.6", LinearLayer(features: 1000))
    }
  }
}
