import ConvolutionEngine

/// Which input channels each filter sees: all of them in one group, one in a depthwise convolution.
///
/// Filters and channels are cut into `groups` equal parts in order; a filter sees the channels of its own part.
package struct ChannelMap: Hashable, Sendable {
  package let channels: Int
  package let filters: Int
  /// At least 1; divides `channels` and `filters`.
  package let groups: Int

  package init(channels: Int, filters: Int, groups: Int) {
    self.channels = channels
    self.filters = filters
    self.groups = groups
  }

  /// The channels that one filter sees, which is also the number of its kernels.
  package var channelsPerFilter: Int { channels / max(1, groups) }

  /// The input channels that a filter sees.
  package func channels(ofFilter filter: Int) -> Range<Int> {
    let group = filter / max(1, filters / max(1, groups))
    return (group * channelsPerFilter)..<((group + 1) * channelsPerFilter)
  }

  /// The first filter that sees an input channel.
  package func firstFilter(seeing channel: Int) -> Int {
    channel / max(1, channelsPerFilter) * (filters / max(1, groups))
  }

  /// The numbers of groups that divide both, from 1, where every filter sees every channel, upwards.
  package var legalGroups: [Int] {
    (1...max(1, min(channels, filters))).filter { channels.isMultiple(of: $0) && filters.isMultiple(of: $0) }
  }

  /// The most groups, at most as many as now, that other counts allow.
  package func groups(fittingChannels channels: Int, filters: Int) -> Int {
    ChannelMap(channels: channels, filters: filters, groups: 1).legalGroups.last { $0 <= groups } ?? 1
  }

  /// Whether every channel has filters of its own.
  package var isDepthwise: Bool { groups > 1 && groups == channels }
}

extension Experiment {
  /// Which input channels each output channel comes from. An operator without weights works channel by channel.
  package var channelMap: ChannelMap {
    let channels = inputShape.channels
    let filters = outputShape.channels
    guard operands[.weights] != nil else {
      return ChannelMap(channels: channels, filters: filters, groups: channels == filters ? max(1, channels) : 1)
    }
    return ChannelMap(channels: channels, filters: filters, groups: parameters.groups)
  }
}
