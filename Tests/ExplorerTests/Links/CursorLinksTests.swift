import ConvolutionEngine
import TestSupport
import Testing

@testable import Explorer

@Suite("What hangs on the selected cell")
struct CursorLinksTests {
  private func scene(_ state: ExplorerState, linked grid: GridName) -> Scene {
    var viewport = Examples.wide
    viewport.linkedGrid = grid
    return state.scene(through: viewport)
  }

  private func linked(_ scene: GridScene) -> Set<Coordinate> {
    var places: Set<Coordinate> = []
    for row in scene.visible.rows {
      for column in scene.visible.columns where scene[row: row, column: column]?.marks.contains(.linked) == true {
        places.insert(Coordinate(row: row, column: column))
      }
    }
    return places
  }

  @Test("the corner weight of a 3×3 kernel with stride 2 touches every second input from the padding's corner on")
  func weight() throws {
    var state = try Examples.plusUnderSobel()
    try state.apply(.set(.stride, .axes(PerAxis(2))))
    let scene = scene(state, linked: .kernel)
    let expected = [-1, 1, 3, 5].flatMap { row in [-1, 1, 3, 5].map { Coordinate(row: row, column: $0) } }
    #expect(linked(scene.input) == Set(expected))
    #expect(scene.links == .touches(inputs: 16, ofThemPadding: 7))
    #expect(linked(scene.output).isEmpty)
  }

  @Test("an input in the middle feeds the nine outputs around it, a corner four")
  func input() throws {
    var state = try Examples.plusUnderSobel()
    try state.apply(.select(.input, row: 3, column: 4))
    #expect(scene(state, linked: .input).links == .feeds(outputs: 9))
    let expected = (2...4).flatMap { row in (3...5).map { Coordinate(row: row, column: $0) } }
    #expect(linked(scene(state, linked: .input).output) == Set(expected))
    try state.apply(.select(.input, row: 0, column: 0))
    #expect(scene(state, linked: .input).links == .feeds(outputs: 4))
  }

  @Test("without a linked grid nothing is marked")
  func nothing() throws {
    let scene = try Examples.plusUnderSobel().scene(through: Examples.wide)
    #expect(scene.links == nil)
    #expect(linked(scene.input).isEmpty && linked(scene.output).isEmpty)
  }

  @Test("a position of the padding feeds the outputs that read it there, and shows its source")
  func ghost() throws {
    var state = try Examples.plusUnderSobel()
    try state.apply(.set(.paddingMode, .modes(PerAxis(.reflect))))
    try state.apply(.select(.input, row: -1, column: 2))
    let scene = scene(state, linked: .input)
    #expect(linked(scene.input) == [Coordinate(row: 1, column: 2)])
    #expect(linked(scene.output) == Set((1...3).map { Coordinate(row: 0, column: $0) }))
    #expect(scene.links == .feeds(outputs: 3))
  }

  @Test("the product of a mirrored position shows the cell it copies")
  func productSource() throws {
    var state = try Examples.plusUnderSobel()
    try state.apply(.set(.paddingMode, .modes(PerAxis(.reflect))))
    try state.apply(.subStep(.forward))
    #expect(linked(state.scene(through: Examples.wide).input) == [Coordinate(row: 1, column: 1)])
  }

  /// What the taps of all output cells of one filter and picture say, one by one.
  private func taps(_ state: ExplorerState) -> [(cell: Coordinate, term: CellTrace.Term)] {
    let shape = state.outputShape
    return (0..<shape.count).map(shape.coordinate).flatMap { cell in
      state.experiment.trace(at: cell).terms.map { (cell, $0) }
    }
  }

  @Test("for every geometry marks and counts are those of the taps, one by one", arguments: [1, 2, 3])
  func everyGeometry(seed: UInt64) throws {
    var random = SeededGenerator(seed: seed)
    for round in 0..<60 {
      var state = ExplorerState(
        document: ExplorerDocument(experiment: try RandomConvolution.draw(using: &random)))
      let note = Comment(rawValue: "seed \(seed), round \(round)")
      try state.apply(.jump(row: 0, column: 0))
      try state.apply(.channel(.random(in: 0..<state.experiment.inputShape.channels, using: &random)))
      let extent = state.extent(of: .input)
      try state.apply(
        .select(
          .input, row: extent.rows.randomElement(using: &random) ?? 0,
          column: extent.columns.randomElement(using: &random) ?? 0))
      let kernel = state.experiment.weightShape
      state.kernelCursor = Coordinate(
        batch: state.cell.channel, channel: .random(in: 0..<kernel.channels, using: &random),
        row: .random(in: 0..<kernel.height, using: &random), column: .random(in: 0..<kernel.width, using: &random))
      let taps = taps(state)

      let cursor = state.inputCursor
      let isInside = state.experiment.inputShape.contains(cursor)
      let feeding = taps.filter { (isInside ? $0.term.source : $0.term.position) == cursor }.map(\.cell)
      let fed = scene(state, linked: .input)
      let ofFilter = feeding.filter { $0.channel == state.cell.channel }
      #expect(
        linked(fed.output) == Set(ofFilter.map { Coordinate(row: $0.row, column: $0.column) }), note)
      // Every filter of the group has as many.
      let filters = Set(feeding.map(\.channel)).count
      #expect(fed.links == .feeds(outputs: filters == 0 ? 0 : Set(feeding).count / filters), note)

      let touching = taps.filter {
        $0.term.factorPosition == state.kernelCursor && $0.cell.batch == state.inputCursor.batch
      }
      let touched = scene(state, linked: .kernel)
      let shown = touching.map(\.term.position).filter { $0.channel == cursor.channel }
      #expect(linked(touched.input) == Set(shown.map { Coordinate(row: $0.row, column: $0.column) }), note)
      #expect(
        touched.links
          == .touches(
            inputs: touching.count,
            ofThemPadding: touching.count { !state.experiment.inputShape.contains($0.term.position) }), note)
    }
  }
}
