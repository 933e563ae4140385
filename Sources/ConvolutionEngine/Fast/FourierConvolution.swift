/// The convolution of planes with large kernels by Fourier transforms, in float32, where each filter sees one input channel and
/// the stride is 1.
///
/// The output is cut into tiles that overlap in the input (overlap-save). A tile of N×N input cells is transformed, multiplied
/// by the kernel's conjugate spectrum and transformed back; of the result the cells whose windows do not wrap around are
/// right. Two tiles go together, one as the real and one as the imaginary part: the kernel is real, so that they stay apart.
/// The time for a cell hangs on the logarithm of the kernel's size alone.
///
/// **Accuracy.** Errors spread over a tile: a cell differs from the reference by about 2⁻²⁴ · √(Σ w²) · √(Σ x²), the sums over
/// the kernel and over the N×N cells, a few times at most; for cells and weights of one order of magnitude the relative root
/// mean square error is about 2e-7. A cell that is small beside others of its tile keeps fewer digits. A tile with a NaN or an
/// infinity is computed by the definition, so that they reach the cells that see them and no others.
/// The result is bit-equal for any number of workers.
public struct FourierConvolution: Sendable {
  let convolution: Convolution
  let kernels: VectorKernels
  let grid: FourierGrid
  private let transform: FourierTransform

  /// nil where a filter sees several channels, a stride is not 1, a scale stands between sum and bias, or the kernel with its
  /// dilation is larger than half of the largest tile, 256.
  public init?(of convolution: Convolution, kernels: VectorKernels = .best) {
    guard convolution.sampleStep == 1, convolution.output.count > 0, convolution.weights.channels == 1,
      convolution.geometry.stride == PerAxis(1), let grid = FourierGrid(of: convolution)
    else { return nil }
    self.convolution = convolution
    self.kernels = kernels
    self.grid = grid
    transform = FourierTransform(size: grid.size, kernels: kernels)
  }

  /// The least taps for which transforms cost less than products, on processors with a fused multiply-add; between 13×13 and
  /// 19×19 on the one it was measured on, the larger the plane the later.
  static let tapsWorthTransforming = 19 * 19

  /// Whether it is faster than products, by a rule of shapes: large kernels over planes of more than some tiles.
  static func pays(_ convolution: Convolution) -> Bool {
    convolution.weights.height * convolution.weights.width >= tapsWorthTransforming
      && convolution.output.height * convolution.output.width >= 128 * 128
  }

  /// From one row of a transformed tile to the next: not a power of 2, so that rows do not share the lines of a cache.
  private var pitch: Int { grid.size + 16 }

  /// Floats of one part, real or imaginary, of a strip as wide as a vector.
  private var stripCount: Int { grid.size * kernels.lanes }

  /// A worker's own memory: a transformed tile and two strips.
  private struct Scratch {
    let tile: FourierTransform.Numbers
    let strip: FourierTransform.Numbers
    let more: FourierTransform.Numbers

    static func count(_ convolution: FourierConvolution) -> Int {
      2 * convolution.grid.size * convolution.pitch + 4 * convolution.stripCount
    }

    init(_ cells: UnsafeMutablePointer<Float>, of convolution: FourierConvolution) {
      let (tile, strip) = (convolution.grid.size * convolution.pitch, convolution.stripCount)
      self.tile = FourierTransform.Numbers(re: cells, im: cells + tile)
      let strips = cells + 2 * tile
      self.strip = FourierTransform.Numbers(re: strips, im: strips + strip)
      more = FourierTransform.Numbers(re: strips + 2 * strip, im: strips + 3 * strip)
    }
  }

  /// The spectra of the kernels; may be used for any number of calls.
  ///
  /// The tensors must have the shapes that the convolution was made with.
  /// - Complexity: O(filters × N² × log N).
  public func pack(weights: Tensor, bias: Tensor?) -> FourierFilters {
    precondition(weights.shape == convolution.weights, "the weights are not those the convolution was made for")
    precondition(bias.map { $0.values.count == convolution.output.channels } ?? true, "one bias value for each filter")
    let upright = FourierFilters.upright(weights, convolution.orientation)
    let taps = weights.shape.height * weights.shape.width
    let cells = grid.size * grid.size
    var spectra = Array(repeating: Float(0), count: 2 * cells * weights.shape.batch)
    let workspace = Workspace()
    spectra.withUnsafeMutableBufferPointer { spectra in
      guard let memory = workspace.floats(Scratch.count(self)).baseAddress, let target = spectra.baseAddress else {
        return
      }
      let scratch = Scratch(memory, of: self)
      for filter in 0..<weights.shape.batch {
        let re = target + 2 * cells * filter
        transform(upright[(filter * taps)..<((filter + 1) * taps)], re: re, im: re + cells, scratch: scratch)
      }
    }
    return FourierFilters(
      weights: upright, taps: taps, bias: bias?.values ?? Array(repeating: 0, count: weights.shape.batch),
      kernelName: kernels.name, size: grid.size, spectra: spectra)
  }

  /// The conjugate spectrum of one kernel, divided by the number of a tile's cells.
  private func transform(
    _ kernel: ArraySlice<Float>, re: UnsafeMutablePointer<Float>, im: UnsafeMutablePointer<Float>, scratch: Scratch
  ) {
    let (size, lanes) = (grid.size, kernels.lanes)
    let (vertical, horizontal) = (convolution.geometry.vertical.dilation, convolution.geometry.horizontal.dilation)
    let width = convolution.weights.width
    for first in stride(from: 0, to: size, by: lanes) {
      scratch.strip.re.update(repeating: 0, count: stripCount)
      scratch.strip.im.update(repeating: 0, count: stripCount)
      for (tap, weight) in kernel.enumerated() {
        let (row, column) = tap.quotientAndRemainder(dividingBy: width)
        let lane = column * horizontal - first
        if (0..<lanes).contains(lane) { scratch.strip.re[row * vertical * lanes + lane] = weight }
      }
      turn(transform.forward(scratch.strip, more: scratch.more), into: scratch.tile, column: first)
    }
    let scale = 1 / Float(size * size)
    for first in stride(from: 0, to: size, by: lanes) {
      load(scratch.strip, from: scratch.tile, column: first)
      let result = transform.forward(scratch.strip, more: scratch.more)
      for index in 0..<stripCount {
        re[first * size + index] = result.re[index] * scale
        im[first * size + index] = -result.im[index] * scale
      }
    }
  }

  /// All output cells, into memory of the caller's.
  ///
  /// - Parameters:
  ///   - input: the input's cells, N×C×H×W.
  ///   - output: as many cells as the output has; no other cell is written.
  ///   - workers: who may work; little work is done by the caller alone.
  /// - Complexity: O(output × log N).
  public func run(
    input: UnsafeBufferPointer<Float>, filters: FourierFilters, output: UnsafeMutableBufferPointer<Float>,
    workspace: Workspace, workers: Workers = .all
  ) {
    precondition(input.count == convolution.input.count, "the input is not the one the convolution was made for")
    precondition(output.count == convolution.output.count, "the output has another number of cells")
    precondition(
      filters.kernelName == kernels.name && filters.size == grid.size, "the filters were packed for something else")
    guard let inputCells = input.baseAddress, let outputCells = output.baseAddress else { return }
    let pieces = convolution.output.batch * convolution.output.channels * grid.pairsPerPlane
    // A transformed cell is worth some products.
    let products = Double(pieces) * Double(grid.size * grid.size) * 64
    SharedWork.perform(
      count: pieces, workers: workers.worth(products: products), input: inputCells, output: outputCells,
      workspace: workspace, own: Scratch.count(self)
    ) { piece, memory in
      compute(
        piece, input: memory.input, filters: filters, output: memory.output, scratch: Scratch(memory.own, of: self))
    }
  }

  /// Two tiles of one output plane, or a last one alone.
  private func compute(
    _ piece: Int, input: UnsafePointer<Float>, filters: FourierFilters, output: UnsafeMutablePointer<Float>,
    scratch: Scratch
  ) {
    let (plane, pair) = piece.quotientAndRemainder(dividingBy: grid.pairsPerPlane)
    let (picture, filter) = plane.quotientAndRemainder(dividingBy: convolution.output.channels)
    let channel = picture * convolution.input.channels + convolution.inputChannels(ofFilter: filter).lowerBound
    let source = FourierSource(
      cells: input + channel * convolution.input.height * convolution.input.width, convolution: convolution)
    let target = output + plane * convolution.output.height * convolution.output.width
    let tiles = [2 * pair, 2 * pair + 1].compactMap(grid.tile)
    let lanes = kernels.lanes
    for first in stride(from: 0, to: grid.size, by: lanes) {
      source.fill(scratch.strip.re, tile: tiles[0], column: first, lanes: lanes, size: grid.size)
      if tiles.count > 1 {
        source.fill(scratch.strip.im, tile: tiles[1], column: first, lanes: lanes, size: grid.size)
      } else {
        scratch.strip.im.update(repeating: 0, count: stripCount)
      }
      turn(transform.forward(scratch.strip, more: scratch.more), into: scratch.tile, column: first)
    }
    let isFinite = filters.withSpectrum(filter) { re, im in
      guard let re = re.baseAddress, let im = im.baseAddress else { return false }
      var isFinite = true
      for first in stride(from: 0, to: grid.size, by: lanes) {
        load(scratch.strip, from: scratch.tile, column: first)
        let sums = transform.forward(scratch.strip, more: scratch.more)
        // The sum of all cells of the tiles, which no NaN and no infinity leaves finite.
        if first == 0 { isFinite = sums.re[0].isFinite && sums.im[0].isFinite }
        kernels.table.multiply(grid.size, re + first * grid.size, im + first * grid.size, sums.re, sums.im)
        let isMoved = sums.re != scratch.strip.re
        let cells = transform.back(sums, more: isMoved ? scratch.strip : scratch.more)
        kernels.table.copy(grid.size, lanes, cells.re, lanes, scratch.tile.re + first, pitch)
        kernels.table.copy(grid.size, lanes, cells.im, lanes, scratch.tile.im + first, pitch)
      }
      return isFinite
    }
    guard isFinite, filters.isFinite(filter) else {
      for tile in tiles { source.define(tile, filters.weights(filter), bias: filters.bias[filter], to: target) }
      return
    }
    let bias = filters.bias[filter]
    let width = tiles.map(\.columns.count).max() ?? 0
    for first in stride(from: 0, to: width, by: lanes) {
      for row in stride(from: 0, to: grid.size, by: lanes) {
        kernels.table.transpose(scratch.tile.re + first * pitch + row, pitch, scratch.strip.re + row * lanes, lanes)
        kernels.table.transpose(scratch.tile.im + first * pitch + row, pitch, scratch.strip.im + row * lanes, lanes)
      }
      let cells = transform.back(scratch.strip, more: scratch.more)
      for (tile, part) in zip(tiles, [cells.re, cells.im]) {
        let count = min(lanes, tile.columns.count - first)
        guard count > 0 else { continue }
        for row in 0..<tile.rows.count {
          let place =
            target + (tile.rows.lowerBound + row) * convolution.output.width + tile.columns.lowerBound + first
          let values = part + row * lanes
          for column in 0..<count { place[column] = values[column] + bias }
        }
      }
    }
  }

  /// Stores a strip's columns as rows of a tile, from row `column` on.
  private func turn(_ strip: FourierTransform.Numbers, into tile: FourierTransform.Numbers, column: Int) {
    let lanes = kernels.lanes
    for row in stride(from: 0, to: grid.size, by: lanes) {
      kernels.table.transpose(strip.re + row * lanes, lanes, tile.re + column * pitch + row, pitch)
      kernels.table.transpose(strip.im + row * lanes, lanes, tile.im + column * pitch + row, pitch)
    }
  }

  /// Loads the columns of a tile from `column` on, one vector of them.
  private func load(_ strip: FourierTransform.Numbers, from tile: FourierTransform.Numbers, column: Int) {
    let lanes = kernels.lanes
    kernels.table.copy(grid.size, lanes, tile.re + column, pitch, strip.re, lanes)
    kernels.table.copy(grid.size, lanes, tile.im + column, pitch, strip.im, lanes)
  }
}
