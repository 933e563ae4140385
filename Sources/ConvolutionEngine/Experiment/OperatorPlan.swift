/// An operator with shapes and parameters that fit each other: everything about it but the numbers.
///
/// Made by `OperatorDescription.makePlan`, which refuses what does not fit, so that nothing here can fail.
/// Operands passed in must have the shapes that the plan was made with.
public protocol OperatorPlan: Sendable {
  /// The shape of the output.
  var output: Shape { get }

  /// The most terms that one output cell has: what bounds the work.
  var termsPerCell: Int { get }

  /// The number of terms of one output cell; `termsPerCell` unless cells differ.
  func termCount(of cell: Coordinate) -> Int

  /// The window that slides over the input, for an operator that has one.
  var window: SlidingWindow? { get }

  /// The input cells that an output cell is made of, in each channel that it is made of.
  func footprint(of cell: Coordinate) -> Footprint

  /// One output cell, by the reference operator.
  func value(at cell: Coordinate, operands: Operands) -> Float

  /// How one output cell comes about; its `result` equals `value(at:operands:)` bit for bit.
  func trace(at cell: Coordinate, operands: Operands) -> CellTrace

  /// All output cells, bit-equal to the reference for every schedule; nil when the schedule was cancelled.
  func compute(operands: Operands, schedule: RowBandSchedule) -> Tensor?

  /// As `compute(operands:schedule:)` in another way, for an operator that has several and to which it applies; `auto` and
  /// `reference` are none of them.
  func compute(operands: Operands, schedule: RowBandSchedule, algorithm: ConvolutionAlgorithm) -> Tensor?

  /// Whether an algorithm is a way of its own for these operands; `auto`, `exact` and `reference` always are.
  func applies(_ algorithm: ConvolutionAlgorithm, to operands: Operands) -> Bool

  /// What `auto` stands for with these operands: any but `auto`.
  func choice(for operands: Operands) -> AlgorithmChoice

  /// The output in float64 from float64 operands in the storage order of their shapes; nil for an operator without such a
  /// form, or when the schedule was cancelled.
  func computeDouble(operands: [OperandName: [Double]], schedule: RowBandSchedule) -> [Double]?

  /// Whether `computeDouble` gives an output.
  var hasDoubleForm: Bool { get }
}

/// A window of `kernel` taps that slides over the input with this geometry, its padding in cells.
public struct SlidingWindow: Hashable, Sendable {
  public let geometry: ConvolutionGeometry
  public let kernel: PerAxis<Int>

  public init(geometry: ConvolutionGeometry, kernel: PerAxis<Int>) {
    self.geometry = geometry
    self.kernel = kernel
  }
}

extension OperatorPlan {
  public func termCount(of cell: Coordinate) -> Int { termsPerCell }

  public var window: SlidingWindow? { nil }

  /// The taps of the window; without one the input cell at the same place.
  public func footprint(of cell: Coordinate) -> Footprint { window?.footprint(of: cell) ?? Footprint(cell) }

  /// Cell after cell by the reference operator, on row bands.
  public func compute(operands: Operands, schedule: RowBandSchedule) -> Tensor? {
    CellwiseComputation.output(shape: output, termsPerCell: termsPerCell, schedule: schedule) { cell in
      value(at: cell, operands: operands)
    }
  }

  public func compute(operands: Operands, schedule: RowBandSchedule, algorithm: ConvolutionAlgorithm) -> Tensor? {
    compute(operands: operands, schedule: schedule)
  }

  public func applies(_ algorithm: ConvolutionAlgorithm, to operands: Operands) -> Bool {
    switch algorithm {
    case .auto, .exact, .reference: true
    default: false
    }
  }

  public func choice(for operands: Operands) -> AlgorithmChoice {
    AlgorithmChoice(algorithm: .exact, reason: .onlyWay)
  }

  public func computeDouble(operands: [OperandName: [Double]], schedule: RowBandSchedule) -> [Double]? { nil }

  public var hasDoubleForm: Bool { false }
}
