extension NetworkDescription {
  /// ResNet with 18 layers of weights; 11,689,512 parameters.
  ///
  /// Source: He, Zhang, Ren, Sun, "Deep residual learning for image recognition" (2016), as in `torchvision.models`.
  static let resNet18 = NetworkDescription("resnet-18", inputAxes: [3, 224, 224]) { net in
    net.add("conv1", Conv2DLayer(filters: 64, kernel: 7, stride: 2, padding: 3, hasBias: false))
    net.add("bn1", BatchNormLayer())
    net.add("relu", ReLULayer())
    net.add("maxpool", MaxPool2DLayer(kernel: 3, stride: 2, padding: 1))
    for (stage, filters) in [64, 128, 256, 512].enumerated() {
      // The first block of every stage but the first halves the maps and doubles the channels, also on its way around.
      net.addBasicBlock("layer\(stage + 1).0", filters: filters, stride: stage == 0 ? 1 : 2)
      net.addBasicBlock("layer\(stage + 1).1", filters: filters, stride: 1)
    }
    net.add("avgpool", AdaptiveAvgPool2DLayer(outputSize: PerAxis(1)))
    net.add("flatten", FlattenLayer())
    return net.add("fc", LinearLayer(features: 1000))
  }
}

extension NetworkBuilder {
  /// Two 3×3 convolutions, and their input added to what they give: as it is, or through a 1×1 convolution where the stride
  /// changes its shape.
  fileprivate mutating func addBasicBlock(_ name: String, filters: Int, stride: Int) {
    let input = last
    add("\(name).conv1", Conv2DLayer(filters: filters, kernel: 3, stride: stride, padding: 1, hasBias: false))
    add("\(name).bn1", BatchNormLayer())
    add("\(name).relu1", ReLULayer())
    add("\(name).conv2", Conv2DLayer(filters: filters, kernel: 3, padding: 1, hasBias: false))
    let inner = add("\(name).bn2", BatchNormLayer())
    var around = input
    if stride != 1 {
      add(
        "\(name).downsample.0", Conv2DLayer(filters: filters, kernel: 1, stride: stride, hasBias: false),
        from: [input])
      around = add("\(name).downsample.1", BatchNormLayer())
    }
    add("\(name).add", AddLayer(), from: [inner, around])
    add("\(name).relu2", ReLULayer())
  }
}
