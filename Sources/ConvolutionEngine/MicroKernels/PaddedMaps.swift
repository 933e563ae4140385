/// The maps of one picture with their ghost cells around them, as Doubles: every window of a convolution lies inside.
///
/// Only the layout; the cells are whoever's memory it is. Storage order is channel, row, column.
struct PaddedMaps {
  let channels: Int
  let height: Int
  let width: Int
  private let input: Shape
  /// The input row that each padded row takes its values from, −1 for zeros; the same for the columns.
  private let rowSources: [Int]
  private let columnSources: [Int]

  /// The most cells, 16 Mi (128 MiB of Double), and the most times the cells of a picture and its output: padding,
  /// strides and dilations far beyond the picture would ask for memory that the result does not need.
  private static let limit = 1 << 24
  private static let mostTimes = 16

  /// nil where that many cells would be out of proportion.
  init?(of convolution: Convolution) {
    let (input, output) = (convolution.input, convolution.output)
    let (vertical, horizontal) = (convolution.geometry.vertical, convolution.geometry.horizontal)
    let (rows, columns) = (
      vertical.paddedExtent(input: input.height), horizontal.paddedExtent(input: input.width)
    )
    // Both extents are below 2³², so only the channels can make the product overflow.
    let (plane, tooWide) = rows.multipliedReportingOverflow(by: columns)
    let (count, tooMany) = plane.multipliedReportingOverflow(by: input.channels)
    let planes = input.height * input.width + output.height * output.width
    guard !tooWide, !tooMany, count <= Self.limit, plane <= Self.mostTimes * planes else { return nil }
    channels = input.channels
    height = rows
    width = columns
    self.input = input
    rowSources = (0..<rows).map {
      vertical.mode.source(of: $0 - vertical.paddingBefore, count: input.height) ?? -1
    }
    columnSources = (0..<columns).map {
      horizontal.mode.source(of: $0 - horizontal.paddingBefore, count: input.width) ?? -1
    }
  }

  var count: Int { channels * height * width }

  /// Fills `cells` with the values of picture `batch` and its ghosts.
  ///
  /// Safety: `values` holds the whole input and `cells` `count` elements; sources lie inside the input by their making.
  func fill(_ cells: UnsafeMutablePointer<Double>, from values: UnsafePointer<Float>, batch: Int) {
    forEachRow(ofPicture: batch) { start, source in
      guard source >= 0 else { return (cells + start).update(repeating: 0, count: width) }
      var column = 0
      while column < width {
        let from = columnSources[column]
        cells[start &+ column] = from < 0 ? 0 : Double(values[source &+ from])
        column &+= 1
      }
    }
  }

  /// Adds every cell, in storage order, to the sum of the input cell it takes its value from; those of zeros go nowhere.
  ///
  /// Safety: `sums` holds the whole input and `cells` `count` elements; sources lie inside the input by their making.
  func fold(_ cells: UnsafePointer<Double>, into sums: UnsafeMutablePointer<Double>, batch: Int) {
    forEachRow(ofPicture: batch) { start, source in
      guard source >= 0 else { return }
      var column = 0
      while column < width {
        let from = columnSources[column]
        if from >= 0 { sums[source &+ from] += cells[start &+ column] }
        column &+= 1
      }
    }
  }

  /// `body` gets where each padded row starts, and where the input row starts that it shows, −1 for zeros.
  private func forEachRow(ofPicture batch: Int, _ body: (_ start: Int, _ source: Int) -> Void) {
    for channel in 0..<channels {
      for row in 0..<height {
        let source = rowSources[row]
        let plane = (batch * channels + channel) * input.height
        body((channel * height + row) * width, source < 0 ? -1 : (plane + source) * input.width)
      }
    }
  }
}
