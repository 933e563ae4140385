import ConvolutionEngine
import Explorer
import TerminalKit
import TestSupport
import Testing

@testable import Workbench

@Suite("Screens with channels")
struct ChannelScreenTests {
  @Test("a wide screen has all channels, kernels and feature maps as thumbnails, with their colours")
  func wide() throws {
    var state = try ChannelExamples.bars(filters: 16, size: Size(rows: 40, columns: 140))
    _ = state.apply(.explorer(.filter(3)))
    _ = state.apply(.explorer(.channel(1)))
    expectGolden(state.screen(), named: "channels-140x40.txt")
  }

  @Test("an ordinary screen has small ones, in colours, and the sum channel by channel under its products")
  func ordinary() throws {
    var state = try ChannelExamples.bars(filters: 4)
    expectGolden(state.draw().transcript, named: "channels-80x24.txt")
  }

  @Test("a small screen folds the strips first and keeps the sums of channels")
  func small() throws {
    var state = try ChannelExamples.bars(filters: 4, size: Size(rows: 12, columns: 40))
    _ = state.apply(.explorer(.edit(.bias, Coordinate(channel: 1, row: 0, column: 0), 0.5)))
    expectGolden(state.screen(), named: "channels-40x12.txt")
  }

  @Test("a line too short for the sums of channels says how many there are, and how far the sum has come")
  func oneLine() throws {
    var state = try ChannelExamples.bars(filters: 4, size: Size(rows: 12, columns: 40))
    _ = state.run(line: "channels 6")
    state.message = nil
    #expect(state.screen().contains("= 6 channels = "), "\(state.screen())")
    _ = state.run(line: "edit bias 0 0.5")
    state.message = nil
    #expect(state.screen().contains("= 6 channels + bias"), "\(state.screen())")
    _ = state.run(line: "substep forward")
    #expect(state.screen().contains("(1 of 54)") || state.screen().contains("after 1 of 54"), "\(state.screen())")
  }

  @Test("without colours thumbnails are shades, in ASCII as well")
  func shades() throws {
    var state = try ChannelExamples.bars(filters: 4, depth: .mono, unicode: false)
    let text = state.screen()
    #expect(text.utf8.allSatisfy { $0 < 0x80 })
    expectGolden(text, named: "channels-ascii-80x24.txt")
  }

  @Test("depthwise, each filter has the kernel of its own channel, and the header says so")
  func depthwise() throws {
    var state = try ChannelExamples.bars(filters: 3)
    state.press(.character("x"))
    state.press(.character("w"))
    expectGolden(state.screen(), named: "channels-depthwise-80x24.txt")
  }

  @Test("product by product the panels go through the channels, and finished channels are sums")
  func products() throws {
    var state = try ChannelExamples.bars(filters: 4)
    for _ in 0..<12 { state.press(.character(">")) }
    expectGolden(state.screen(), named: "channels-product-80x24.txt")
  }

  @Test("what does not fit as products is a sum of channels and the bias, with the total after each")
  func sums() throws {
    var state = try ChannelExamples.oneCell(size: Size(rows: 11, columns: 50))
    let screen = state.screen()
    #expect(screen.contains("out[0,0] = R: 1.5 + G: -2 + B: 0.5 + bias 1 = 1\n"), "\(screen)")
    var bars = try ChannelExamples.bars(filters: 1, size: Size(rows: 16, columns: 80))
    _ = bars.apply(.explorer(.edit(.bias, Coordinate(row: 0, column: 0), 0.5)))
    // Over the window's nine ones the filter's first kernel adds up to 1, its second to 7, its third to 3.
    #expect(bars.screen().contains("total after each"), "\(bars.screen())")
  }

  @Test("products that fit have their sums by channel under them")
  func byChannel() throws {
    var state = try ChannelExamples.oneCell(size: ScreenExamples.ordinary)
    let screen = state.screen()
    #expect(screen.contains("out[0,0] = R: 3×0.5 + G: 1×-2 + B: 1×0.5 + bias 1 = 1\n"), "\(screen)")
    #expect(screen.contains("by channel R: 1.5 + G: -2 + B: 0.5 + bias 1 = 1\n"), "\(screen)")
  }

  @Test("a weight is named in PyTorch's order and in the article's, with its indices")
  func order() throws {
    var state = try ChannelExamples.bars(filters: 16)
    for action: ExplorerAction in [.filter(3), .channel(1), .select(.kernel, row: 0, column: 2)] {
      _ = state.apply(.explorer(action))
    }
    #expect(state.screen().contains("w[3,1,0,2]"))
    #expect(state.screen().contains("=V[0,2,1,3]"))
    _ = state.apply(.focus(.kernel))
    let weight = try #require(
      state.explorer.experiment.operands[.weights]?[Coordinate(batch: 3, channel: 1, row: 0, column: 2)])
    #expect(state.screen().contains(" w[3,1,0,2] = V[0,2,1,3] = \(Int(weight)) "))
  }

  @Test("planes that do not all fit are shown by the page, and the title says which")
  func pages() throws {
    var state = try ChannelExamples.bars(filters: 300, size: Size(rows: 30, columns: 100))
    _ = state.apply(.explorer(.filter(299)))
    let screen = state.screen()
    #expect(screen.contains("[299]"))
    #expect(screen.contains(" of 300"))
  }

  @Test("one plane of everything has no strips, and nothing is said of channels")
  func onePlane() throws {
    var state = try ScreenExamples.workbench(Size(rows: 50, columns: 160))
    let frame = state.prepareFrame()
    #expect(frame.layout?.strips == nil)
    #expect(!state.screen().contains("w[0,0"))
  }
}
