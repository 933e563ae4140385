/// Why a network cannot be made or run. Facts only.
public enum NetworkError: Error, Equatable, Sendable {
  /// There is no layer at all.
  case empty
  /// The name is none for a node; see `NetworkNode.isLegalName`.
  case nodeName(String)
  /// Two nodes have this name.
  case duplicateName(String)
  /// A node takes something that does not come before it.
  case unknownSource(NodeSource, of: String)
  /// The output is not a node of the network.
  case unknownOutput(NodeSource)
  /// The layer of this name does not fit what it is given.
  case layer(String, LayerError)
  /// The tensor or shape is no input of the network.
  case input(LayerError)
  /// More of something, in the whole network, than `Int` counts.
  case uncountable(LayerQuantity)
  /// Weights or buffers of these names are needed and were not given, in the order of the network.
  case missingWeights([String])
  /// These names belong to no layer, in alphabetical order.
  case unexpectedWeights([String])
  /// Weights with other axes than the layer has.
  case weightAxes(String, expected: [Int], actual: [Int])
}
