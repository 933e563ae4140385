import ConvolutionEngine

/// Sentences about how an output is computed.
extension TextTable {
  /// Which algorithm `auto` takes, and why.
  package func sentence(for choice: AlgorithmChoice) -> String {
    text(.algorithmChosen, choice.algorithm.rawValue, reason(choice.reason))
  }

  /// Which algorithm was asked for.
  package func sentence(forced algorithm: ConvolutionAlgorithm) -> String {
    text(.algorithmChosen, algorithm.rawValue, text(.algorithmAsked))
  }

  private func reason(_ reason: AlgorithmChoice.Reason) -> String {
    switch reason {
    case .onlyWay: text(.algorithmOnlyWay)
    case .littleWork(let products, let limit): text(.algorithmLittleWork, count(products), count(limit))
    case .scaledSums: text(.algorithmScaledSums)
    case .singleChannel: text(.algorithmSingleChannel)
    case .depthwise: text(.algorithmDepthwise)
    case .rankOne(let height, let width): text(.algorithmRankOne, "\(height)", "\(width)")
    case .largeKernel(let taps): text(.algorithmLargeKernel, "\(taps)")
    case .pointwise: text(.algorithmPointwise)
    case .winograd(let channels, let filters): text(.algorithmWinograd, "\(channels)", "\(filters)")
    case .farApart: text(.algorithmFarApart)
    case .wideRows: text(.algorithmWideRows)
    case .transposed: text(.algorithmTransposed)
    case .general: text(.algorithmGeneral)
    case .beyondFast: text(.algorithmBeyondFast)
    }
  }

  /// A count that may be more than an `Int` holds.
  private func count(_ number: Double) -> String {
    Int(exactly: number).map { NetworkTable.grouped($0) } ?? "\(number)"
  }
}
