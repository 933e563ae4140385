/// The convolution as a product of matrices, in float32, with any stride, dilation and padding.
///
/// The matrix of unfolded windows, a row for each tap of each channel and a column for each output cell, is never there as a
/// whole: a piece of work unfolds the windows of a few vectors of output cells into a worker's own memory and multiplies them by
/// all filters of the group, one register tile after the other. Unfolding costs a copied cell for each product of one filter,
/// so that `DirectConvolution`, which copies each padded row once, is faster wherever rows are dense: this is for windows that
/// stand far apart.
///
/// Accuracy and independence of the number of workers are those of `DirectConvolution`.
public struct ImplicitGEMMConvolution: Sendable {
  let convolution: Convolution
  let kernels: VectorKernels
  /// Where the row of each tap begins in the unfolded windows.
  private let offsets: [Int32]

  /// nil where a scale stands between sum and bias, and where a window has so many taps that a few vectors of them are too much
  /// memory.
  public init?(of convolution: Convolution, kernels: VectorKernels = .best) {
    guard convolution.sampleStep == 1, convolution.output.count > 0, convolution.weights.channels > 0,
      convolution.tapsPerCell <= SharedWork.mostOwn / (kernels.tileVectors * kernels.lanes)
    else { return nil }
    self.convolution = convolution
    self.kernels = kernels
    let pitch = kernels.tileVectors * kernels.lanes
    offsets = (0..<convolution.tapsPerCell).map { Int32($0 * pitch) }
  }

  /// Whether windows stand so far apart that unfolding them copies less than the padded rows of `DirectConvolution`: steps of
  /// both axes together are longer than the cells that a window sees, with filters enough to share the copy.
  static func pays(_ convolution: Convolution) -> Bool {
    let (geometry, weights) = (convolution.geometry, convolution.weights)
    let apart = geometry.vertical.stride * geometry.horizontal.stride
    return apart > 2 * weights.height * weights.width && weights.batch / convolution.groups >= 8
  }

  /// Weights and bias as the tiles read them; may be used for any number of calls.
  ///
  /// The tensors must have the shapes that the convolution was made with.
  public func pack(weights: Tensor, bias: Tensor?) -> PackedFilters {
    precondition(weights.shape == convolution.weights, "the weights are not those the convolution was made for")
    precondition(bias.map { $0.values.count == convolution.output.channels } ?? true, "one bias value for each filter")
    return PackedFilters(tilesOf: convolution, weights: weights, bias: bias, kernels: kernels)
  }

  /// Output cells of a piece of work: those of one row of register tiles.
  private var pitch: Int { kernels.tileVectors * kernels.lanes }

  private var planeCount: Int { convolution.output.height * convolution.output.width }

  private var piecesPerPlane: Int { (planeCount + pitch - 1) / pitch }

  private var filtersPerGroup: Int { convolution.weights.batch / convolution.groups }

  /// All output cells, into memory of the caller's.
  ///
  /// - Parameters:
  ///   - input: the input's cells, N×C×H×W.
  ///   - output: as many cells as the output has; no other cell is written.
  ///   - workers: who may work; little work is done by the caller alone.
  /// - Complexity: O(output × C/groups × kH × kW).
  public func run(
    input: UnsafeBufferPointer<Float>, filters: PackedFilters, output: UnsafeMutableBufferPointer<Float>,
    workspace: Workspace, workers: Workers = .all
  ) {
    precondition(input.count == convolution.input.count, "the input is not the one the convolution was made for")
    precondition(output.count == convolution.output.count, "the output has another number of cells")
    precondition(filters.kernelName == kernels.name, "the filters were packed for another vector width")
    guard let inputCells = input.baseAddress, let outputCells = output.baseAddress else { return }
    let pieces = convolution.output.batch * convolution.groups * piecesPerPlane
    let products = Double(convolution.output.count) * Double(convolution.tapsPerCell)
    // The windows of a piece, and a register tile for the last one of a plane.
    let windows = offsets.count * pitch
    SharedWork.perform(
      count: pieces, workers: workers.worth(products: products), input: inputCells, output: outputCells,
      workspace: workspace, own: windows + kernels.tileRows * pitch
    ) { piece, memory in
      compute(
        piece, input: memory.input, filters: filters, output: memory.output, windows: memory.own,
        tile: memory.own + windows)
    }
  }

  /// All filters of a group over some cells of a picture.
  private func compute(
    _ piece: Int, input: UnsafePointer<Float>, filters: PackedFilters, output: UnsafeMutablePointer<Float>,
    windows: UnsafeMutablePointer<Float>, tile: UnsafeMutablePointer<Float>
  ) {
    let (place, index) = piece.quotientAndRemainder(dividingBy: piecesPerPlane)
    let (picture, group) = place.quotientAndRemainder(dividingBy: convolution.groups)
    let cells = (index * pitch)..<min((index + 1) * pitch, planeCount)
    let channel = picture * convolution.input.channels + group * convolution.weights.channels
    unfold(cells, from: input + channel * convolution.input.height * convolution.input.width, to: windows)
    let target =
      output + (picture * convolution.output.channels + group * filtersPerGroup) * planeCount + cells.lowerBound
    let (rows, vectors, isWhole) = (kernels.tileRows, kernels.vectors(cells.count), cells.count == pitch)
    filters.withGroup(group, of: convolution.groups) { weights, bias in
      offsets.withUnsafeBufferPointer { offsets in
        guard let taps = offsets.baseAddress else { return }
        for filter in stride(from: 0, to: filtersPerGroup, by: rows) {
          let count = min(rows, filtersPerGroup - filter)
          kernels.table.tile(
            vectors, count, offsets.count, windows, taps, weights + filter * offsets.count, bias + filter,
            isWhole ? target + filter * planeCount : tile, isWhole ? planeCount : pitch)
          if !isWhole {
            kernels.table.copy(count, cells.count, tile, pitch, target + filter * planeCount, planeCount)
          }
        }
      }
    }
  }

  /// The cells under each tap of the windows of some output cells of a plane, in tap order; zeros in the lanes behind the last.
  private func unfold(_ cells: Range<Int>, from input: UnsafePointer<Float>, to windows: UnsafeMutablePointer<Float>) {
    let (weights, width) = (convolution.weights, convolution.output.width)
    var place = windows
    for channel in 0..<weights.channels {
      let plane = input + channel * convolution.input.height * convolution.input.width
      for row in 0..<weights.height {
        for column in 0..<weights.width {
          var cell = cells.lowerBound
          while cell < cells.upperBound {
            // As far as the cells of one output row go.
            let (outputRow, outputColumn) = cell.quotientAndRemainder(dividingBy: width)
            let count = min(cells.upperBound - cell, width - outputColumn)
            unfold(
              row: outputRow, columns: outputColumn..<(outputColumn + count), tap: (row, column), of: plane,
              to: place + cell - cells.lowerBound)
            cell += count
          }
          (place + cells.count).update(repeating: 0, count: pitch - cells.count)
          place += pitch
        }
      }
    }
  }

  /// The cells under one tap of neighbouring windows.
  private func unfold(
    row: Int, columns: Range<Int>, tap: (row: Int, column: Int), of plane: UnsafePointer<Float>,
    to place: UnsafeMutablePointer<Float>
  ) {
    let (vertical, horizontal) = (convolution.geometry.vertical, convolution.geometry.horizontal)
    let width = convolution.input.width
    let position = vertical.position(output: row, tap: tap.row)
    guard let source = vertical.mode.source(of: position, count: convolution.input.height) else {
      return place.update(repeating: 0, count: columns.count)
    }
    let line = plane + source * width
    let first = horizontal.position(output: columns.lowerBound, tap: tap.column)
    if horizontal.stride == 1, first >= 0, first + columns.count <= width {
      return place.update(from: line + first, count: columns.count)
    }
    for index in 0..<columns.count {
      let position = first + index * horizontal.stride
      if position >= 0, position < width {
        place[index] = line[position]
      } else {
        place[index] = horizontal.mode.source(of: position, count: width).map { line[$0] } ?? 0
      }
    }
  }
}
