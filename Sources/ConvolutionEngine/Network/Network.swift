/// Layers in the order in which they run, each taking the input or the outputs of earlier ones.
///
/// A network that exists runs on its usual input: names are unique, there are no cycles, and all shapes fit. It holds no
/// weights. Make one with a `NetworkBuilder`.
public struct Network: Sendable {
  public let name: String
  /// The usual input, which the shapes of all weights follow from.
  public let input: ActivationShape
  public let nodes: [NetworkNode]
  /// The index of the node whose output is the network's.
  public let output: Int

  /// Whether the output depends on each node.
  private let used: [Bool]

  /// - Throws: `NetworkError`, of which `.layer` names the layer that does not fit.
  public init(
    name: String, input: ActivationShape, nodes: [NetworkNode], output: NodeSource
  ) throws(NetworkError) {
    guard !nodes.isEmpty else { throw .empty }
    var names: Set<String> = []
    for (index, node) in nodes.enumerated() {
      guard NetworkNode.isLegalName(node.name) else { throw .nodeName(node.name) }
      guard names.insert(node.name).inserted else { throw .duplicateName(node.name) }
      for source in node.inputs {
        if case .node(let earlier) = source, !(0..<index).contains(earlier) {
          throw .unknownSource(source, of: node.name)
        }
      }
      let legal = type(of: node.layer).inputCount
      guard legal.contains(node.inputs.count) else {
        throw .layer(node.name, .inputCount(node.inputs.count, legal: legal))
      }
    }
    guard case .node(let last) = output, nodes.indices.contains(last) else { throw .unknownOutput(output) }
    self.name = name
    self.input = input
    self.nodes = nodes
    self.output = last
    used = Self.used(by: last, nodes)
    _ = try shapes()
  }

  private static func used(by output: Int, _ nodes: [NetworkNode]) -> [Bool] {
    var used = Array(repeating: false, count: nodes.count)
    used[output] = true
    for index in nodes.indices.reversed() where used[index] {
      for case .node(let earlier) in nodes[index].inputs { used[earlier] = true }
    }
    return used
  }

  /// Whether the output depends on the node with this index; a forward pass leaves the others out.
  public func isUsed(_ index: Int) -> Bool { used[index] }

  /// The name of what a node takes, `input` for the network's input. The source must be one of this network's.
  public func name(of source: NodeSource) -> String {
    switch source {
    case .input: NodeSource.inputName
    case .node(let index): nodes[index].name
    }
  }

  /// The shape of every node's output.
  ///
  /// - Parameter input: nil for the usual one.
  /// - Throws: `NetworkError.layer` with the name of the first layer that does not fit.
  public func shapes(for input: ActivationShape? = nil) throws(NetworkError) -> [ActivationShape] {
    let input = input ?? self.input
    var shapes: [ActivationShape] = []
    for node in nodes {
      do throws(LayerError) {
        shapes.append(try node.layer.outputShape(for: node.inputs.map { $0.value(in: shapes, input: input) }))
      } catch {
        throw .layer(node.name, error)
      }
    }
    return shapes
  }

  /// The weights and buffers of all layers, those that are not used included, in the order of a PyTorch state dict.
  ///
  /// - Parameter input: nil for the usual one. A linear layer has as many inputs as it then gets.
  public func parameters(for input: ActivationShape? = nil) throws(NetworkError) -> [NetworkParameter] {
    let shapes = try shapes(for: input)
    var parameters: [NetworkParameter] = []
    for (index, node) in nodes.enumerated() {
      let inputs = node.inputs.map { $0.value(in: shapes, input: input ?? self.input) }
      do throws(LayerError) {
        parameters += try node.layer.tensors(for: inputs).map { NetworkParameter(node: index, of: node.name, $0) }
      } catch {
        throw .layer(node.name, error)
      }
    }
    return parameters
  }
}

extension NodeSource {
  /// What this source gives when the nodes so far have given `values`. A node that has not must not be asked for.
  func value<Value>(in values: [Value], input: Value) -> Value {
    switch self {
    case .input: input
    case .node(let index): values[index]
    }
  }
}

/// A tensor of weights, or a buffer, of a layer in a network.
public struct NetworkParameter: Hashable, Sendable {
  /// The index of the node.
  public let node: Int
  /// The name in a PyTorch state dict, such as `layer1.0.bn1.running_mean`.
  public let name: String
  public let tensor: LayerTensor

  init(node: Int, of nodeName: String, _ tensor: LayerTensor) {
    self.node = node
    name = nodeName + "." + tensor.stateName
    self.tensor = tensor
  }
}
