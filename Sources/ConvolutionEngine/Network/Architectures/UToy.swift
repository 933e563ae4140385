extension NetworkDescription {
  /// A U of two steps down and two up: every step up is joined with the maps of the same size on the way down.
  ///
  /// Small enough to be run at once. Source of the shape: Ronneberger, Fischer, Brox, "U-Net: convolutional networks for
  /// biomedical image segmentation" (2015), with padding instead of cropping, and batch norms.
  static let uToy = NetworkDescription("u-toy", inputAxes: [1, 32, 32]) { net in
    let fine = net.addConvolution("down1", filters: 8)
    net.add("down1.pool", MaxPool2DLayer(kernel: 2))
    let middle = net.addConvolution("down2", filters: 16)
    net.add("down2.pool", MaxPool2DLayer(kernel: 2))
    net.addConvolution("bottom", filters: 32)
    let risen = net.add("up2.up", ConvTranspose2DLayer(filters: 16, kernel: 2, stride: 2))
    net.add("up2.concat", ConcatLayer(), from: [middle, risen])
    net.addConvolution("up2", filters: 16)
    let top = net.add("up1.up", ConvTranspose2DLayer(filters: 8, kernel: 2, stride: 2))
    net.add("up1.concat", ConcatLayer(), from: [fine, top])
    net.addConvolution("up1", filters: 8)
    return net.add("head", Conv2DLayer(filters: 2, kernel: 1))
  }
}

extension NetworkBuilder {
  /// A 3×3 convolution that keeps the size, with batch norm and activation.
  @discardableResult
  fileprivate mutating func addConvolution(_ name: String, filters: Int) -> NodeSource {
    add("\(name).conv", Conv2DLayer(filters: filters, kernel: 3, padding: 1, hasBias: false))
    add("\(name).bn", BatchNormLayer())
    return add("\(name).relu", ReLULayer())
  }
}
