import ConvolutionEngine

extension Tensor {
  /// The tensor with another height and width, keeping the top left corner of every plane.
  ///
  /// - Parameter cells: the values of the added cells in storage order; empty for zeros.
  /// - Returns: the resized tensor, and the cells that were cut off in storage order, empty when they were all +0.
  func resized(
    to size: PerAxis<Int>, cells: [Float], operand: OperandName
  ) throws(ExperimentError) -> (tensor: Tensor, removed: [Float]) {
    let newShape: Shape
    do {
      newShape = try Shape(
        batch: shape.batch, channels: shape.channels, height: size.vertical, width: size.horizontal)
    } catch {
      throw .shape(error)
    }
    let keptColumns = min(shape.width, newShape.width)
    var added = cells.makeIterator()
    var resized = Tensor(shape: newShape)
    var removed: [Float] = []
    for batch in 0..<shape.batch {
      for channel in 0..<shape.channels {
        for row in 0..<max(shape.height, newShape.height) {
          let isOldRow = row < shape.height
          let isNewRow = row < newShape.height
          func coordinate(_ column: Int) -> Coordinate {
            Coordinate(batch: batch, channel: channel, row: row, column: column)
          }
          if isOldRow && isNewRow {
            for column in 0..<keptColumns { resized[coordinate(column)] = self[coordinate(column)] }
          }
          if isOldRow {
            for column in (isNewRow ? keptColumns : 0)..<shape.width { removed.append(self[coordinate(column)]) }
          }
          if isNewRow && !cells.isEmpty {
            for column in (isOldRow ? keptColumns : 0)..<newShape.width {
              resized[coordinate(column)] = added.next() ?? 0
            }
          }
        }
      }
    }
    return (resized, removed.allSatisfy { $0.bitPattern == 0 } ? [] : removed)
  }
}
