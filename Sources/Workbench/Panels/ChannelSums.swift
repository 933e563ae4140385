import ConvolutionEngine
import Explorer
import TerminalKit

/// The sum behind the current cell channel by channel: `R: 1.5 + G: -2 + B: 0.5 + bias 1 = 1`.
struct ChannelSums {
  /// A channel as far as its products are shown.
  struct Channel {
    let index: Int
    let sum: Double
    /// The sum of this channel and those before it.
    let total: Double
    /// Its products that are shown, when that is not all of them.
    let partial: ArraySlice<CellTrace.Term>?
  }

  let channels: [Channel]
  /// What is added after the last channel, when the sum has come that far.
  let bias: Float?

  /// Nil unless several channels are summed.
  init?(_ arithmetic: Arithmetic) {
    guard let trace = arithmetic.trace, trace.groups.count > 1, trace.reduction == .sum else { return nil }
    // Sums of channels do not add up to what is scaled after them.
    if case .scale? = trace.epilogue.first { return nil }
    var left = arithmetic.shownTerms
    var total = 0.0
    var channels: [Channel] = []
    for group in trace.groups where left > 0 {
      let shown = group.terms.prefix(left)
      left -= shown.count
      let sum = shown.reduce(0) { $0 + $1.product }
      total += sum
      channels.append(
        Channel(
          index: group.channel, sum: sum, total: total, partial: shown.count < group.terms.count ? shown : nil))
    }
    self.channels = channels
    if arithmetic.result != nil, case .addBias(let bias)? = trace.epilogue.first {
      self.bias = bias
    } else {
      bias = nil
    }
  }

  /// The sums of channels and the bias as pieces; while a channel is gone through, its products one by one.
  func pieces(_ context: PanelContext, format: GridFormat? = nil) -> [[Span]] {
    var pieces: [[Span]] = []
    for channel in channels {
      let label = Span(context.shortChannelLabel(channel.index) + context.text(.labelEnd), .quiet)
      guard let partial = channel.partial else {
        pieces.append([label, Span(number(channel.sum, format))])
        continue
      }
      for (offset, term) in partial.enumerated() {
        let product = SumText.spans(term, isCurrent: offset == partial.count - 1, isExact: true, context)
        pieces.append(offset == 0 ? [label] + product : product)
      }
    }
    if let bias { pieces.append([Span(context.text(.sumBias, NumberText.shortest(bias)))]) }
    return pieces
  }

  /// The total after each channel, and after the bias.
  func totals() -> [Double] {
    channels.map(\.total) + (bias.map { [(channels.last?.total ?? 0) + Double($0)] } ?? [])
  }

  private func number(_ value: Double, _ format: GridFormat?) -> String {
    format?.unpadded(Float(value)) ?? NumberText.shortest(Float(value))
  }
}
