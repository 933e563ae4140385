/// The gradient of a max-pool: each output cell's goes whole to the cell that was the maximum of its window.
///
/// Of equal cells it is the first in window order. Not-a-number counts as the maximum, and of several the last one. Padding
/// is −∞ and takes nothing: of a window of −∞ alone the first cell of the input takes all, and a window that lies on
/// padding altogether gives nothing. Parts that meet in one cell are summed in Double in storage order of the output and
/// rounded to Float32 once. Source: PyTorch, `torch.nn.MaxPool2d` and `torch.nn.AdaptiveMaxPool2d`, whose CPU kernel (`val > maxval || isnan(val)`) the
/// choice is taken from.
enum MaxPoolGradient {
  /// The gradient with respect to the input, N×C×H×W, from that of the output, N×C×H′×W′.
  ///
  /// Complexity: O(input + output × kH × kW).
  static func input(_ input: Tensor, cells: PoolCells, outputGradient: Tensor) -> Tensor {
    let shape = input.shape
    var sums = Array(repeating: 0.0, count: shape.count)
    var offset = 0
    for plane in 0..<(shape.batch * shape.channels) {
      let start = plane * shape.height * shape.width
      for rows in cells.rows {
        for columns in cells.columns {
          if let winner = winner(rows: rows, columns: columns, width: shape.width, start: start, input.values) {
            sums[winner] += Double(outputGradient.values[offset])
          }
          offset += 1
        }
      }
    }
    return Tensor(shape: shape, roundingSums: sums)
  }

  /// Where the maximum of a window stands in storage.
  private static func winner(rows: [Int], columns: [Int], width: Int, start: Int, _ values: [Float]) -> Int? {
    var winner: Int?
    var maximum = -Float.infinity
    for row in rows {
      for column in columns {
        let place = start + row * width + column
        let value = values[place]
        if winner == nil || value > maximum || value.isNaN {
          winner = place
          maximum = value
        }
      }
    }
    return winner
  }
}

extension MaxPoolPlan: DifferentiablePlan {
  /// For the input.
  func gradients(operands: Operands, outputGradient: Tensor) -> [OperandName: Tensor] {
    guard let input = operands[.input] else { return [:] }
    return [.input: MaxPoolGradient.input(input, cells: PoolCells(pool), outputGradient: outputGradient)]
  }
}
