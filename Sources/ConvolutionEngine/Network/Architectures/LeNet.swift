extension NetworkDescription {
  /// LeNet-5 for digits of 28×28 pixels; 61,706 parameters.
  ///
  /// Source: LeCun, Bottou, Bengio, Haffner, "Gradient-based learning applied to document recognition" (1998), in the form of
  /// "Dive into Deep Learning", section 7.6: plain average pools, every map sees all maps, and a linear output. The names are
  /// those of its `nn.Sequential`.
  static let leNet5 = NetworkDescription("lenet-5", inputAxes: [1, 28, 28]) { net in
    net.add("0", Conv2DLayer(filters: 6, kernel: 5, padding: 2))
    net.add("1", SigmoidLayer())
    net.add("2", AvgPool2DLayer(kernel: 2))
    net.add("3", Conv2DLayer(filters: 16, kernel: 5))
    net.add("4", SigmoidLayer())
    net.add("5", AvgPool2DLayer(kernel: 2))
    net.add("6", FlattenLayer())
    net.add("7", LinearLayer(features: 120))
    net.add("8", SigmoidLayer())
    net.add("9", LinearLayer(features: 84))
    net.add("10", SigmoidLayer())
    return net.add("11", LinearLayer(features: 10))
  }
}
