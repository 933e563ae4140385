import ConvolutionEngine

/// What comes in on one side when the input is shifted out on the other.
package enum ShiftFill: String, CaseIterable, Sendable {
  case zeros
  /// What has left, as on a ring.
  case wrap
}

extension Tensor {
  /// The cells that come in, in storage order, when every plane is shifted by rows and columns; empty for zeros.
  func entering(by shift: PerAxis<Int>, fill: ShiftFill) -> [Float] {
    guard fill == .wrap else { return [] }
    var cells: [Float] = []
    forEachPlace { place in
      let source = place.moved(by: shift, times: -1)
      guard !shape.contains(source) else { return }
      cells.append(
        self[
          Coordinate(
            batch: place.batch, channel: place.channel,
            row: ((source.row % shape.height) + shape.height) % shape.height,
            column: ((source.column % shape.width) + shape.width) % shape.width)])
    }
    return cells
  }

  /// Every plane moved down and to the right by so many rows and columns.
  ///
  /// - Parameter entering: the cells that come in, in storage order; empty for zeros.
  /// - Returns: the moved tensor, and the cells that have left in storage order, empty when they were all +0. Shifting
  ///   back with them gives the old tensor.
  func shifted(by shift: PerAxis<Int>, entering: [Float]) -> (tensor: Tensor, left: [Float]) {
    var entering = entering.makeIterator()
    var moved = Tensor(shape: shape)
    var left: [Float] = []
    forEachPlace { place in
      let source = place.moved(by: shift, times: -1)
      moved[place] = shape.contains(source) ? self[source] : entering.next() ?? 0
      if !shape.contains(place.moved(by: shift, times: 1)) { left.append(self[place]) }
    }
    return (moved, left.allSatisfy { $0.bitPattern == 0 } ? [] : left)
  }

  private func forEachPlace(_ body: (Coordinate) -> Void) {
    for batch in 0..<shape.batch {
      for channel in 0..<shape.channels {
        for row in 0..<shape.height {
          for column in 0..<shape.width {
            body(Coordinate(batch: batch, channel: channel, row: row, column: column))
          }
        }
      }
    }
  }
}

extension Coordinate {
  fileprivate func moved(by shift: PerAxis<Int>, times factor: Int) -> Coordinate {
    Coordinate(
      batch: batch, channel: channel, row: row + factor * shift.vertical, column: column + factor * shift.horizontal)
  }
}
