/// How one output cell of any operator came about: the terms by channel, how they are reduced, what happens after.
public struct CellTrace: Equatable, Sendable {
  /// The terms of one input channel, in tap order.
  public struct Group: Equatable, Sendable {
    public let channel: Int
    public let terms: [Term]

    public init(channel: Int, terms: [Term]) {
      self.channel = channel
      self.terms = terms
    }
  }

  /// The output cell that is explained.
  public let cell: Coordinate
  public let groups: [Group]
  public let reduction: Reduction
  public let epilogue: [EpilogueStep]

  public init(cell: Coordinate, groups: [Group], reduction: Reduction, epilogue: [EpilogueStep] = []) {
    self.cell = cell
    self.groups = groups
    self.reduction = reduction
    self.epilogue = epilogue
  }

  /// The trace over terms in order of reduction; neighbouring terms of the same channel make a group.
  init(cell: Coordinate, terms: [Term], reduction: Reduction, epilogue: [EpilogueStep] = []) {
    var groups: [Group] = []
    for chunk in terms.chunkedByChannel() { groups.append(Group(channel: chunk[0].position.channel, terms: chunk)) }
    self.init(cell: cell, groups: groups, reduction: reduction, epilogue: epilogue)
  }

  /// All terms in the order in which they are reduced.
  public var terms: [Term] { groups.flatMap(\.terms) }

  /// The value after each term.
  public var runningValues: [Double] {
    var values: [Double] = []
    var accumulator = Reduction.Accumulator(reduction)
    for term in terms {
      accumulator.add(term.product)
      values.append(accumulator.value)
    }
    return values
  }

  /// The output cell: the last running value, taken through the epilogue in Double and rounded to Float32 once.
  ///
  /// A value that is only moved keeps its bits, also those of a NaN.
  public var result: Float {
    if let copied { return copied }
    var accumulator = Reduction.Accumulator(reduction)
    for term in terms { accumulator.add(term.product) }
    return Float(roundingSum: epilogue.reduce(accumulator.value) { $1.applied(to: $0) })
  }

  /// The value of the one term that nothing happens to.
  private var copied: Float? {
    guard reduction == .single, epilogue.isEmpty, let term = groups.first?.terms.first, term.factor == 1 else {
      return nil
    }
    return term.value
  }
}

extension [CellTrace.Term] {
  fileprivate func chunkedByChannel() -> [[CellTrace.Term]] {
    var chunks: [[CellTrace.Term]] = []
    for term in self {
      if let last = chunks.last?.last, last.position.channel == term.position.channel, last.operand == term.operand {
        chunks[chunks.count - 1].append(term)
      } else {
        chunks.append([term])
      }
    }
    return chunks
  }
}
