/// What a network costs and sees, layer by layer, for one picture. Nothing is computed and no weights are made.
///
/// Rows hold plain fields, ready to be printed; bytes are those of Float32.
public struct NetworkSummary: Equatable, Sendable {
  public let network: String
  public let input: ActivationShape
  public let output: ActivationShape
  public let rows: [Row]
  /// The sums over all rows.
  public let total: Costs

  /// What a layer, or a whole network, costs.
  public struct Costs: Hashable, Sendable {
    /// Trained numbers besides biases. Weights and biases together are what PyTorch's `parameters()` counts.
    public fileprivate(set) var weights = 0
    public fileprivate(set) var biases = 0
    /// Numbers that are kept but not trained: running means and variances.
    public fileprivate(set) var buffers = 0
    /// Products of a weight and an activation; see `Layer.multiplyAccumulates(for:)`. 0 for a layer that does not run.
    public fileprivate(set) var multiplyAccumulates = 0
    /// The memory of the output; 0 for a layer that does not run.
    public fileprivate(set) var activationBytes = 0
    /// The memory of weights, biases and buffers.
    public fileprivate(set) var parameterBytes = 0

    /// Weights and biases.
    public var parameters: Int { weights + biases }
  }

  /// One layer.
  public struct Row: Equatable, Sendable {
    public let name: String
    public let kind: String
    /// The names of the layers that it takes, `input` for the network's input.
    public let inputs: [String]
    public let output: ActivationShape
    /// The taps of its window, rows and columns, where it has one.
    public let kernel: PerAxis<Int>?
    /// Where it can have several.
    public let groups: Int?
    public let costs: Costs
    /// What a unit of the output sees of the network's input, along each axis; nil where that is too large to tell.
    public let receptiveField: PerAxis<AxisReceptiveField>?
    /// Whether the output of the network depends on it. A layer that does not run has parameters but no other costs.
    public let isUsed: Bool
  }

  /// - Parameter input: nil for the network's usual one.
  /// - Throws: `NetworkError.layer` for the first layer that does not fit or whose costs `Int` does not count, `.uncountable`
  ///   for sums.
  public init(_ network: Network, input: ActivationShape? = nil) throws(NetworkError) {
    let input = input ?? network.input
    let shapes = try network.shapes(for: input)
    var rows: [Row] = []
    var fields: [PerAxis<AxisField?>] = []
    var total = Costs()
    for (index, node) in network.nodes.enumerated() {
      let inputs = node.inputs.map { $0.value(in: shapes, input: input) }
      let isUsed = network.isUsed(index)
      let costs: Costs
      do throws(LayerError) {
        let sources = node.inputs.map { $0.value(in: fields, input: PerAxis(AxisField.input)) }
        fields.append(try Self.field(of: node.layer, for: inputs, seeing: sources))
        costs = try Costs(node.layer, for: inputs, output: shapes[index], isRun: isUsed)
      } catch {
        throw .layer(node.name, error)
      }
      do throws(LayerError) {
        try total.add(costs)
      } catch {
        guard case .uncountable(let quantity) = error else { throw .layer(node.name, error) }
        throw .uncountable(quantity)
      }
      rows.append(
        Row(
          name: node.name, kind: node.layer.kind,
          inputs: node.inputs.map(network.name),
          output: shapes[index], kernel: node.layer.kernel, groups: node.layer.groups, costs: costs,
          receptiveField: Self.receptiveField(fields[index], size: shapes[index].size), isUsed: isUsed))
    }
    self.network = network.name
    self.input = input
    self.rows = rows
    self.total = total
    output = shapes[network.output]
  }

  /// The fields after a layer: what it reaches of what all its inputs see.
  private static func field(
    of layer: any Layer, for inputs: [ActivationShape], seeing sources: [PerAxis<AxisField?>]
  ) throws(LayerError) -> PerAxis<AxisField?> {
    let reach = try layer.reach(for: inputs)
    func field(_ axis: Axis) throws(UntoldField) -> AxisField {
      guard let first = sources.first, var joined = first[axis] else { throw UntoldField() }
      for source in sources.dropFirst() {
        guard let field = source[axis] else { throw UntoldField() }
        joined = try joined.joined(with: field)
      }
      return try joined.seen(through: reach[axis])
    }
    return PerAxis(vertical: try? field(.vertical), horizontal: try? field(.horizontal))
  }

  private static func receptiveField(
    _ field: PerAxis<AxisField?>, size: PerAxis<Int>
  ) -> PerAxis<AxisReceptiveField>? {
    guard let vertical = try? field.vertical?.summary(count: size.vertical),
      let horizontal = try? field.horizontal?.summary(count: size.horizontal)
    else { return nil }
    return PerAxis(vertical: vertical, horizontal: horizontal)
  }
}

extension NetworkSummary.Costs {
  /// - Throws: `LayerError.uncountable`.
  fileprivate init(
    _ layer: any Layer, for inputs: [ActivationShape], output: ActivationShape, isRun: Bool
  ) throws(LayerError) {
    for tensor in try layer.tensors(for: inputs) {
      switch (tensor.isTrainable, tensor.operand) {
      case (false, _): buffers = try LayerQuantity.parameters.sum(buffers, tensor.count)
      case (true, .bias): biases = try LayerQuantity.parameters.sum(biases, tensor.count)
      case (true, _): weights = try LayerQuantity.parameters.sum(weights, tensor.count)
      }
    }
    let numbers = try LayerQuantity.parameters.sum(try LayerQuantity.parameters.sum(weights, biases), buffers)
    parameterBytes = try LayerQuantity.bytes.product(numbers, MemoryLayout<Float>.size)
    guard isRun else { return }
    multiplyAccumulates = try layer.multiplyAccumulates(for: inputs)
    activationBytes = try LayerQuantity.bytes.product(output.count, MemoryLayout<Float>.size)
  }

  fileprivate mutating func add(_ other: NetworkSummary.Costs) throws(LayerError) {
    weights = try LayerQuantity.parameters.sum(weights, other.weights)
    biases = try LayerQuantity.parameters.sum(biases, other.biases)
    buffers = try LayerQuantity.parameters.sum(buffers, other.buffers)
    _ = try LayerQuantity.parameters.sum(weights, biases)
    multiplyAccumulates = try LayerQuantity.multiplyAccumulates.sum(multiplyAccumulates, other.multiplyAccumulates)
    activationBytes = try LayerQuantity.bytes.sum(activationBytes, other.activationBytes)
    parameterBytes = try LayerQuantity.bytes.sum(parameterBytes, other.parameterBytes)
  }
}
