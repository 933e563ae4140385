import ConvolutionEngine
import Testing

@testable import Explorer

@Suite("Editing")
struct EditingTests {
  @Test("an edited input cell changes the outputs it feeds, and asks for a recompute")
  func editInput() throws {
    var state = try Examples.plusUnderSobel()
    let effects = try state.apply(.edit(.input, Coordinate(row: 0, column: 1), 5))
    #expect(effects == [.recompute(revision: 1)])
    #expect(state.experiment.value(at: Coordinate(row: 0, column: 0)) == 10)
    #expect(state.document.origins[.input] == GridOrigin(name: "plus", isEdited: true))
    #expect(state.inputCursor == Coordinate(row: 0, column: 1))
  }

  @Test("a step asks for no recompute")
  func stepHasNoEffect() throws {
    var state = try Examples.plusUnderSobel()
    let effects = try state.apply(.step(.forward))
    #expect(effects.isEmpty)
  }

  @Test("editing does not copy the picture")
  func editsInPlace() throws {
    var state = try Examples.plusUnderSobel()
    func address() -> UnsafeRawPointer? {
      state.experiment.operands[.input]?.values.withUnsafeBytes { $0.baseAddress }
    }
    try state.apply(.edit(.input, Coordinate(row: 0, column: 0), 1))
    let before = address()
    for row in 0..<7 { try state.apply(.edit(.input, Coordinate(row: row, column: 2), 9)) }
    #expect(address() == before)
  }

  @Test("resizing keeps the corner, fills with zeros, and undo brings the cut cells back")
  func resize() throws {
    var state = try Examples.plusUnderSobel()
    let before = state.document
    try state.apply(.resize(.input, PerAxis(vertical: 4, horizontal: 9)))
    #expect(state.experiment.inputShape == (try Shape(height: 4, width: 9)))
    #expect(state.experiment.operands[.input]?[row: 3, column: 2] == 1)
    #expect(state.experiment.operands[.input]?[row: 3, column: 8] == 0)
    #expect(state.outputShape == (try Shape(height: 4, width: 9)))
    try state.apply(.undo)
    #expect(state.document == before)
    try state.apply(.resize(.weights, PerAxis(vertical: 1, horizontal: 2)))
    #expect(state.experiment.operands[.weights]?.values == [-1, 0])
  }

  @Test("what is illegal is refused with the reason and the state stays")
  func refusals() throws {
    var state = try Examples.plusUnderSobel()
    let before = state
    #expect(throws: ExplorerError.experiment(.convolution(.geometry(.stride(0, axis: .vertical))))) {
      try state.apply(.set(.stride, .axes(PerAxis(0))))
    }
    #expect(
      throws: ExplorerError.experiment(
        .convolution(.geometry(.kernelDoesNotFit(effectiveExtent: 11, paddedInput: 9, axis: .vertical))))
    ) {
      try state.apply(.set(.dilation, .axes(PerAxis(5))))
    }
    #expect(throws: ExplorerError.size(PerAxis(vertical: 0, horizontal: 3), limit: ExplorerState.operandLimit)) {
      try state.apply(.resize(.input, PerAxis(vertical: 0, horizontal: 3)))
    }
    #expect(throws: ExplorerError.unknownPreset("nonsense", operand: .weights)) {
      try state.apply(.preset(.weights, "nonsense", size: nil))
    }
    #expect(throws: ExplorerError.nothingToUndo) { try state.apply(.undo) }
    #expect(throws: ExplorerError.nothingToRedo) { try state.apply(.redo) }
    #expect(throws: ExplorerError.self) { try state.apply(.edit(.input, Coordinate(row: 7, column: 0), 1)) }
    #expect(state == before)
    #expect(state.revision == before.revision)
  }

  @Test("reflect padding not smaller than the input is refused with the largest that is, and the mode stays")
  func reflectTooFar() throws {
    var state = try Examples.plusUnderSobel()
    try state.apply(.set(.padding, .sides(Padding(7))))
    let before = state
    #expect(
      throws: ExplorerError.experiment(
        .convolution(.geometry(.paddingModeDoesNotFit(.reflect, padding: 7, largestLegal: 6, axis: .vertical))))
    ) {
      try state.apply(.set(.paddingMode, .modes(PerAxis(.reflect))))
    }
    #expect(state == before)
  }

  @Test("a padding that would make terabytes of output is refused")
  func hugeOutput() throws {
    var state = try Examples.plusUnderSobel()
    #expect(throws: ExplorerError.self) { try state.apply(.set(.padding, .sides(Padding(1_000_000)))) }
    #expect(state.experiment.padding == Padding(1))
  }

  @Test("weights follow an input with more channels, and undo brings both back")
  func channels() throws {
    var state = try Examples.plusUnderSobel()
    let before = state.document
    let picture = Tensor(shape: try Shape(channels: 3, height: 5, width: 5), repeating: 1)
    try state.apply(.load(.input, picture, name: "rgb.npy"))
    #expect(state.experiment.weightShape == (try Shape(channels: 3, height: 3, width: 3)))
    #expect(state.document.origins[.input]?.name == "rgb.npy")
    try state.apply(.channel(2))
    #expect(state.inputCursor.channel == 2)
    try state.apply(.undo)
    #expect(state.document == before)
    #expect(state.inputCursor.channel == 0)
  }

  @Test("actions together are one step of the history, all or none")
  func together() throws {
    var state = try Examples.plusUnderSobel()
    let before = state
    try state.apply(.together([.set(.stride, .axes(PerAxis(2))), .set(.padding, .sides(Padding(0)))]))
    #expect(state.outputShape == (try Shape(height: 3, width: 3)))
    #expect(state.history.undoCount == 1)
    try state.apply(.undo)
    #expect(state.document == before.document)
    try state.apply(.redo)
    #expect(state.outputShape == (try Shape(height: 3, width: 3)))
    let middle = state
    #expect(throws: ExplorerError.self) {
      try state.apply(.together([.set(.stride, .axes(PerAxis(1))), .set(.stride, .axes(PerAxis(0)))]))
    }
    #expect(state == middle)
    #expect(state.history.undoCount == 1)
  }

  @Test("an output of an outdated revision is dropped")
  func outdatedOutput() throws {
    var state = try Examples.plusUnderSobel()
    let output = try #require(state.experiment.output())
    try state.apply(.edit(.input, Coordinate(row: 0, column: 0), 1))
    let isOutdatedTaken = state.accept(OutputCache(revision: 0, output: output))
    #expect(!isOutdatedTaken)
    #expect(state.currentOutput == nil)
    let fresh = try #require(state.experiment.output())
    let isFreshTaken = state.accept(OutputCache(revision: state.revision, output: fresh))
    #expect(isFreshTaken)
    #expect(state.currentOutput == fresh)
    #expect(state.currentScale == 4)
  }
}
