import ConvolutionEngine
import Explorer
import Testing

@testable import LessonKit

@Suite("Shape golf: the search for par")
struct GolfSearchTests {
  private static let seeing9 = "stack: {field: {at-least: 9}, size: 12x12, kinds: [conv], stride: 1, dilation: 1}"

  private func best(_ yaml: String, _ space: GolfSpace, _ score: GolfScore = .parameters, within limit: Int = .max)
    throws -> GolfSearch.Hit?
  {
    let check = try LessonText.check(yaml)
    return GolfSearch(inputAxes: [1, 12, 12], space: space, score: score) { check.holds(for: $0) }.best(within: limit)
  }

  /// A layer of one filter on one channel has k² weights and a bias: 2, 10, 26 and 50 for 1, 3, 5 and 7, and adds k − 1 to
  /// the field. Eight more cells cost 50 + 10 = 60 as 7 and 3, 26 + 26 = 52 as 5 and 5, 26 + 20 = 46 as 5, 3 and 3, and 40
  /// as four times 3.
  @Test("Par by hand: a field of 9 costs 40 parameters in four layers, 46 in three, 52 in two")
  func byHand() throws {
    func space(_ layers: Int) -> GolfSpace {
      GolfSpace(layers: layers, kernels: [1, 3, 5, 7], strides: [1, 2], paddings: [.same], pools: [2])
    }
    for (layers, par) in [(2, 52), (3, 46), (4, 40)] {
      #expect(try best(Self.seeing9, space(layers))?.score == par, "\(layers) layers")
    }
    #expect(try best(Self.seeing9, space(1)) == nil)
    let four = try #require(try best(Self.seeing9, space(4)))
    #expect(four.stack.layers?.map(\.word) == Array(repeating: "conv:1,k3,p1", count: 4))
    // In layers two are the fewest, and 144 · 25 products each are fewer than 144 · 49 + 144 · 9.
    #expect(try best(Self.seeing9, space(4), .layers)?.score == 2)
    #expect(try best(Self.seeing9, space(2), .products)?.score == 144 * 50)
  }

  @Test("Nothing is found within a limit that is too low, and the best within one that is high enough")
  func limit() throws {
    let space = GolfSpace(layers: 3, kernels: [1, 3, 5], paddings: [.same])
    #expect(try best(Self.seeing9, space, within: 45) == nil)
    #expect(try best(Self.seeing9, space, within: 46)?.score == 46)
  }

  /// The oracle: every stack is built and asked, and nothing is left out.
  @Test("The walk finds what trying every stack finds", arguments: GolfScore.allCases)
  func exhaustive(score: GolfScore) throws {
    let space = GolfSpace(
      layers: 3, kernels: [1, 3], strides: [1, 2], paddings: [.cells(0), .same], dilations: [1, 3], pools: [2])
    let check = try LessonText.check("stack: {field: {at-least: 7}, size: 3x3}")
    var stacks: [[StackLayer]] = [[]]
    var least: Int?
    var count = 0
    for _ in 0..<space.layers {
      stacks = stacks.flatMap { stack in space.choices.map { stack + [$0] } }
      count += stacks.count
      for layers in stacks {
        guard let model = try? StackModel(StackStudy(inputAxes: [1, 8, 8], layers: layers)), check.holds(for: model)
        else { continue }
        least = min(least ?? .max, score.value(of: model))
      }
    }
    #expect(count == space.stackCount)
    let search = GolfSearch(inputAxes: [1, 8, 8], space: space, score: score) { check.holds(for: $0) }
    #expect(search.best()?.score == least)
    #expect(least != nil)
  }

  @Test("Spaces are counted without building them, and one that is too large is not searched")
  func counted() throws {
    // 3, 9 and 27 stacks of one, two and three layers; a kernel of one cell has no dilations.
    #expect(GolfSpace(layers: 3, kernels: [1, 3], dilations: [1, 2]).stackCount == 39)
    #expect(GolfSpace(layers: 1, kernels: [3, 3], pools: [2, 2]).stackCount == 2)
    let large = GolfSpace(layers: 4, kernels: Array(1...16), strides: Array(1...16), dilations: Array(1...16))
    #expect(large.stackCount > GolfSpace.stackLimit)
    #expect(try best(Self.seeing9, large) == nil)
  }
}
