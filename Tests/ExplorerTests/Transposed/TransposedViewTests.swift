import ConvolutionEngine
import Testing

@testable import Explorer

@Suite("The views of a transposed convolution")
struct TransposedViewTests {
  private func scene(_ state: ExplorerState, _ view: TransposedView, linked: GridName? = nil) -> Scene {
    var viewport = Viewport(
      input: .init(rows: -40..<40, columns: -40..<40), kernel: .init(rows: 0..<40, columns: 0..<40),
      output: .init(rows: 0..<40, columns: 0..<40), linkedGrid: linked)
    viewport.transposedView = view
    return state.scene(through: viewport)
  }

  private func places(_ grid: GridScene, _ mark: SceneCell.Marks) -> Set<Coordinate> {
    var places: Set<Coordinate> = []
    for row in grid.visible.rows {
      for column in grid.visible.columns where grid[row: row, column: column]?.marks.contains(mark) == true {
        places.insert(Coordinate(row: row, column: column))
      }
    }
    return places
  }

  /// How many products reach every output cell of the first filter, counted by adding one for each input cell and tap.
  private func counts(_ experiment: Experiment) -> [[Int]] {
    let (input, kernel, output) = (experiment.inputShape, experiment.weightShape, experiment.outputShape)
    let (stride, dilation) = (experiment.parameters.stride, experiment.parameters.dilation)
    let cropped = experiment.parameters.paddingCells ?? .none
    var counts = Array(repeating: Array(repeating: 0, count: output.width), count: output.height)
    for _ in 0..<experiment.channelMap.channelsPerFilter {
      for y in 0..<input.height {
        for x in 0..<input.width {
          for a in 0..<kernel.height {
            for b in 0..<kernel.width {
              let row = y * stride.vertical + a * dilation.vertical - cropped.top
              let column = x * stride.horizontal + b * dilation.horizontal - cropped.left
              if counts.indices.contains(row), counts[0].indices.contains(column) { counts[row][column] += 1 }
            }
          }
        }
      }
    }
    return counts
  }

  private static let operators: [OperatorName] = [.convTranspose2d, .convTranspose1d]

  @Test("a 3×3 kernel with stride 2 overlaps in a checkerboard of 1, 2 and 4")
  func checkerboard() throws {
    var state = try Examples.plusUnderSobel()
    try state.apply(.set(.padding, .sides(.none)))
    try state.apply(.operation(.convTranspose2d, row: nil))
    try state.apply(.set(.stride, .axes(PerAxis(2))))
    let output = scene(state, .overlap).output
    let corner = (0..<5).map { row in (0..<5).map { output[row: row, column: $0]?.value ?? -1 } }
    #expect(corner == [[1, 1, 2, 1, 2], [1, 1, 2, 1, 2], [2, 2, 4, 2, 4], [1, 1, 2, 1, 2], [2, 2, 4, 2, 4]])
    // A kernel that the stride divides overlaps evenly.
    try state.apply(.resize(.weights, PerAxis(2)))
    #expect(scene(state, .overlap).output.cells.allSatisfy { $0.value == 1 })
  }

  @Test("the overlaps are those counted one by one, for every geometry", arguments: operators)
  func overlaps(operation: OperatorName) throws {
    for seed in UInt64(1)...40 {
      var random = SplitMix64(seed: seed)
      let state = try RandomOperator.state(operation, &random)
      let scene = scene(state, .overlap)
      #expect(scene.showsOverlap)
      let shown = scene.output.visible.rows.map { row in
        scene.output.visible.columns.map { scene.output[row: row, column: $0]?.value }
      }
      #expect(shown == counts(state.experiment).map { $0.map { Float($0) } }, "seed \(seed)")
    }
  }

  @Test("counts are shown while values are hidden, and never for another operator")
  func hidden() throws {
    var state = try Examples.plusUnderSobel()
    #expect(!scene(state, .overlap).showsOverlap)
    try state.apply(.operation(.convTranspose2d, row: nil))
    try state.apply(.reveal(.predict))
    #expect(scene(state, .gather).output.cells.contains { $0.value == nil })
    #expect(scene(state, .overlap).output.cells.allSatisfy { $0.value != nil })
  }

  @Test("an input feeds, and a weight touches, exactly the cells that the taps say", arguments: operators)
  func links(operation: OperatorName) throws {
    for seed in UInt64(1)...30 {
      var random = SplitMix64(seed: seed)
      var state = try RandomOperator.state(operation, &random)
      let note = Comment(rawValue: "seed \(seed)")
      func number(_ count: Int) -> Int { Int(random.next() % UInt64(count)) }
      try state.apply(.channel(number(state.experiment.inputShape.channels)))
      try state.apply(
        .select(
          .input, row: number(state.experiment.inputShape.height), column: number(state.experiment.inputShape.width)))
      try state.apply(
        .select(
          .kernel, row: number(state.experiment.weightShape.height), column: number(state.experiment.weightShape.width))
      )
      let shape = state.outputShape
      let taps = (0..<shape.count).map(shape.coordinate).flatMap { cell in
        state.experiment.trace(at: cell).terms.map { (cell: cell, term: $0) }
      }
      let fed = taps.filter { $0.term.position == state.inputCursor && $0.cell.channel == state.cell.channel }
      let feeding = scene(state, .gather, linked: .input)
      #expect(
        places(feeding.output, .linked) == Set(fed.map { Coordinate(row: $0.cell.row, column: $0.cell.column) }), note)
      #expect(feeding.links == .feeds(outputs: fed.count), note)
      let touched = taps.filter { $0.term.factorPosition == state.kernelCursor && $0.cell.batch == state.cell.batch }
      let touching = scene(state, .gather, linked: .kernel)
      #expect(
        places(touching.input, .linked)
          == Set(touched.map { Coordinate(row: $0.term.position.row, column: $0.term.position.column) }), note)
      #expect(touching.links == .touches(inputs: touched.count, ofThemPadding: 0), note)
    }
  }

  @Test("the products of a scattered cell are those that its outputs gather from it", arguments: operators)
  func spreadProducts(operation: OperatorName) throws {
    for seed in UInt64(1)...30 {
      var random = SplitMix64(seed: seed)
      var state = try RandomOperator.state(operation, &random)
      let input = state.experiment.inputShape
      try state.apply(
        .select(
          .input, row: Int(random.next() % UInt64(input.height)), column: Int(random.next() % UInt64(input.width))))
      let products = state.spreadProducts
      var gathered: [ExplorerState.SpreadProduct] = []
      let shape = state.outputShape
      for offset in 0..<shape.count {
        let cell = shape.coordinate(at: offset)
        guard cell.channel == state.cell.channel, cell.batch == state.cell.batch else { continue }
        for term in state.experiment.trace(at: cell).terms where term.position == state.inputCursor {
          if let weight = term.factorPosition {
            gathered.append(.init(weight: weight, output: cell, product: term.product))
          }
        }
      }
      #expect(products.count == gathered.count && products.allSatisfy { gathered.contains($0) }, "seed \(seed)")
    }
  }

  @Test("the rows of the output padding get only what the rim gives them, and nothing where the taps end before")
  func outputPadding() throws {
    var state = try Examples.plusUnderSobel()
    try state.apply(.set(.padding, .sides(.none)))
    try state.apply(.operation(.convTranspose2d, row: nil))
    try state.apply(.set(.stride, .axes(PerAxis(2))))
    try state.apply(.set(.outputPadding, .axes(PerAxis(1))))
    let last = state.outputShape.height - 1
    let output = scene(state, .overlap).output
    #expect(
      places(output, .unreached)
        == Set((0...last).flatMap { [Coordinate(row: last, column: $0), Coordinate(row: $0, column: last)] }))
    #expect((0...last).allSatisfy { output[row: last, column: $0]?.value == 0 })
    // With cropping, what was cropped comes back there.
    try state.apply(.set(.padding, .sides(Padding(1))))
    let cropped = scene(state, .overlap).output
    let end = state.outputShape.height - 1
    #expect(cropped[row: end, column: 3]?.value == 2)
    #expect(state.isOutputPadding(Coordinate(row: end, column: 3)))
    #expect(!state.isOutputPadding(Coordinate(row: end - 1, column: 3)))
  }
}
