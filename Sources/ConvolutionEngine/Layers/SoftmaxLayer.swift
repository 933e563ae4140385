/// eˣ divided by the sum of all eˣ along one axis: PyTorch's `nn.Softmax`.
public struct SoftmaxLayer: Layer {
  public static let operation = OperatorName.softmax

  public let parameters: Parameters

  /// - Parameter axis: counted as in PyTorch, with the batch as axis 0; 1 are the channels or features.
  public init(axis: Int = 1) {
    self.init(LayerSettings(parameters: Parameters([.axis: .integer(axis)])))
  }

  public init(_ settings: LayerSettings) {
    parameters = settings.parameters
  }

  /// Everything along the axis itself.
  public func reach(for inputs: [ActivationShape]) throws(LayerError) -> PerAxis<AxisReach> {
    let shape = try inputs.single()
    let axis = parameters.integer(.axis) ?? 1
    var reach = PerAxis(AxisReach.cell)
    switch axis < 0 ? axis + shape.axes.count + 1 : axis {
    case 2: reach.vertical = .everything(count: shape.size.vertical)
    case 3: reach.horizontal = .everything(count: shape.size.horizontal)
    default: break
    }
    return reach
  }
}

extension LayerDescription {
  static let softmax = LayerDescription(
    parameters: [ParameterSpecification(.axis, .integer, default: .integer(1))], make: SoftmaxLayer.init)
}
