import ConvolutionEngine

/// The sum behind the current output cell, as far as it may be shown.
package struct Arithmetic: Equatable, Sendable {
  package let cell: Coordinate
  /// The terms, or nil when there are more than the viewport's limit.
  package let trace: CellTrace?
  /// The number of terms of the whole cell.
  package let termCount: Int
  /// How many terms are shown; all of them unless stepping product by product.
  package let shownTerms: Int
  /// Whether the value is asked for in the predict mode: then there are the terms and no number made of them.
  package let isAsked: Bool
  /// The running value after each shown term; empty while the value is asked for.
  package let runningValues: [Double]
  /// The finished number; nil while product by product has not come to the end, and while it is asked for.
  package let result: Float?
  /// The input cells that the output cell is made of, ghosts included; perhaps none.
  package let footprint: Footprint
  /// The input rows and columns from the first to the last tap, ghosts included; the nearest ones where there is none.
  package let inputRows: ClosedRange<Int>
  package let inputColumns: ClosedRange<Int>

  /// Of a finished maximum the first term that is the largest, which is where PyTorch sends the gradient.
  package var winner: Int? {
    guard result != nil, let trace, trace.reduction == .max else { return nil }
    let values = trace.terms.map(\.product)
    return values.firstIndex { $0.isNaN } ?? values.max().flatMap { values.firstIndex(of: $0) }
  }
}
