import ConvolutionEngine
import YAMLText

/// A network file as it is put together, layer after layer.
struct NetworkText {
  private static let known = ["name", "input", "layers", "output"]

  private let name: String
  private let output: YAMLValue?
  private var builder: NetworkBuilder
  /// The layers so far by name.
  private var places: [String: Place] = [:]
  /// How many layers so far have the name of their kind.
  private var unnamed: [String: Int] = [:]

  private struct Place {
    let source: NodeSource
    let line: Int
  }

  /// - Throws: `NetworkFileError.content` for everything in which the text is no network file, but not yet for layers that
  ///   do not fit each other.
  init(_ yaml: YAMLValue) throws(NetworkFileError) {
    let layers: [YAMLValue]
    do throws(YAMLError) {
      let fields = try YAMLFields(yaml, name: "network", known: Self.known)
      name = try fields["name"].map { value throws(YAMLError) in Excerpt.of(try value.text("name")) } ?? "network"
      output = fields["output"]
      builder = NetworkBuilder(input: try Self.input(fields.required("input")))
      layers = try fields.required("layers").list("layers")
    } catch {
      throw NetworkFileError(error)
    }
    guard layers.count <= NetworkReader.layerLimit else {
      throw .content(.tooManyLayers(layers.count, limit: NetworkReader.layerLimit), line: nil)
    }
    let names = Set(layers.compactMap(LayerText.name))
    for layer in layers { try add(layer, later: names) }
  }

  private static func input(_ value: YAMLValue) throws(YAMLError) -> ActivationShape {
    var axes: [Int] = []
    if case .scalar = value.content {
      axes = [try value.wholeNumber("input", in: 1...AxisGeometry.limit)]
    } else {
      for side in try value.list("input") { axes.append(try side.wholeNumber("input", in: 1...AxisGeometry.limit)) }
    }
    guard let shape = try? ActivationShape(axes: axes) else {
      throw value.badValue("input", axes.map { "\($0)" }.joined(separator: ","))
    }
    return shape
  }

  // MARK: Layers

  /// - Parameter later: the names given in the file, those of later layers included.
  private mutating func add(_ value: YAMLValue, later: Set<String>) throws(NetworkFileError) {
    let layer = try LayerText(value)
    let name = layer.name ?? nextName(layer.kind)
    if let first = places[name] {
      throw .content(.duplicateName(Excerpt.of(name), firstLine: first.line), line: value.line)
    }
    guard NetworkNode.isLegalName(name) else {
      throw .content(.network(.nodeName(Excerpt.of(name))), line: value.line)
    }
    var sources: [NodeSource]?
    if let names = layer.sources {
      var found: [NodeSource] = []
      for source in names { found.append(try self.source(source) { $0 == name || later.contains($0) }) }
      sources = found
    }
    places[name] = Place(source: builder.add(name, layer.layer, from: sources), line: value.line)
  }

  private mutating func nextName(_ kind: String) -> String {
    let number = unnamed[kind, default: 0] + 1
    unnamed[kind] = number
    return number == 1 ? kind : "\(kind)-\(number)"
  }

  /// What a name stands for at this place of the file.
  ///
  /// - Parameter isLater: whether it is the name of a layer that has no place yet.
  private func source(
    _ name: YAMLValue, isLater: (String) -> Bool = { _ in false }
  ) throws(NetworkFileError) -> NodeSource {
    let text: String
    do throws(YAMLError) {
      text = try name.text("from")
    } catch {
      throw NetworkFileError(error)
    }
    if text == NodeSource.inputName { return .input }
    if let place = places[text] { return place.source }
    let excerpt = Excerpt.of(text)
    throw .content(isLater(text) ? .laterSource(excerpt) : .unknownSource(excerpt), line: name.line)
  }

  // MARK: The whole

  /// - Throws: `NetworkFileError.content`, with the line of the layer that does not fit.
  func network() throws(NetworkFileError) -> Network {
    let output = try output.map { value throws(NetworkFileError) in try source(value) }
    do throws(NetworkError) {
      return try builder.network(named: name, output: output)
    } catch {
      throw .content(.network(error), line: line(of: error))
    }
  }

  private func line(of error: NetworkError) -> Int? {
    switch error {
    case .layer(let name, _): places[name]?.line
    case .unknownOutput: output?.line
    default: nil
    }
  }
}
