/// The input plane that tiles are cut from, with its ghosts.
struct FourierSource {
  let cells: UnsafePointer<Float>
  let convolution: Convolution

  /// The cells that a tile's windows see, in columns `column..<(column + lanes)` of the tile; zeros behind the last of them.
  func fill(
    _ strip: UnsafeMutablePointer<Float>, tile: FourierGrid.Tile, column: Int, lanes: Int, size: Int
  ) {
    let (vertical, horizontal) = (convolution.geometry.vertical, convolution.geometry.horizontal)
    let (height, width) = (convolution.input.height, convolution.input.width)
    let rows = tile.rows.count + vertical.effectiveExtent(kernel: convolution.weights.height) - 1
    let columns = tile.columns.count + horizontal.effectiveExtent(kernel: convolution.weights.width) - 1
    let count = max(0, min(lanes, columns - column))
    let first = tile.columns.lowerBound - horizontal.paddingBefore + column
    for row in 0..<size {
      let place = strip + row * lanes
      let source =
        row < rows && count > 0
        ? vertical.mode.source(of: tile.rows.lowerBound - vertical.paddingBefore + row, count: height) : nil
      guard let source else {
        place.update(repeating: 0, count: lanes)
        continue
      }
      let line = cells + source * width
      if first >= 0, first + count <= width {
        place.update(from: line + first, count: count)
      } else {
        for lane in 0..<count {
          place[lane] = horizontal.mode.source(of: first + lane, count: width).map { line[$0] } ?? 0
        }
      }
      if count < lanes { (place + count).update(repeating: 0, count: lanes - count) }
    }
  }

  /// A tile by the definition, tap after tap.
  func define(
    _ tile: FourierGrid.Tile, _ weights: ArraySlice<Float>, bias: Float, to output: UnsafeMutablePointer<Float>
  ) {
    let (vertical, horizontal) = (convolution.geometry.vertical, convolution.geometry.horizontal)
    let (height, width) = (convolution.input.height, convolution.input.width)
    for row in tile.rows {
      for column in tile.columns {
        var sum: Float = 0
        var tap = weights.startIndex
        for kernelRow in 0..<convolution.weights.height {
          let source = vertical.mode.source(of: vertical.position(output: row, tap: kernelRow), count: height)
          for kernelColumn in 0..<convolution.weights.width {
            let place = horizontal.mode.source(
              of: horizontal.position(output: column, tap: kernelColumn), count: width)
            // A ghost without a source is a zero, and a factor like any other.
            if let source, let place {
              sum += weights[tap] * cells[source * width + place]
            } else {
              sum += weights[tap] * 0
            }
            tap += 1
          }
        }
        output[row * convolution.output.width + column] = sum + bias
      }
    }
  }
}
