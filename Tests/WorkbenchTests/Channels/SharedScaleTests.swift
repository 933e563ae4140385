import ConvolutionEngine
import Explorer
import TerminalKit
import Testing

@testable import Workbench

@Suite("The shared scale of feature maps")
struct SharedScaleTests {
  @Test("is the same on every page of maps, because it spans all of them")
  func pages() throws {
    var state = try Examples.plusUnderSobel(size: Size(rows: 12, columns: 40))
    for line in ["input rgb-patches", "filters 16 random"] { _ = state.run(line: line) }
    let output = try #require(state.explorer.experiment.output())
    _ = state.receive(.output(OutputCache(revision: state.explorer.revision, output: output)))
    state.type("V")
    let most = output.values.reduce(0) { max($0, abs($1)) }
    var planes: Set<Int> = []
    for _ in 0..<16 {
      let frame = state.prepareFrame()
      let maps = try #require(frame.maps)
      #expect(maps.maps.allSatisfy { $0.scale == -most...most })
      planes.formUnion(maps.maps.map(\.plane))
      state.type("w")
    }
    #expect(planes.count == 16)
    let last = state.prepareFrame()
    #expect(try #require(last.maps).maps.count < 16)
  }
}
