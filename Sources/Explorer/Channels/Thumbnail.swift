import ConvolutionEngine

/// A plane as a small picture: every pixel is the value of one cell, so that a large plane costs no more than a small one.
package struct Thumbnail: Equatable, Sendable {
  /// The input channel, the kernel's place in its filter, or the filter.
  package let plane: Int
  package let rows: Int
  package let columns: Int
  /// Row by row; nil where the value is not known yet.
  package let pixels: [Float?]

  package init(plane: Int, rows: Int, columns: Int, pixels: [Float?]) {
    self.plane = plane
    self.rows = rows
    self.columns = columns
    self.pixels = pixels
  }
}

extension ExplorerState {
  /// How many planes a grid has to choose from: input channels, kernels of one filter, feature maps.
  package func planeCount(of grid: GridName) -> Int {
    grid == .kernel && experiment.operation.isTransposed
      ? experiment.channelMap.channelsPerFilter : document.shape(of: grid).channels
  }

  /// The plane that a grid shows.
  package func currentPlane(of grid: GridName) -> Int {
    switch grid {
    case .input: inputCursor.channel
    case .kernel where experiment.operation.isTransposed:
      kernelCursor.batch - experiment.channelMap.channels(ofFilter: cell.channel).lowerBound
    case .kernel: kernelCursor.channel
    case .output: cell.channel
    }
  }

  /// Batch and channel of a plane in the tensor of its grid.
  private func place(ofPlane plane: Int, in grid: GridName) -> (batch: Int, channel: Int) {
    switch grid {
    case .input: (inputCursor.batch, plane)
    case .kernel where experiment.operation.isTransposed:
      (experiment.channelMap.channels(ofFilter: cell.channel).lowerBound + plane, kernelCursor.channel)
    case .kernel: (kernelCursor.batch, plane)
    case .output: (cell.batch, plane)
    }
  }

  /// The most multiplications spent on the thumbnails of an output that nobody has computed yet.
  package static let thumbnailBudget = 50_000

  /// A plane of a grid in so many pixels, each the cell under its middle.
  ///
  /// Feature maps are read from the whole output once that is known; before, cells are computed as long as the budget of
  /// multiplications lasts, and unknown after that.
  /// Complexity: O(pixels), times the terms of a cell where it has to be computed.
  package func thumbnail(
    of grid: GridName, plane: Int, rows: Int, columns: Int, budget: inout Int
  ) -> Thumbnail {
    let shape = document.shape(of: grid)
    let (batch, channel) = place(ofPlane: plane, in: grid)
    let sources = (0..<columns).map { (2 * $0 + 1) * shape.width / (2 * columns) }
    var pixels: [Float?] = []
    pixels.reserveCapacity(rows * columns)
    for row in 0..<rows {
      let source = (2 * row + 1) * shape.height / (2 * rows)
      // A cell that is larger than a pixel is looked at once.
      if row > 0, source == (2 * row - 1) * shape.height / (2 * rows) {
        pixels += pixels.suffix(columns)
        continue
      }
      for column in 0..<columns {
        let place = Coordinate(batch: batch, channel: channel, row: source, column: sources[column])
        if column > 0, sources[column] == sources[column - 1], let known = pixels.last {
          pixels.append(known)
        } else {
          pixels.append(shape.contains(place) ? pixel(of: grid, at: place, budget: &budget) : nil)
        }
      }
    }
    return Thumbnail(plane: plane, rows: rows, columns: columns, pixels: pixels)
  }

  private func pixel(of grid: GridName, at place: Coordinate, budget: inout Int) -> Float? {
    if let operand = grid.operand { return experiment.operands[operand]?[place] }
    let isPartial = place == cell && (subStep ?? .max) < experiment.plan.termCount(of: cell)
    guard isRevealed(place), !isPartial else { return nil }
    if let output = currentOutput { return output[place] }
    return budget.spend(experiment.plan.termsPerCell) ? experiment.value(at: place) : nil
  }
}
