extension CellTrace {
  /// One factor × one value.
  public struct Term: Equatable, Sendable {
    /// The operand that the value is read from.
    public let operand: OperandName
    /// The position read in the operand; outside its shape it is a ghost cell.
    public let position: Coordinate
    /// The cell whose value stands at `position`; nil where the padding gives a constant.
    public let source: Coordinate?
    /// The value read.
    public let value: Float
    /// Where the factor stands in the weights; nil for a factor that is computed, or the 1 of a plain value.
    public let factorPosition: Coordinate?
    public let factor: Double

    public init(
      operand: OperandName = .input, position: Coordinate, source: Coordinate?, value: Float,
      factorPosition: Coordinate? = nil, factor: Double = 1
    ) {
      self.operand = operand
      self.position = position
      self.source = source
      self.value = value
      self.factorPosition = factorPosition
      self.factor = factor
    }

    /// A cell of an operand as it stands.
    init(_ operand: OperandName = .input, at position: Coordinate, value: Float, factor: Double = 1) {
      self.init(operand: operand, position: position, source: position, value: value, factor: factor)
    }

    /// Whether the value comes from the padding.
    public var isGhost: Bool { source != position }

    /// `factor × value` in Double; exact where the factor is a Float32 weight.
    public var product: Double { factor * Double(value) }
  }
}
