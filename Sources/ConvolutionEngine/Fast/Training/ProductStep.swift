/// A convolution over a batch, or a linear layer, which is one with a single window.
///
/// out(o, p) = bias(o) + Σ_k w(o, k) · in(p + k) forwards; backwards dw(o, k) = Σ_p g(o, p) · in(p + k) and
/// d in(p + k) += Σ_o w(o, k) · g(o, p), for each picture p of the batch in its lane. Since all taps of a window are distances,
/// padding is but ghosts, and strides and dilations cost nothing.
struct ProductStep: BatchStep {
  private let packed: PackedWeights
  private let kernels: VectorKernels
  private let input: BatchCells
  private let output: BatchCells
  /// The taps of a window as seen from its first, in the order of the weights.
  private let offsets: [Int32]
  /// The first tap of each window, and its cell in the output, as seen from a channel.
  private let sources: [Int32]
  private let targets: [Int32]

  var weights: PackedWeights? { packed }

  /// A convolution with zeros around, each tap of the kernel where it stands.
  init(_ convolution: Convolution, hasBias: Bool, from input: BatchCells, to output: BatchCells, kernels: VectorKernels)
  {
    let (shape, geometry, maps) = (convolution.weights, convolution.geometry, input.maps)
    var (offsets, sources): ([Int32], [Int32]) = ([], [])
    for channel in 0..<shape.channels {
      for row in 0..<shape.height {
        for column in 0..<shape.width {
          let place =
            row * geometry.vertical.dilation * maps.pitch
            + column * geometry.horizontal.dilation * BatchMaps.pictures
          offsets.append(Int32(channel * maps.plane + place))
        }
      }
    }
    for row in 0..<output.maps.height {
      for column in 0..<output.maps.width {
        let place = maps.place(
          row: geometry.vertical.position(output: row, tap: 0),
          column: geometry.horizontal.position(output: column, tap: 0))
        sources.append(Int32(place))
      }
    }
    self.init(
      PackedWeights(
        filters: shape.batch, taps: convolution.tapsPerCell, groups: convolution.groups, hasBias: hasBias,
        kernels: kernels),
      offsets, sources, from: input, to: output, kernels: kernels)
  }

  /// A linear layer from a vector to a vector.
  init(linearFrom input: BatchCells, to output: BatchCells, hasBias: Bool, kernels: VectorKernels) {
    self.init(
      PackedWeights(
        filters: output.maps.channels, taps: input.maps.channels, groups: 1, hasBias: hasBias, kernels: kernels),
      (0..<input.maps.channels).map { Int32($0 * input.maps.plane) }, [0], from: input, to: output, kernels: kernels)
  }

  private init(
    _ packed: PackedWeights, _ offsets: [Int32], _ sources: [Int32], from input: BatchCells, to output: BatchCells,
    kernels: VectorKernels
  ) {
    (self.packed, self.offsets, self.sources) = (packed, offsets, sources)
    (self.input, self.output, self.kernels) = (input, output, kernels)
    let maps = output.maps
    targets = (0..<(maps.height * maps.width)).map {
      Int32(maps.place(row: $0 / maps.width, column: $0 % maps.width))
    }
  }

  func forward(vectors: Int) {
    forEachPart(of: vectors) { lane, vectors in
      forEachBlock { block, channel, filter, filters in
        offsets.withUnsafeBufferPointer { offsets in
          guard let offsets = offsets.baseAddress else { return }
          let source = input.values.start + channel * input.maps.plane + lane
          let target = output.values.start + filter * output.maps.plane + lane
          for window in sources.indices {
            kernels.table.tile(
              vectors, filters, packed.taps, source + Int(sources[window]), offsets,
              packed.weights.start + block * packed.taps * packed.rows, packed.bias.start + block * packed.rows,
              target + Int(targets[window]), output.maps.plane)
          }
        }
      }
    }
  }

  func backward(vectors: Int, wantsInput: Bool) {
    addWeightGradients(vectors: vectors)
    guard wantsInput else { return }
    input.gradient.clear()
    forEachPart(of: vectors) { lane, vectors in addInputGradient(lane: lane, vectors: vectors) }
  }

  private func addWeightGradients(vectors: Int) {
    let table = kernels.table
    forEachBlock { block, channel, filter, filters in
      var row = 0
      while row < filters {
        let rows = min(table.pair_rows, filters - row)
        let left = output.gradient.start + (filter + row) * output.maps.plane
        let right = input.values.start + channel * input.maps.plane
        let target = packed.weightGradient.start + block * packed.taps * packed.rows + row
        withPlaces { offsets, sources, targets in
          var tap = 0
          while tap < packed.taps {
            table.correlate(
              vectors, rows, min(table.pair_taps, packed.taps - tap), self.sources.count, left, output.maps.plane,
              targets,
              right, offsets + tap, sources, target + tap * packed.rows, packed.rows)
            tap += table.pair_taps
          }
          for member in 0..<rows {
            packed.biasGradient.start[block * packed.rows + row + member] += table.sum(
              vectors, self.sources.count, left + member * output.maps.plane, targets)
          }
        }
        row += rows
      }
    }
  }

  /// Of each group, whose filters lie in blocks one after another, some taps at a time.
  private func addInputGradient(lane: Int, vectors: Int) {
    let (taps, rows) = (packed.taps, packed.rows)
    let (filters, channels) = (packed.filtersPerGroup, input.maps.channels / packed.groups)
    for group in 0..<packed.groups {
      let source = output.gradient.start + group * filters * output.maps.plane + lane
      let target = input.gradient.start + group * channels * input.maps.plane + lane
      let weights = packed.weights.start + group * packed.blocks * taps * rows
      withPlaces { offsets, sources, targets in
        var tap = 0
        while tap < taps {
          for window in self.sources.indices {
            kernels.table.spread(
              vectors, min(rows, taps - tap), filters, source + Int(targets[window]), output.maps.plane,
              weights + tap * rows, taps * rows, offsets + tap, target + Int(sources[window]))
          }
          tap += rows
        }
      }
    }
  }

  /// Parts of a cell that a register tile takes.
  private func forEachPart(of vectors: Int, _ body: (_ lane: Int, _ vectors: Int) -> Void) {
    var first = 0
    while first < vectors {
      let count = min(kernels.tileVectors, vectors - first)
      body(first * kernels.lanes, count)
      first += count
    }
  }

  /// Blocks of filters, each with the first channel that it reads.
  private func forEachBlock(_ body: (_ block: Int, _ channel: Int, _ filter: Int, _ filters: Int) -> Void) {
    let perGroup = packed.filtersPerGroup
    for group in 0..<packed.groups {
      for block in 0..<packed.blocks {
        let member = block * packed.rows
        body(
          group * packed.blocks + block, group * (input.maps.channels / packed.groups), group * perGroup + member,
          min(packed.rows, perGroup - member))
      }
    }
  }

  private func withPlaces(
    _ body: (
      _ offsets: UnsafePointer<Int32>, _ sources: UnsafePointer<Int32>, _ targets: UnsafePointer<Int32>
    ) -> Void
  ) {
    offsets.withUnsafeBufferPointer { offsets in
      sources.withUnsafeBufferPointer { sources in
        targets.withUnsafeBufferPointer { targets in
          guard
            let offsets = offsets.baseAddress, let sources = sources.baseAddress, let targets = targets.baseAddress
          else { return }
          body(offsets, sources, targets)
        }
      }
    }
  }
}
