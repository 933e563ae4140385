/// Puts a network together, layer after layer; each takes the output of the one before it unless it is told otherwise.
///
///     var net = NetworkBuilder(input: try ActivationShape(channels: 8, height: 16, width: 16))
///     net.add("conv1", Conv2DLayer(filters: 8, kernel: 3, padding: 1))
///     net.add("relu", ReLULayer())
///     let inner = net.add("conv2", Conv2DLayer(filters: 8, kernel: 3, padding: 1))
///     net.add("sum", AddLayer(), from: [inner, .input])
///     let network = try net.network(named: "block")
///
/// Nothing is checked before `network(named:output:)`.
public struct NetworkBuilder: Sendable {
  public let input: ActivationShape
  /// The layer that was added last, or the input.
  public private(set) var last = NodeSource.input
  private var nodes: [NetworkNode] = []

  public init(input: ActivationShape) {
    self.input = input
  }

  /// Adds a layer.
  ///
  /// - Parameters:
  ///   - name: the prefix of its weights in a state dict.
  ///   - sources: what it takes; nil for the layer that was added last.
  /// - Returns: its output, to be taken by later layers.
  @discardableResult
  public mutating func add(_ name: String, _ layer: some Layer, from sources: [NodeSource]? = nil) -> NodeSource {
    nodes.append(NetworkNode(name: name, layer: layer, inputs: sources ?? [last]))
    last = .node(nodes.count - 1)
    return last
  }

  /// The network of all layers so far.
  ///
  /// - Parameter output: nil for the layer that was added last. Layers that it does not depend on stay, unused.
  /// - Throws: `NetworkError`, of which `.layer` names the layer that does not fit.
  public func network(named name: String, output: NodeSource? = nil) throws(NetworkError) -> Network {
    try Network(name: name, input: input, nodes: nodes, output: output ?? last)
  }
}
