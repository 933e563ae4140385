import ConvolutionEngine
import Testing

@testable import Explorer

@Suite("Which channels a filter sees")
struct ChannelMapTests {
  @Test("all in one group, their own part in several, one in a depthwise convolution")
  func parts() {
    let full = ChannelMap(channels: 6, filters: 4, groups: 1)
    #expect((0..<4).allSatisfy { full.channels(ofFilter: $0) == 0..<6 })
    let halves = ChannelMap(channels: 6, filters: 4, groups: 2)
    #expect((0..<4).map { halves.channels(ofFilter: $0) } == [0..<3, 0..<3, 3..<6, 3..<6])
    #expect((0..<6).map { halves.firstFilter(seeing: $0) } == [0, 0, 0, 2, 2, 2])
    let depthwise = ChannelMap(channels: 3, filters: 6, groups: 3)
    #expect((0..<6).map { depthwise.channels(ofFilter: $0) } == [0..<1, 0..<1, 1..<2, 1..<2, 2..<3, 2..<3])
    #expect(depthwise.isDepthwise && !halves.isDepthwise && !full.isDepthwise)
  }

  @Test("the legal groups divide channels and filters")
  func legal() {
    #expect(ChannelMap(channels: 12, filters: 18, groups: 1).legalGroups == [1, 2, 3, 6])
    #expect(ChannelMap(channels: 3, filters: 16, groups: 1).legalGroups == [1])
    #expect(ChannelMap(channels: 8, filters: 8, groups: 4).groups(fittingChannels: 6, filters: 8) == 2)
  }

  @Test("a filter sees what the engine lets it see", arguments: [(6, 4, 2), (6, 6, 3), (3, 3, 3), (4, 8, 1)])
  func engine(channels: Int, filters: Int, groups: Int) throws {
    let convolution = try Convolution(
      input: try Shape(channels: channels, height: 3, width: 3),
      weights: try Shape(batch: filters, channels: channels / groups, height: 1, width: 1),
      geometry: try ConvolutionGeometry(), groups: groups)
    let map = ChannelMap(channels: channels, filters: filters, groups: groups)
    for filter in 0..<filters {
      #expect(map.channels(ofFilter: filter) == convolution.inputChannels(ofFilter: filter))
    }
  }
}
