/// The transposed convolution in float32, gathered: each output cell sums the taps that reach it, by register tiles.
///
/// No sum is ever scattered. For strides of s the output falls into s×s phases (`TransposedPhases`), each a dense
/// convolution with a part of the kernel over the same laid-out input; a tile of every phase of an output row is computed
/// into a worker's own memory and merged into the row. Sums are float32: with t taps, a cell differs from the reference by no
/// more than (t + 1) · 2⁻²⁴ · Σ |weight · value|, plus one rounding for the bias.
///
/// A cell's steps do not depend on the tile or the band that it falls in: the result is bit-equal for any number of workers.
public struct TransposedGather: Sendable {
  let convolution: TransposedConvolution
  let kernels: VectorKernels
  private let layout: BandLayout
  private let vertical: TransposedPhases
  private let horizontal: TransposedPhases
  private let phases: [Phase]

  /// What the outputs of one remainder of the row and one of the column have in common.
  private struct Phase: Sendable {
    let rows: [TransposedPhases.Tap]
    let columns: [TransposedPhases.Tap]
    /// Where each tap of each channel lies as seen from a cell, in tap order.
    let offsets: [Int32]
    /// Where its weights begin.
    let weights: Int
  }

  /// The most phases: with longer strides most of the output has no taps at all.
  static let mostPhases = 64

  /// nil for strides with more phases than that, and where the padded rows under one output row are too much memory.
  public init?(of convolution: TransposedConvolution, kernels: VectorKernels = .best) {
    let (geometry, weights) = (convolution.geometry, convolution.weights)
    let channels = convolution.input.channels / convolution.groups
    guard convolution.output.count > 0, channels > 0,
      geometry.vertical.stride <= Self.mostPhases, geometry.horizontal.stride <= Self.mostPhases,
      geometry.vertical.stride * geometry.horizontal.stride <= Self.mostPhases
    else { return nil }
    vertical = TransposedPhases(
      geometry.vertical, kernel: weights.height, input: convolution.input.height, output: convolution.output.height)
    horizontal = TransposedPhases(
      geometry.horizontal, kernel: weights.width, input: convolution.input.width, output: convolution.output.width)
    let rowCells = Double(channels) * Double(BandLayout.pitch(horizontal.axis))
    let halo = vertical.axis.reach
    guard rowCells * Double(1 + halo) <= Double(SharedWork.mostOwn) else { return nil }
    let fitting = max(1, DirectConvolution.cellsPerBand / Int(rowCells) - halo)
    let rows = min(fitting, (vertical.axis.output + DirectConvolution.wantedBands - 1) / DirectConvolution.wantedBands)
    layout = BandLayout(vertical: vertical.axis, horizontal: horizontal.axis, rows: max(1, rows))
    self.convolution = convolution
    self.kernels = kernels
    let filters = (weights.channels + kernels.tileRows - 1) / kernels.tileRows * kernels.tileRows
    var phases: [Phase] = []
    var start = 0
    for rows in vertical.taps {
      for columns in horizontal.taps {
        var offsets: [Int32] = []
        for channel in 0..<channels {
          for row in rows {
            for column in columns {
              let tap = layout.offset(row: row.distance, column: column.distance)
              offsets.append(Int32(channel * layout.channelStride + tap))
            }
          }
        }
        phases.append(Phase(rows: rows, columns: columns, offsets: offsets, weights: start))
        start += offsets.count * filters * convolution.groups
      }
    }
    self.phases = phases
  }

  private var bandCount: Int { (layout.vertical.output + layout.rows - 1) / layout.rows }

  private var filtersPerGroup: Int { convolution.weights.channels }

  private var channelsPerGroup: Int { convolution.input.channels / convolution.groups }

  private var blocksPerGroup: Int { (filtersPerGroup + kernels.tileRows - 1) / kernels.tileRows }

  /// Weights and bias as the tiles read them; may be used for any number of calls.
  ///
  /// The tensors must have the shapes that the convolution was made with.
  public func pack(weights: Tensor, bias: Tensor?) -> PackedFilters {
    precondition(weights.shape == convolution.weights, "the weights are not those the convolution was made for")
    precondition(bias.map { $0.values.count == convolution.output.channels } ?? true, "one bias value for each filter")
    let (rows, blocks) = (kernels.tileRows, blocksPerGroup * convolution.groups)
    let (height, width) = (weights.shape.height, weights.shape.width)
    var packed: [Float] = []
    for phase in phases {
      var part = Array(repeating: Float(0), count: blocks * phase.offsets.count * rows)
      for group in 0..<convolution.groups {
        for filter in 0..<filtersPerGroup {
          let (block, lane) = filter.quotientAndRemainder(dividingBy: rows)
          var target = (group * blocksPerGroup + block) * phase.offsets.count * rows + lane
          for channel in (group * channelsPerGroup)..<((group + 1) * channelsPerGroup) {
            for row in phase.rows {
              for column in phase.columns {
                // The turned kernel is the same one read backwards.
                let tap = row.tap * width + column.tap
                let source = convolution.orientation == .convolution ? height * width - 1 - tap : tap
                part[target] = weights.values[(channel * filtersPerGroup + filter) * height * width + source]
                target += rows
              }
            }
          }
        }
      }
      packed += part
    }
    var biases = Array(repeating: Float(0), count: blocks * rows)
    for filter in 0..<convolution.output.channels {
      let (group, member) = filter.quotientAndRemainder(dividingBy: filtersPerGroup)
      if let bias { biases[group * blocksPerGroup * rows + member] = bias.values[filter] }
    }
    return PackedFilters(weights: packed, bias: biases, kernelName: kernels.name)
  }

  /// All output cells, into memory of the caller's.
  ///
  /// - Parameters:
  ///   - input: the input's cells, N×C×H×W.
  ///   - output: as many cells as the output has; no other cell is written.
  ///   - workers: who may work; little work is done by the caller alone.
  /// - Complexity: O(input × O/groups × kH × kW).
  public func run(
    input: UnsafeBufferPointer<Float>, filters: PackedFilters, output: UnsafeMutableBufferPointer<Float>,
    workspace: Workspace, workers: Workers = .all
  ) {
    precondition(input.count == convolution.input.count, "the input is not the one the convolution was made for")
    precondition(output.count == convolution.output.count, "the output has another number of cells")
    precondition(filters.kernelName == kernels.name, "the filters were packed for another vector width")
    guard let inputCells = input.baseAddress, let outputCells = output.baseAddress else { return }
    let bandCells = layout.cellCount(channels: channelsPerGroup, slack: tileCells)
    let taps = Double(convolution.weights.height) * Double(convolution.weights.width)
    SharedWork.perform(
      count: convolution.output.batch * convolution.groups * bandCount,
      workers: workers.worth(products: Double(input.count) * Double(filtersPerGroup) * taps), input: inputCells,
      output: outputCells, workspace: workspace,
      own: bandCells + layout.pitch + horizontal.taps.count * kernels.tileRows * tileCells
    ) { piece, memory in
      compute(
        piece, input: memory.input, filters: filters, output: memory.output,
        scratch: Scratch(
          band: memory.own, line: memory.own + bandCells, tiles: memory.own + bandCells + layout.pitch))
    }
  }

  /// Cells of a full tile.
  private var tileCells: Int { kernels.lanes * kernels.tileVectors }

  /// A worker's own memory.
  private struct Scratch {
    let band: UnsafeMutablePointer<Float>
    let line: UnsafeMutablePointer<Float>
    /// A tile for each phase of a row.
    let tiles: UnsafeMutablePointer<Float>
  }

  /// One band of one group of one picture: the output rows of all phases that see the same rows of the input.
  private func compute(
    _ piece: Int, input: UnsafePointer<Float>, filters: PackedFilters, output: UnsafeMutablePointer<Float>,
    scratch: Scratch
  ) {
    let (place, band) = piece.quotientAndRemainder(dividingBy: bandCount)
    let (picture, group) = place.quotientAndRemainder(dividingBy: convolution.groups)
    let rows = (band * layout.rows)..<min((band + 1) * layout.rows, layout.vertical.output)
    let channel = picture * convolution.input.channels + group * channelsPerGroup
    BandFill(layout: layout, kernels: kernels).fill(
      channels: channelsPerGroup, rows: rows,
      from: input + channel * convolution.input.height * convolution.input.width, to: scratch.band, slack: tileCells,
      line: scratch.line)
    let plane = convolution.output.height * convolution.output.width
    let filter = picture * convolution.output.channels + group * filtersPerGroup
    let target = output + filter * plane
    for phase in vertical.taps.indices {
      // The last phases may have a row less.
      let count = min(rows.upperBound, vertical.outputCount(ofPhase: phase)) - rows.lowerBound
      guard count > 0 else { continue }
      let firstRow = rows.lowerBound * vertical.stride + phase
      for run in layout.runs(rows: count, kernels: kernels) {
        fill(
          run, phase: phase, group: group, filters: filters, output: target + firstRow * convolution.output.width,
          plane: plane, scratch: scratch)
      }
    }
  }

  /// All filters of the cells of one run, in one phase of the rows and all of the columns.
  private func fill(
    _ run: BandLayout.Run, phase: Int, group: Int, filters: PackedFilters, output: UnsafeMutablePointer<Float>,
    plane: Int, scratch: Scratch
  ) {
    let vectorCount = kernels.vectors(run.length)
    let tileCount = (vectorCount + kernels.tileVectors - 1) / kernels.tileVectors
    var first = run.firstRow * layout.pitch
    for index in 0..<tileCount {
      // Sizes that differ by no more than one vector: a tile of a single vector waits for its own sums.
      let vectors = vectorCount / tileCount + (index < vectorCount % tileCount ? 1 : 0)
      for block in 0..<blocksPerGroup {
        let rows = min(kernels.tileRows, filtersPerGroup - block * kernels.tileRows)
        for column in horizontal.taps.indices {
          addTile(
            phases[phase * horizontal.taps.count + column], vectors: vectors, rows: rows,
            block: group * blocksPerGroup + block, filters: filters, from: scratch.band + first,
            to: scratch.tiles + column * kernels.tileRows * tileCells)
        }
        let end = run.firstRow * layout.pitch + run.length
        merge(
          first..<min(first + vectors * kernels.lanes, end), rows: rows, from: scratch.tiles,
          to: output + block * kernels.tileRows * plane, plane: plane)
      }
      first += vectors * kernels.lanes
    }
  }

  private func addTile(
    _ phase: Phase, vectors: Int, rows: Int, block: Int, filters: PackedFilters, from input: UnsafePointer<Float>,
    to tile: UnsafeMutablePointer<Float>
  ) {
    let terms = phase.offsets.count
    filters.weights.withUnsafeBufferPointer { weights in
      filters.bias.withUnsafeBufferPointer { bias in
        phase.offsets.withUnsafeBufferPointer { offsets in
          guard let bias = bias.baseAddress else { return }
          guard let weights = weights.baseAddress, let offsets = offsets.baseAddress, terms > 0 else {
            // No tap reaches this phase.
            for row in 0..<rows {
              (tile + row * tileCells).update(repeating: bias[block * kernels.tileRows + row], count: tileCells)
            }
            return
          }
          kernels.table.tile(
            vectors, rows, terms, input, offsets, weights + phase.weights + block * terms * kernels.tileRows,
            bias + block * kernels.tileRows, tile, tileCells)
        }
      }
    }
  }

  /// Puts tiles of all phases of the columns, cells `cells` of the band, into the rows that they belong to.
  private func merge(
    _ cells: Range<Int>, rows: Int, from tiles: UnsafePointer<Float>, to output: UnsafeMutablePointer<Float>,
    plane: Int
  ) {
    let (width, step) = (convolution.output.width, horizontal.stride)
    var cell = cells.lowerBound
    while cell < cells.upperBound {
      let (row, column) = cell.quotientAndRemainder(dividingBy: layout.pitch)
      let count = min(min(cells.upperBound - cell, layout.pitch - column) * step, width - column * step)
      if count > 0 {
        let source = tiles + (cell - cells.lowerBound)
        let target = output + row * vertical.stride * width + column * step
        for filter in 0..<rows {
          let (source, target) = (source + filter * tileCells, target + filter * plane)
          if step == 1 {
            kernels.table.copy(1, count, source, 0, target, 0)
          } else {
            kernels.table.merge(source, kernels.tileRows * tileCells, step, count, target)
          }
        }
      }
      cell += layout.pitch - column
    }
  }
}
