/// The convolution with 1×1 kernels, stride 1 and no padding, in float32: a product of matrices, computed where they lie.
///
/// Rows are of no matter then: a picture is one row of all its cells, cut into register tiles of some filters × some vectors
/// of cells that are read from the input and stored to the output without a copy. The last tile ends with the picture and
/// makes some cells a second time, with the same values.
///
/// Accuracy and independence of the number of workers are those of `DirectConvolution`.
public struct PointwiseConvolution: Sendable {
  let convolution: Convolution
  let kernels: VectorKernels
  /// Where each channel lies as seen from a cell of the first.
  private let offsets: [Int32]
  /// Pieces of work of one picture and group.
  private let pieceCount: Int

  /// Pieces of work asked for where there are cells enough: four for each of four workers.
  static let wantedPieces = 16

  /// nil unless each output cell is made from one cell of each channel at the same place and a picture fills a vector, and
  /// where a scale stands between sum and bias.
  public init?(of convolution: Convolution, kernels: VectorKernels = .best) {
    let (input, weights, output) = (convolution.input, convolution.weights, convolution.output)
    let isPointwise =
      weights.height == 1 && weights.width == 1 && (input.height, input.width) == (output.height, output.width)
      && [convolution.geometry.vertical, convolution.geometry.horizontal].allSatisfy {
        $0.stride == 1 && $0.paddingBefore == 0
      }
    let cells = input.height * input.width
    guard isPointwise, convolution.sampleStep == 1, output.count > 0, weights.channels > 0, cells >= kernels.lanes,
      input.count < Int(Int32.max / 4)
    else { return nil }
    self.convolution = convolution
    self.kernels = kernels
    offsets = (0..<weights.channels).map { Int32($0 * cells) }
    let places = input.batch * convolution.groups
    let tiles = (kernels.vectors(cells) + kernels.tileVectors - 1) / kernels.tileVectors
    pieceCount = min(tiles, (2 * Self.wantedPieces + places - 1) / places)
  }

  private var cellCount: Int { convolution.input.height * convolution.input.width }

  private var filtersPerGroup: Int { convolution.weights.batch / convolution.groups }

  /// Weights and bias as the tiles read them; may be used for any number of calls.
  ///
  /// The tensors must have the shapes that the convolution was made with.
  public func pack(weights: Tensor, bias: Tensor?) -> PackedFilters {
    precondition(weights.shape == convolution.weights, "the weights are not those the convolution was made for")
    precondition(bias.map { $0.values.count == convolution.output.channels } ?? true, "one bias value for each filter")
    return PackedFilters(tilesOf: convolution, weights: weights, bias: bias, kernels: kernels)
  }

  /// All output cells, into memory of the caller's.
  ///
  /// - Parameters:
  ///   - input: the input's cells, N×C×H×W.
  ///   - output: as many cells as the output has; no other cell is written.
  ///   - workspace: not needed; here for the face that all algorithms have.
  ///   - workers: who may work; little work is done by the caller alone.
  /// - Complexity: O(output × C/groups).
  public func run(
    input: UnsafeBufferPointer<Float>, filters: PackedFilters, output: UnsafeMutableBufferPointer<Float>,
    workspace: Workspace, workers: Workers = .all
  ) {
    precondition(input.count == convolution.input.count, "the input is not the one the convolution was made for")
    precondition(output.count == convolution.output.count, "the output has another number of cells")
    precondition(filters.kernelName == kernels.name, "the filters were packed for another vector width")
    guard let inputCells = input.baseAddress, let outputCells = output.baseAddress else { return }
    let pieces = convolution.input.batch * convolution.groups * pieceCount
    let products = Double(convolution.output.count) * Double(convolution.tapsPerCell)
    // The last tile may begin in the one before, which then belongs to the same piece.
    SharedWork.perform(
      count: pieces, workers: workers.worth(products: products), input: inputCells, output: outputCells,
      workspace: workspace, own: 0
    ) { piece, memory in
      compute(piece, input: memory.input, filters: filters, output: memory.output)
    }
  }

  /// All filters of a group over some cells of a picture.
  private func compute(
    _ piece: Int, input: UnsafePointer<Float>, filters: PackedFilters, output: UnsafeMutablePointer<Float>
  ) {
    let (place, part) = piece.quotientAndRemainder(dividingBy: pieceCount)
    let (picture, group) = place.quotientAndRemainder(dividingBy: convolution.groups)
    let (lanes, cellCount, terms, rows) = (kernels.lanes, cellCount, offsets.count, kernels.tileRows)
    let source = input + (picture * convolution.input.channels + group * terms) * cellCount
    let target = output + (picture * convolution.output.channels + group * filtersPerGroup) * cellCount
    // Whole vectors, and in the last piece one more that ends with the picture.
    let whole = RowBands.rows(ofBand: part, bandCount: pieceCount, rowCount: cellCount / lanes)
    let hasEnd = part == pieceCount - 1 && !cellCount.isMultiple(of: lanes)
    filters.withGroup(group, of: convolution.groups) { weights, bias in
      offsets.withUnsafeBufferPointer { offsets in
        guard let offsets = offsets.baseAddress else { return }
        func tile(_ vectors: Int, at cell: Int) {
          for filter in stride(from: 0, to: filtersPerGroup, by: rows) {
            kernels.table.tile(
              vectors, min(rows, filtersPerGroup - filter), terms, source + cell, offsets, weights + filter * terms,
              bias + filter, target + filter * cellCount + cell, cellCount)
          }
        }
        let tiles = (whole.count + kernels.tileVectors - 1) / kernels.tileVectors
        for index in 0..<tiles {
          // Sizes that differ by no more than one vector: a tile of a single vector waits for its own sums.
          let vectors = RowBands.rows(ofBand: index, bandCount: tiles, rowCount: whole.count)
          tile(vectors.count, at: (whole.lowerBound + vectors.lowerBound) * lanes)
        }
        if hasEnd { tile(1, at: cellCount - lanes) }
      }
    }
  }
}
