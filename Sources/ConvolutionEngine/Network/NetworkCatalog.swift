/// All architectures, one line each.
public enum NetworkCatalog {
  public static let all: [NetworkDescription] = [
    .mlp,
    .convLayerDemo,
    .hybridNet,
    .leNet5,
    .alexNet,
    .vgg11,
    .vgg16,
    .resNet18,
    .uToy,
  ]

  /// The architecture of that name.
  public static func description(of name: String) -> NetworkDescription? {
    all.first { $0.name == name }
  }
}

/// An architecture and how it is put together.
public struct NetworkDescription: Sendable {
  public let name: String
  /// The axes of its usual input: C, H, W.
  public let inputAxes: [Int]

  private let build: @Sendable (inout NetworkBuilder) -> NodeSource?

  /// - Parameter build: adds all layers, and returns the output when that is not the last of them.
  init(_ name: String, inputAxes: [Int], build: @escaping @Sendable (inout NetworkBuilder) -> NodeSource?) {
    self.name = name
    self.inputAxes = inputAxes
    self.build = build
  }

  /// The network, without weights.
  ///
  /// - Throws: nothing for those in the catalogue, which a test holds.
  public func network() throws(NetworkError) -> Network {
    let input: ActivationShape
    do {
      input = try ActivationShape(axes: inputAxes)
    } catch {
      throw .input(error)
    }
    var builder = NetworkBuilder(input: input)
    let output = build(&builder)
    return try builder.network(named: name, output: output)
  }
}
