import ConvolutionEngine
import Testing

/// Receptive fields of random networks against what comes out when one input cell after another is lit.
///
/// With zeros for an input, no biases and positive weights, an output cell is above 0 exactly when the lit cell reaches it.
@Suite struct ReceptiveFieldTests {
  private static let width = 96

  /// A layer along the row, with numbers drawn at random.
  private func layer(_ generator: inout SplitMix64) -> any Layer {
    func row(_ number: Int, other: Int = 1) -> ParameterValue {
      .axes(PerAxis(vertical: other, horizontal: number))
    }
    let (taps, stride) = (generator.integer(1...4), generator.integer(1...3))
    let padding = ParameterValue.sides(Padding(vertical: 0, horizontal: generator.integer(0...2)))
    var parameters = Parameters(defaultsOf: [])
    (parameters[.kernelSize], parameters[.stride], parameters[.padding]) = (row(taps), row(stride), padding)
    let kind = generator.integer(0...6)
    if kind != 4 { parameters[.dilation] = row(generator.integer(1...3)) }
    switch kind {
    case 0, 1: return Conv2DLayer(LayerSettings(outputs: 1, hasBias: false, parameters: parameters))
    case 2: return ConvTranspose2DLayer(LayerSettings(outputs: 1, hasBias: false, parameters: parameters))
    case 3: return MaxPool2DLayer(LayerSettings(parameters: parameters))
    case 4: return AvgPool2DLayer(LayerSettings(parameters: parameters))
    case 5: return UpsampleNearestLayer(scale: PerAxis(vertical: 1, horizontal: Double(stride)))
    default: return ReLULayer()
    }
  }

  /// One to four layers, and often a way around the last of them that is added or joined in channels.
  private func network(_ generator: inout SplitMix64) throws -> Network {
    var net = NetworkBuilder(input: try ActivationShape(channels: 1, height: 1, width: Self.width))
    for index in 0..<generator.integer(1...4) { net.add("layer\(index)", layer(&generator)) }
    if generator.integer(0...1) == 1 {
      let fork = net.last
      let taps = generator.integer(1...3)
      var parameters = Parameters(defaultsOf: [])
      parameters[.kernelSize] = .axes(PerAxis(vertical: 1, horizontal: 2 * taps - 1))
      parameters[.padding] = .sides(Padding(vertical: 0, horizontal: taps - 1))
      let side = net.add("side", Conv2DLayer(LayerSettings(outputs: 1, hasBias: false, parameters: parameters)))
      if generator.integer(0...1) == 1 {
        net.add("join", AddLayer(), from: [fork, side])
      } else {
        net.add("join", ConcatLayer(), from: [fork, side])
      }
    }
    return try net.network(named: "random")
  }

  /// A network together with what its summary says and the output cells that are far from every rim.
  private struct Sample {
    let network: Network
    let field: AxisReceptiveField
    let jump: Ratio
    let start: Double
    let inner: [Int]

    /// Nil for a network without such cells.
    init?(_ network: Network, width: Int) throws {
      let summary = try NetworkSummary(network)
      guard let field = summary.rows.last?.receptiveField?.horizontal, let jump = field.jump, let start = field.start
      else { return nil }
      // Units near the rim see less, since nothing lies beyond it, in this layer or in those before.
      let inner = (0..<summary.output.size.horizontal).filter {
        let centre = start + jump.value * Double($0)
        return centre > Double(field.size + 8) && centre < Double(width - field.size - 8)
      }
      // Two units of the first phase, so that all phases are there: they repeat after 36 units, three transposed layers aside.
      guard inner.count(where: { $0.isMultiple(of: 36) }) >= (jump.denominator == 1 ? 0 : 1), inner.count >= 2 else {
        return nil
      }
      (self.network, self.field, self.jump, self.start, self.inner) = (network, field, jump, start, inner)
    }
  }

  @Test("size, jump and start are those of the cells that light an output cell up", arguments: UInt64(1)...40)
  func lit(seed: UInt64) throws {
    var generator = SplitMix64(seed: seed)
    var drawn: Sample?
    while drawn == nil {
      guard let network = try? network(&generator) else { continue }
      drawn = try Sample(network, width: Self.width)
    }
    let sample = try #require(drawn)
    let weights = try NetworkWeights(for: sample.network) { _, axes throws(NDArrayError) in
      try NDArray(axes: axes, values: Array(repeating: 0.5, count: axes.reduce(1, *)))
    }
    // A batch of pictures, in each of which another cell is lit.
    var pictures = Tensor(shape: try Shape(batch: Self.width, height: 1, width: Self.width))
    for cell in 0..<Self.width { pictures[batch: cell, row: 0, column: cell] = 1 }
    let output = try #require(try sample.network.forward(pictures, weights: weights)).output.tensor
    var reached: [Int: [Int]] = [:]
    for unit in sample.inner {
      for cell in 0..<Self.width {
        let isLit = (0..<output.shape.channels).contains {
          output[batch: cell, channel: $0, row: 0, column: unit] > 0
        }
        if isLit { reached[unit, default: []].append(cell) }
      }
    }
    let spans = sample.inner.compactMap { unit in
      reached[unit].flatMap { cells in cells.last.map { cells[0]...$0 } }
    }
    #expect(spans.map(\.count).max() == sample.field.size, "seed \(seed): \(sample.network.nodes.map(\.layer))")
    for unit in sample.inner where unit.isMultiple(of: 36) {
      // A transposed layer with gaps leaves some units without any cell.
      guard let cells = reached[unit] else { continue }
      let centre = Double(cells[0] + cells[cells.count - 1] + 1) / 2
      #expect(centre == sample.start + sample.jump.value * Double(unit), "seed \(seed)")
    }
  }
}
