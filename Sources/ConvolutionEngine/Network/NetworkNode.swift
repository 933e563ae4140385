/// A layer in its place in a network.
public struct NetworkNode: Sendable {
  /// The prefix of its weights in a PyTorch state dict, such as `features.0` or `layer1.0.conv1`; unique in the network.
  public let name: String
  public let layer: any Layer
  /// What it takes, in order; only what comes before it.
  public let inputs: [NodeSource]

  public init(name: String, layer: any Layer, inputs: [NodeSource]) {
    self.name = name
    self.layer = layer
    self.inputs = inputs
  }

  /// The longest name.
  public static let nameLimit = 100

  /// Whether `name` can name a node: 1 to 100 ASCII letters, digits, `.`, `_` and `-`, the first no `.` or `-`, and not
  /// `input`, which names the input of the network.
  ///
  /// Weights lie in files of these names, so they must not lead to another folder.
  public static func isLegalName(_ name: String) -> Bool {
    guard let first = name.utf8.first, name.utf8.count <= nameLimit, name != NodeSource.inputName else { return false }
    func isWordByte(_ byte: UInt8) -> Bool {
      switch byte {
      case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
        UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "_"):
        true
      default: false
      }
    }
    return isWordByte(first)
      && name.utf8.allSatisfy { isWordByte($0) || $0 == UInt8(ascii: ".") || $0 == UInt8(ascii: "-") }
  }
}

/// What a node takes: the input of the network, or the output of another node.
public enum NodeSource: Hashable, Sendable {
  case input
  /// The node with this index.
  case node(Int)

  /// The name of the network's input among those of the nodes.
  public static let inputName = "input"
}
