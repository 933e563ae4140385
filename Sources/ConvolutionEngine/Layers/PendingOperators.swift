/// Shapes of the layers whose operators are not in the catalogue yet.
enum PendingOperators {
  static func outputShape(of layer: some Layer, for inputs: [ActivationShape]) throws(LayerError) -> ActivationShape {
    let parameters = layer.parameters
    switch layer.kind {
    case MaxPool2DLayer.kind, AvgPool2DLayer.kind: return try pooled(try inputs.maps(), parameters)
    case AdaptiveAvgPool2DLayer.kind, AdaptiveMaxPool2DLayer.kind:
      let size = try parameters.required(.outputSize)
      return try ActivationShape(
        channels: try inputs.maps().channels, height: size.vertical, width: size.horizontal)
    case GlobalAvgPool2DLayer.kind:
      return try ActivationShape(channels: try inputs.maps().channels, height: 1, width: 1)
    case LinearLayer.kind:
      let tensors = try layer.tensors(for: inputs)
      return try ActivationShape(axes: try inputs.single().axes.dropLast() + [tensors[0].axes[0]])
    case FlattenLayer.kind: return try ActivationShape(features: try inputs.single().count)
    case AddLayer.kind:
      guard inputs[0] == inputs[1] else {
        throw .operation(.mismatch(.input, [1] + inputs[0].axes, .secondInput, [1] + inputs[1].axes, rule: .equal))
      }
      return inputs[0]
    case ConcatLayer.kind:
      guard inputs[0].axes.dropFirst() == inputs[1].axes.dropFirst() else {
        throw .operation(
          .mismatch(.input, [1] + inputs[0].axes, .secondInput, [1] + inputs[1].axes, rule: .equalButForAxis))
      }
      return try ActivationShape(axes: [inputs[0].channels + inputs[1].channels] + inputs[0].axes.dropFirst())
    case PadLayer.kind:
      let (input, padding) = (try inputs.maps(), parameters.paddingCells ?? .none)
      return try ActivationShape(
        channels: input.channels, height: input.size.vertical + padding.top + padding.bottom,
        width: input.size.horizontal + padding.left + padding.right)
    case UpsampleNearestLayer.kind:
      guard case .numbers(let scale)? = parameters[.scale] else { throw .missingParameter(.scale) }
      let input = try inputs.maps()
      return try ActivationShape(
        channels: input.channels, height: Int(Double(input.size.vertical) * scale.vertical),
        width: Int(Double(input.size.horizontal) * scale.horizontal))
    default: return try inputs.single()
    }
  }

  static func reach(of layer: some Layer) throws(LayerError) -> PerAxis<AxisReach> {
    let parameters = layer.parameters
    let kernel = try parameters.required(.kernelSize)
    let stride = parameters.axes(.stride) ?? kernel
    let padding = parameters.paddingCells ?? .none
    return PerAxis(
      vertical: .window(
        taps: kernel.vertical, stride: stride.vertical, dilation: parameters.dilation.vertical, padding: padding.top),
      horizontal: .window(
        taps: kernel.horizontal, stride: stride.horizontal, dilation: parameters.dilation.horizontal,
        padding: padding.left))
  }

  private static func pooled(_ input: ActivationShape, _ parameters: Parameters) throws(LayerError) -> ActivationShape {
    let kernel = try parameters.required(.kernelSize)
    let size: PerAxis<Int>
    do throws(GeometryError) {
      let geometry = try ConvolutionGeometry(
        stride: parameters.axes(.stride) ?? kernel, dilation: parameters.dilation,
        padding: parameters.paddingCells ?? .none)
      try geometry.validate(input: input.size, kernel: kernel)
      size = geometry.outputSize(input: input.size, kernel: kernel)
    } catch {
      throw .operation(.convolution(.geometry(error)))
    }
    return try ActivationShape(channels: input.channels, height: size.vertical, width: size.horizontal)
  }
}
