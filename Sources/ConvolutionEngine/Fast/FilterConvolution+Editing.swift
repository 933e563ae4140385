extension FilterConvolution {
  /// Computes those output cells again whose windows see one cell of the input, which has been changed already: bit-equal to
  /// what `run` makes of them, and nothing else is written.
  ///
  /// kH × kW cells for each filter of the channel; more where a padding mode repeats the cell beyond a border.
  ///
  /// - Parameters:
  ///   - cell: the changed cell, inside the input.
  ///   - input: all cells of the input, with the new value.
  ///   - output: all cells of the output.
  /// - Complexity: O((kH × kW)²) for each filter, whatever the size of the picture.
  public func update(
    afterEditOf cell: Coordinate, input: UnsafeBufferPointer<Float>, filters: PackedKernels,
    output: UnsafeMutableBufferPointer<Float>, workspace: Workspace
  ) {
    precondition(input.count == inputCount, "the input is not the one the convolution was made for")
    precondition(output.count == outputCount, "the output has another number of cells")
    precondition(filters.shape == convolution.weights, "the filters were packed for another convolution")
    precondition(convolution.input.contains(cell), "no such cell")
    guard let inputCells = input.baseAddress, let outputCells = output.baseAddress else { return }
    let source = inputCells + (cell.batch * convolution.input.channels + cell.channel) * inputPlane
    let isInside = inside.vertical.contains(cell.row) && inside.horizontal.contains(cell.column)
    for filter in (cell.channel * filtersPerChannel)..<((cell.channel + 1) * filtersPerChannel) {
      let target = outputCells + (cell.batch * convolution.output.channels + filter) * outputPlane
      filters.withKernel(filter) { weights, bias in
        let patch = FilterPatch(source: source, weights: weights, bias: bias, target: target)
        if isInside {
          fill(patch, around: cell)
        } else {
          fill(patch, wherever: cell, workspace: workspace)
        }
      }
    }
  }

  /// Rows and columns of cells that no ghost repeats, and whose windows all exist, with what the vector kernel reads beyond them
  /// still in the picture; maybe none.
  static func inside(_ convolution: Convolution) -> PerAxis<Range<Int>> {
    func range(_ axis: AxisGeometry, kernel: Int, input: Int, read: Int) -> Range<Int> {
      let mirrored = axis.mode == .zeros ? 0 : max(axis.paddingBefore, axis.paddingAfter) + 1
      // The first window's first tap lies kernel − 1 before the cell, and `read` cells are read from there: at least those of all
      // windows, which therefore exist.
      let first = max(kernel - 1, mirrored)
      return first..<max(first, min(input - mirrored, input - read + kernel))
    }
    let (kernel, geometry) = (convolution.weights, convolution.geometry)
    // One row more takes what goes over the right border.
    return PerAxis(
      vertical: range(
        geometry.vertical, kernel: kernel.height, input: convolution.input.height,
        read: PatchCells.roundedUp(kernel.height) + kernel.height),
      horizontal: range(
        geometry.horizontal, kernel: kernel.width, input: convolution.input.width, read: max(2 * kernel.width - 1, 8)))
  }

  /// The cells that see one from `inside`, in a few nanoseconds: no border, no ghost and no overflow to ask for.
  ///
  /// Safety: the cells of the whole planes stand behind the patch's addresses, and the kernel's taps.
  @inline(__always)
  private func fill(_ patch: FilterPatch, around cell: Coordinate) {
    let (height, width) = (convolution.weights.height, convolution.weights.width)
    let (row, column) = (cell.row &- height &+ 1, cell.column &- width &+ 1)
    let first = (row &+ vertical.paddingBefore) &* convolution.output.width &+ column &+ horizontal.paddingBefore
    kernels.table.patch(
      patch.source + (row &* convolution.input.width &+ column), convolution.input.width, height, width, patch.weights,
      patch.bias, height, width, patch.target + first, convolution.output.width)
  }

  /// The cells that see any one. Never inlined: what it prepares would be prepared for those inside as well.
  @inline(never)
  private func fill(_ patch: FilterPatch, wherever cell: Coordinate, workspace: Workspace) {
    forEachPlace(of: cell.row, vertical, size: convolution.input.height) { row in
      forEachPlace(of: cell.column, horizontal, size: convolution.input.width) { column in
        fill(
          patch,
          rows: windows(over: row, kernel: convolution.weights.height, count: convolution.output.height),
          columns: windows(over: column, kernel: convolution.weights.width, count: convolution.output.width),
          workspace: workspace)
      }
    }
  }

  /// The largest kernel, in taps, whose output is computed anew after the edit of a weight: adding takes as long there.
  public static let tapsRecomputed = 9

  /// What an edit of a weight made of the output.
  public enum EditedOutput: Sendable {
    /// Bit-equal to a run with the new weight.
    case exact
    /// Off by up to three more roundings of each cell for each edit, until `run` is called again: do so when editing pauses.
    case approximate
  }

  /// Brings the output up to date after the change of one weight: by a run for kernels of up to `tapsRecomputed` taps, and for
  /// larger ones by adding the change times the input, shifted to where the weight lies.
  ///
  /// - Parameters:
  ///   - weight: the weight, inside the weights' shape.
  ///   - old: the value that the output was computed with.
  ///   - filters: with the new value already; see `PackedKernels.set`.
  /// - Complexity: O(output of the weight's filter), whatever the size of a larger kernel.
  public func update(
    afterEditOf weight: Coordinate, from old: Float, input: UnsafeBufferPointer<Float>, filters: PackedKernels,
    output: UnsafeMutableBufferPointer<Float>, workspace: Workspace, workers: Workers = .all
  ) -> EditedOutput {
    precondition(convolution.weights.contains(weight), "no such weight")
    guard convolution.tapsPerCell > Self.tapsRecomputed else {
      run(input: input, filters: filters, output: output, workspace: workspace, workers: workers)
      return .exact
    }
    precondition(input.count == inputCount, "the input is not the one the convolution was made for")
    precondition(output.count == outputCount, "the output has another number of cells")
    precondition(filters.shape == convolution.weights, "the filters were packed for another convolution")
    let change = Float(Double(filters.weight(at: weight)) - Double(old))
    // Where the weight lies over the window.
    let tap = convolution.weightCoordinate(
      filter: weight.batch, channel: weight.channel, row: weight.row, column: weight.column)
    let channel = weight.batch / filtersPerChannel
    let pieceRows = max(1, Self.cellsPerAddedPiece / convolution.output.width)
    let bands = (convolution.output.height + pieceRows - 1) / pieceRows
    let pieces = convolution.output.batch * bands
    let crew = convolution.output.count < Self.cellsWorthSharing ? 1 : workers.atMost(pieces)
    // Safety: both outlive `perform`, and pieces are disjoint rows of the output. Addresses, since pointers may not cross threads.
    let (source, target) = (UInt(bitPattern: input.baseAddress), UInt(bitPattern: output.baseAddress))
    SharedWork.perform(count: pieces, workers: crew) { piece, _ in
      guard let source = UnsafePointer<Float>(bitPattern: source),
        let target = UnsafeMutablePointer<Float>(bitPattern: target)
      else { return }
      let (picture, band) = piece.quotientAndRemainder(dividingBy: bands)
      let plane = source + (picture * convolution.input.channels + channel) * inputPlane
      let result = target + (picture * convolution.output.channels + weight.batch) * outputPlane
      for row in (band * pieceRows)..<min((band + 1) * pieceRows, convolution.output.height) {
        add(
          change, of: plane, row: vertical.position(output: row, tap: tap.row), tap: tap.column,
          to: result + row * convolution.output.width)
      }
    }
    return .approximate
  }

  /// The cells of a piece when products are added, 256 KiB of each array, and the least output worth a second worker.
  private static let cellsPerAddedPiece = 1 << 16
  private static let cellsWorthSharing = 1 << 20

  /// One output row, to which a change times a padded input row is added.
  private func add(
    _ change: Float, of plane: UnsafePointer<Float>, row: Int, tap: Int, to output: UnsafeMutablePointer<Float>
  ) {
    let (width, count) = (convolution.input.width, convolution.output.width)
    let row = vertical.mode.source(of: row, count: convolution.input.height).map { plane + $0 * width }
    // Cell j sees the input's column j + shift.
    let shift = horizontal.position(output: 0, tap: tap)
    let first = min(max(0, -shift), count)
    let end = min(max(first, width - shift), count)
    if let row, end > first { kernels.table.add(end - first, change, row + first + shift, output + first) }
    for column in [0..<first, end..<count].joined() {
      let source = horizontal.mode.source(of: column + shift, count: width)
      let value = row.flatMap { row in source.map { row[$0] } } ?? 0
      output[column] += change * value
    }
    if row == nil { for column in first..<end { output[column] += change * 0 } }
  }

  private var vertical: AxisGeometry { convolution.geometry.vertical }
  private var horizontal: AxisGeometry { convolution.geometry.horizontal }

  /// Calls `body` with each padded position that holds the value of one cell: the cell's own, and the ghosts made of it.
  @inline(__always)
  private func forEachPlace(of cell: Int, _ axis: AxisGeometry, size: Int, _ body: (_ position: Int) -> Void) {
    body(cell + axis.paddingBefore)
    guard axis.mode != .zeros else { return }
    for position in 0..<axis.paddingBefore
    where axis.mode.source(of: position - axis.paddingBefore, count: size) == cell {
      body(position)
    }
    for position in size..<(size + axis.paddingAfter) where axis.mode.source(of: position, count: size) == cell {
      body(position + axis.paddingBefore)
    }
  }

  /// The windows that see a padded position.
  private func windows(over position: Int, kernel: Int, count: Int) -> Range<Int> {
    let first = max(0, position - kernel + 1)
    return first..<max(first, min(position + 1, count))
  }

  /// A few cells of one output plane, made as `FilterBand` makes them.
  ///
  /// Safety: the cells of the whole planes stand behind the patch's addresses, and the kernel's taps.
  private func fill(_ patch: FilterPatch, rows: Range<Int>, columns: Range<Int>, workspace: Workspace) {
    guard !rows.isEmpty, !columns.isEmpty else { return }
    let (height, width) = (convolution.weights.height, convolution.weights.width)
    let (top, left) = (rows.lowerBound - vertical.paddingBefore, columns.lowerBound - horizontal.paddingBefore)
    let step = convolution.input.width
    let output = patch.target + rows.lowerBound * convolution.output.width + columns.lowerBound
    // The vector kernel reads more than it needs; one row of the picture more than it reads takes what goes over its right border.
    if top >= 0, left >= 0, left + columns.count + width - 1 <= step,
      top + PatchCells.roundedUp(rows.count) + height <= convolution.input.height,
      PatchCells.roundedUp(columns.count) - columns.count <= step
    {
      kernels.table.patch(
        patch.source + top * step + left, step, height, width, patch.weights, patch.bias, rows.count, columns.count,
        output,
        convolution.output.width)
      return
    }
    let pitch = columns.count + width - 1
    let kernel = PerAxis(vertical: height, horizontal: width)
    let count = PatchCells.count(rows: rows.count, columns: columns.count, kernel: kernel, step: pitch)
    guard let padded = workspace.floats(count).baseAddress else { return }
    for row in 0..<(rows.count + height - 1) {
      let place = vertical.mode.source(of: top + row, count: convolution.input.height).map { patch.source + $0 * step }
      for column in 0..<pitch {
        let cell = horizontal.mode.source(of: left + column, count: step)
        padded[row * pitch + column] = place.flatMap { place in cell.map { place[$0] } } ?? 0
      }
    }
    kernels.table.patch(
      padded, pitch, height, width, patch.weights, patch.bias, rows.count, columns.count, output,
      convolution.output.width)
  }
}

/// What a few cells of one output plane are made of. Only addresses: the shapes stand in the convolution, which is not copied.
private struct FilterPatch {
  let source: UnsafePointer<Float>
  let weights: UnsafePointer<Float>
  let bias: Float
  let target: UnsafeMutablePointer<Float>
}
