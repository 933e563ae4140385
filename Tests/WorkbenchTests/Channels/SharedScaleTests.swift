import ConvolutionEngine
import Explorer
import TerminalKit
import Testing

@testable import Workbench

@Suite("The shared scale of feature maps")
struct SharedScaleTests {
  @Test("is the same on every page of maps, because it spans all of them")
  func pages() throws {
    var state = try Examples.plusUnderSobel()
    for line in ["input rgb-patches", "filters 16 random"] { _ = state.run(line: line) }
    let output = try #require(state.explorer.experiment.output())
    #expect(state.explorer.accept(OutputCache(revision: state.explorer.revision, output: output)))
    state.type("V")
    let most = output.values.reduce(0) { max($0, abs($1)) }
    var planes: Set<Int> = []
    for _ in 0..<16 {
      let maps = try #require(state.prepareFrame().maps)
      #expect(maps.maps.allSatisfy { $0.scale == -most...most })
      planes.formUnion(maps.maps.map(\.plane))
      state.type("w")
    }
    #expect(planes.count == 16)
    #expect(try #require(state.prepareFrame().maps).maps.count < 16)
  }
}
