import ConvolutionEngine

/// What goes wrong with the values under a pool's window, and with the last term of a sum.
extension Prediction {
  /// The terms of a maximum or a mean, of several values.
  private var pool: CellTrace? {
    guard experiment.plan.termCount(of: asked) <= Self.termLimit else { return nil }
    let trace = experiment.trace(at: asked)
    return [.max, .mean].contains(trace.reduction) && trace.epilogue.isEmpty && trace.terms.count > 1 ? trace : nil
  }

  /// The values that the window sees, those of the padding left out.
  private static func seen(_ trace: CellTrace) -> [Float] { trace.terms.filter { !$0.isGhost }.map(\.value) }

  /// The mean where the largest is wanted: of the values seen, or with the padding counted as zeros.
  var meansOfMaximum: [Float] {
    guard let pool, pool.reduction == .max else { return [] }
    let seen = Self.seen(pool)
    guard !seen.isEmpty else { return [] }
    let sum = seen.reduce(0.0) { $0 + Double($1) }
    return [Float(sum / Double(seen.count)), Float(sum / Double(pool.terms.count))]
  }

  /// The largest value where their mean is wanted.
  var largestOfMean: [Float] {
    guard let pool, pool.reduction == .mean else { return [] }
    return [pool.terms.map(\.value), Self.seen(pool)].compactMap { $0.max() }
  }

  /// The smallest value instead of the largest or the mean.
  var smallestOfPool: [Float] {
    guard let pool else { return [] }
    let all = pool.reduction == .mean ? pool.terms.map(\.value) : []
    return [Self.seen(pool), all].compactMap { $0.min() }
  }

  /// The values added up and not divided, or not compared.
  var sumOfPool: [Float] {
    guard let pool else { return [] }
    let seen = Self.seen(pool)
    return seen.isEmpty ? [] : [Float(seen.reduce(0.0) { $0 + Double($1) })]
  }

  /// The padding counted where it does not: as zeros that may win, or that are divided by.
  var withPaddingCounted: [Float] {
    guard let pool, experiment.padding != .none else { return [] }
    switch pool.reduction {
    case .max:
      let seen = Self.seen(pool)
      return seen.count < pool.terms.count ? [max(0, seen.max() ?? 0)] : []
    default:
      var other = experiment
      guard experiment.parameters[.countIncludePad] == .flag(false),
        (try? other.setParameter(.countIncludePad, to: .flag(true))) != nil
      else { return [] }
      return [other.value(at: asked)]
    }
  }

  /// The padding not counted in a mean where it is.
  var withoutPaddingCounted: [Float] {
    var other = experiment
    guard pool?.reduction == .mean, experiment.parameters[.countIncludePad] != .flag(false),
      (try? other.setParameter(.countIncludePad, to: .flag(false))) != nil
    else { return [] }
    return [other.value(at: asked)]
  }

  /// The result without the last term, a mean divided by as many as there are or by one less.
  var withoutLastTerm: [Float] {
    guard experiment.plan.termCount(of: asked) <= Self.termLimit else { return [] }
    let trace = experiment.trace(at: asked)
    guard [.sum, .max, .mean].contains(trace.reduction), let last = trace.groups.last, trace.terms.count > 1 else {
      return []
    }
    let shorter = CellTrace.Group(channel: last.channel, terms: last.terms.dropLast())
    let result = CellTrace(
      cell: trace.cell, groups: trace.groups.dropLast() + [shorter], reduction: trace.reduction,
      epilogue: trace.epilogue
    ).result
    guard trace.reduction == .mean else { return [result] }
    let count = Double(trace.terms.count)
    return [result, Float(Double(result) * (count - 1) / count)]
  }
}
