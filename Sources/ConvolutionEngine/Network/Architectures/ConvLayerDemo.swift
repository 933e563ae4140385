extension NetworkDescription {
  /// The article's demonstration of what a convolution can be asked for; 239,488 parameters.
  ///
  /// As in the article, only the first convolution and its activation run: the other two are there, with their weights, but
  /// nothing asks for them.
  static let convLayerDemo = NetworkDescription("conv-layer-demo", inputAxes: [3, 224, 224]) { net in
    net.add("conv1", Conv2DLayer(filters: 64, kernel: 3, padding: 1))
    let output = net.add("relu", ReLULayer())
    net.add("conv_large", Conv2DLayer(filters: 64, kernel: 7, padding: 3), from: [output])
    net.add("dilated_conv", Conv2DLayer(filters: 64, kernel: 3, padding: 2, dilation: 2), from: [output])
    return output
  }
}
