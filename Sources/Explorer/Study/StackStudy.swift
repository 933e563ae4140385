import ConvolutionEngine

/// Layers one behind the other: shapes, parameters, and how far back a cell of a deep map reaches.
///
/// The value says what is wanted. Whether the layers fit each other, and the input, is found by `StackModel`, which every
/// edit goes through.
package struct StackStudy: Equatable, Sendable {
  /// The sides of the input in the order C, H, W.
  package var inputAxes: [Int]
  package var content: Content

  package enum Content: Equatable, Sendable {
    /// Layers that can be changed one by one.
    case layers([StackLayer])
    /// An architecture of `NetworkCatalog` by its name, shown as it is.
    case architecture(String)
  }

  /// The most layers: far more than a screen lists, few enough for every frame.
  package static let layerLimit = 64
  /// The longest side of an input, and the most channels.
  package static let sideLimit = 4096

  /// Three 3×3 convolutions on one channel of 12×12.
  package init() {
    let layer = StackLayer.convolution(filters: 1, StackWindow(kernel: 3, padding: 1))
    self.init(inputAxes: [1, 12, 12], layers: [layer, layer, layer])
  }

  package init(inputAxes: [Int], layers: [StackLayer]) {
    self.inputAxes = inputAxes
    content = .layers(layers)
  }

  package init(_ architecture: NetworkDescription) {
    inputAxes = architecture.inputAxes
    content = .architecture(architecture.name)
  }

  /// The layers, unless it is an architecture.
  package var layers: [StackLayer]? {
    if case .layers(let layers) = content { layers } else { nil }
  }
}

/// The text: the sides of the input, then a word for each layer or `name:ARCHITECTURE`.
///
/// ```
/// 1x16x16 conv:8,k3,p1 relu max-pool:2
/// 3x224x224 name:vgg-16
/// name:vgg-16                              on its usual input
/// ```
extension StackStudy {
  init(reading words: inout ActionWords) throws(ActionTextError) {
    var axes: [Int]?
    if words.first?.hasPrefix(Self.namePrefix) != true { axes = try Self.axes(&words) }
    if let word = words.first, word.hasPrefix(Self.namePrefix) {
      _ = try words.next(.architecture)
      let name = String(word.dropFirst(Self.namePrefix.count))
      guard let description = NetworkCatalog.description(of: name) else {
        throw ActionTextError(word: name, expected: .architecture)
      }
      self.init(description)
      inputAxes = axes ?? description.inputAxes
      return
    }
    var layers: [StackLayer] = []
    repeat { layers.append(try StackLayer(word: try words.next(.stackLayer))) } while !words.isAtEnd
    self.init(inputAxes: axes ?? [], layers: layers)
  }

  var text: String {
    let sides = inputAxes.map { "\($0)" }.joined(separator: "x")
    switch content {
    case .layers(let layers): return ([sides] + layers.map(\.word)).joined(separator: " ")
    case .architecture(let name): return "\(sides) \(Self.namePrefix)\(name)"
    }
  }

  private static let namePrefix = "name:"

  /// Sides such as `3x224x224`: channels, height, width.
  private static func axes(_ words: inout ActionWords) throws(ActionTextError) -> [Int] {
    let word = try words.next(.mapSides)
    let sides = word.split(separator: "x", omittingEmptySubsequences: false).map { Int($0) }
    let axes = sides.compactMap { $0 }
    guard axes.count == 3, sides.count == 3 else { throw ActionTextError(word: word, expected: .mapSides) }
    return axes
  }
}
