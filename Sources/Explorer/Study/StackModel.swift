import ConvolutionEngine

/// A stack that fits together: its network, and what each layer costs and sees.
///
/// Levels count the maps: 0 is the input, level n the output of layer n − 1.
package struct StackModel: Sendable {
  package let study: StackStudy
  package let network: Network
  package let summary: NetworkSummary
  /// The shape of each level.
  package let shapes: [ActivationShape]
  /// How each layer reaches back into what it takes.
  let reaches: [PerAxis<AxisReach>]

  /// - Throws: `StackError` for what is out of range, `.network` naming the first layer that does not fit.
  package init(_ study: StackStudy) throws(StackError) {
    guard study.inputAxes.count == 3, study.inputAxes.allSatisfy({ (1...StackStudy.sideLimit).contains($0) }) else {
      throw .input(study.inputAxes, limit: StackStudy.sideLimit)
    }
    let count = study.layers?.count ?? 1
    guard (1...StackStudy.layerLimit).contains(count) else {
      throw .layerCount(count, limit: StackStudy.layerLimit)
    }
    do throws(NetworkError) {
      let network = try Self.network(of: study)
      self.study = study
      self.network = network
      summary = try NetworkSummary(network)
      shapes = [network.input] + summary.rows.map(\.output)
      reaches = try Self.reaches(of: network, shapes: shapes)
    } catch {
      throw .network(error)
    }
  }

  /// The deepest level.
  package var depth: Int { shapes.count - 1 }

  /// The levels that a level is made of.
  package func sources(of level: Int) -> [Int] {
    guard level > 0 else { return [] }
    return network.nodes[level - 1].inputs.map { source in
      switch source {
      case .input: 0
      case .node(let index): index + 1
      }
    }
  }

  /// The shapes that a layer takes.
  package func inputs(of level: Int) -> [ActivationShape] { sources(of: level).map { shapes[$0] } }

  /// The window of the layer that makes a level, where it slides the same one along both axes without being transposed.
  package func window(of level: Int) -> StackWindow? {
    guard level > 0, reaches[level - 1].vertical == reaches[level - 1].horizontal else { return nil }
    let layer = network.nodes[level - 1].layer
    guard let kernel = layer.kernel, !(layer is ConvTranspose2DLayer) else { return nil }
    // The first cell and the step between cells tell padding and dilation, the same for all operators that slide.
    let cells = reaches[level - 1].vertical.cells(of: 0)
    guard cells.count == kernel.vertical else { return nil }
    return StackWindow(
      kernel: kernel.vertical, stride: reaches[level - 1].vertical.advance, padding: -cells.first, dilation: cells.step)
  }

  /// Whether each number of a level is made of all that is before it.
  package func seesAll(_ level: Int) -> Bool {
    guard level > 0, let before = inputs(of: level).first else { return false }
    if network.nodes[level - 1].layer is LinearLayer { return before.size.vertical == 1 }
    guard before.size != PerAxis(1) else { return false }
    return reaches[level - 1]
      == PerAxis(
        vertical: .everything(count: before.size.vertical), horizontal: .everything(count: before.size.horizontal))
  }

  private static func network(of study: StackStudy) throws(NetworkError) -> Network {
    let input: ActivationShape
    do {
      input = try ActivationShape(axes: study.inputAxes)
    } catch {
      throw .input(error)
    }
    switch study.content {
    case .layers(let layers):
      var net = NetworkBuilder(input: input)
      var counts: [String: Int] = [:]
      for layer in layers {
        let stem = layer.kind.stem
        counts[stem, default: 0] += 1
        layer.add(named: "\(stem)\(counts[stem, default: 1])", to: &net)
      }
      return try net.network(named: "stack")
    case .architecture(let name):
      guard let description = NetworkCatalog.description(of: name) else { throw .empty }
      let usual = try description.network()
      return try Network(name: name, input: input, nodes: usual.nodes, output: .node(usual.output))
    }
  }

  private static func reaches(
    of network: Network, shapes: [ActivationShape]
  ) throws(NetworkError) -> [PerAxis<AxisReach>] {
    var reaches: [PerAxis<AxisReach>] = []
    for node in network.nodes {
      let inputs = node.inputs.map { source in
        switch source {
        case .input: shapes[0]
        case .node(let index): shapes[index + 1]
        }
      }
      do throws(LayerError) {
        reaches.append(try node.layer.reach(for: inputs))
      } catch {
        throw .layer(node.name, error)
      }
    }
    return reaches
  }
}

/// Everything about a model follows from its study.
extension StackModel: Equatable {
  package static func == (left: StackModel, right: StackModel) -> Bool { left.study == right.study }
}

/// Why a stack cannot be had. Facts only.
package enum StackError: Error, Equatable, Sendable {
  /// Sides of the input (C, H, W) that are not in 1 to `limit`.
  case input([Int], limit: Int)
  /// Not 1 to `limit` layers.
  case layerCount(Int, limit: Int)
  /// A layer does not fit what it is given.
  case network(NetworkError)
}
