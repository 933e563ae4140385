import ConvolutionEngine
import Testing

@testable import Explorer

@Suite("Changing the operator")
struct OperatorChangeTests {
  @Test("a pool takes the input, has its own stride, and the kernel comes back after it")
  func throughAPool() throws {
    var state = try Examples.plusUnderSobel()
    let before = state.document
    try state.apply(.operation(.maxPool2d, row: nil))
    #expect(state.experiment.operands.names == [.input])
    #expect(state.experiment.parameters[.stride] == nil)
    #expect(state.experiment.parameters[.padding] == .sides(Padding(1)))
    #expect(state.outputShape == (try Shape(height: 4, width: 4)))
    try state.apply(.operation(.relu, row: nil))
    try state.apply(.operation(.conv2d, row: nil))
    #expect(state.experiment.operands[.weights] == (try Examples.sobelX()))
    #expect(state.document.origins[.weights]?.name == "sobel-x")
    // Only the padding is gone, because relu has none.
    try state.apply(.set(.padding, .sides(Padding(1))))
    #expect(state.document.experiment == before.experiment)
  }

  @Test("a signal operator takes the named row and the kernel's middle row; a picture operator brings both back")
  func signals() throws {
    var state = try Examples.plusUnderSobel()
    try state.apply(.operation(.conv1d, row: 3))
    #expect(state.experiment.operands[.input]?.values == [0, 0, 1, 1, 1, 0, 0])
    #expect(state.experiment.operands[.weights]?.values == [-2, 0, 2])
    #expect(state.document.origins[.input] == GridOrigin(name: "plus", isEdited: true))
    #expect(state.experiment.parameters[.padding] == .ends(AxisPadding(1)))
    try state.apply(.operation(.conv2d, row: nil))
    #expect(state.experiment == (try Examples.plusUnderSobel()).experiment)
    #expect(state.document.origins[.input] == GridOrigin(name: "plus"))
  }

  @Test("an edited signal stays: what one typed is not thrown away for the picture it came from")
  func editedSignal() throws {
    var state = try Examples.plusUnderSobel()
    try state.apply(.operation(.conv1d, row: 3))
    try state.apply(.edit(.input, Coordinate(row: 0, column: 0), 9))
    try state.apply(.operation(.relu, row: nil))
    #expect(state.experiment.operands[.input]?.values == [9, 0, 1, 1, 1, 0, 0])
  }

  @Test("weights of a transposed convolution have filters and channels the other way round")
  func swappedWeights() throws {
    var state = try Examples.plusUnderSobel()
    let weights = try Tensor(shape: try Shape(batch: 2, channels: 1, height: 1, width: 2), values: [1, 2, 3, 4])
    try state.apply(.load(.weights, weights, name: "w"))
    try state.apply(.operation(.convTranspose2d, row: nil))
    #expect(state.experiment.weightShape == (try Shape(batch: 1, channels: 2, height: 1, width: 2)))
    #expect(state.outputShape.channels == 2)
    try state.apply(.operation(.conv2d, row: nil))
    #expect(state.experiment.operands[.weights] == weights)
  }

  @Test("what the operator cannot have is at its default: padding by mirroring, same")
  func illegalParameters() throws {
    var state = try Examples.plusUnderSobel()
    try state.apply(.set(.paddingMode, .modes(PerAxis(.reflect))))
    try state.apply(.set(.stride, .axes(PerAxis(2))))
    try state.apply(.operation(.convTranspose2d, row: nil))
    #expect(state.experiment.parameters.paddingMode == PerAxis(.zeros))
    #expect(state.experiment.parameters.stride == PerAxis(2))
    #expect(state.experiment.parameters.paddingCells == Padding(1))
  }

  @Test("the bias waits while an operator has none")
  func bias() throws {
    var state = try Examples.plusUnderSobel()
    try state.apply(
      .load(.bias, try Tensor(shape: try Shape(channels: 1, height: 1, width: 1), values: [5]), name: "b"))
    try state.apply(.operation(.avgPool2d, row: nil))
    #expect(state.experiment.operands[.bias] == nil)
    try state.apply(.operation(.conv2d, row: nil))
    #expect(state.experiment.operands[.bias]?.values == [5])
  }

  @Test("a change is one step of the history, there and back, for every pair of operators")
  func pairs() throws {
    for first in SteppableOperators.all {
      var state = try Examples.plusUnderSobel()
      try state.apply(.operation(first, row: 3))
      for second in SteppableOperators.all {
        var other = state
        let before = other.document
        try other.apply(.operation(second, row: other.experiment.inputShape.height > 3 ? 3 : nil))
        #expect(other.experiment.operation == second)
        #expect(other.history.undoCount == 2)
        #expect(other.history.undoLabel == .operation(second))
        let after = other.document
        try other.apply(.undo)
        #expect(other.document == before, "\(first.rawValue), \(second.rawValue)")
        try other.apply(.redo)
        #expect(other.document == after, "\(first.rawValue), \(second.rawValue)")
      }
    }
  }

  @Test("a picture that stays is not kept a second time")
  func staysInPlace() throws {
    var state = try Examples.plusUnderSobel()
    func address() -> UnsafeRawPointer? {
      state.experiment.operands[.input]?.values.withUnsafeBytes { $0.baseAddress }
    }
    try state.apply(.operation(.relu, row: nil))
    try state.apply(.edit(.input, Coordinate(row: 0, column: 0), 1))
    let before = address()
    try state.apply(.operation(.sigmoid, row: nil))
    try state.apply(.edit(.input, Coordinate(row: 0, column: 0), 2))
    #expect(address() == before)
  }

  @Test("a window is never larger than the input it begins on")
  func smallInput() throws {
    var state = try Examples.plusUnderSobel()
    try state.apply(.preset(.input, "flat", size: PerAxis(vertical: 1, horizontal: 3)))
    try state.apply(.operation(.avgPool2d, row: nil))
    #expect(state.experiment.parameters.axes(.kernelSize) == PerAxis(vertical: 1, horizontal: 2))
  }

  @Test("a window that was cut to a signal is itself again on a picture; one that was chosen stays")
  func growingInput() throws {
    var state = try Examples.plusUnderSobel()
    try state.apply(.preset(.input, "flat", size: PerAxis(vertical: 1, horizontal: 5)))
    try state.apply(.operation(.maxPool2d, row: nil))
    try state.apply(.preset(.input, "plus", size: nil))
    #expect(state.experiment.parameters.axes(.kernelSize) == PerAxis(2))
    try state.apply(.undo)
    #expect(state.experiment.parameters.axes(.kernelSize) == PerAxis(vertical: 1, horizontal: 2))
    try state.apply(.redo)
    try state.apply(.set(.kernelSize, .axes(PerAxis(vertical: 1, horizontal: 3))))
    try state.apply(.preset(.input, "ramp", size: nil))
    #expect(state.experiment.parameters.axes(.kernelSize) == PerAxis(vertical: 1, horizontal: 3))
  }

  @Test("an operator that joins two inputs, or a row that is not there, is refused and nothing changes")
  func refusals() throws {
    var state = try Examples.plusUnderSobel()
    let before = state
    #expect(throws: ExplorerError.notSteppable(.attention)) { try state.apply(.operation(.attention, row: nil)) }
    #expect(throws: ExplorerError.noSuchCell(row: 7, column: 0, size: try Shape(height: 7, width: 7))) {
      try state.apply(.operation(.conv1d, row: 7))
    }
    #expect(state == before)
  }

  @Test("a parameter can follow from the others again")
  func clear() throws {
    var state = try Examples.plusUnderSobel()
    try state.apply(.operation(.maxPool2d, row: nil))
    let before = state.document
    try state.apply(.set(.stride, .axes(PerAxis(1))))
    try state.apply(.clear(.stride))
    #expect(state.document == before)
    try state.apply(.undo)
    #expect(state.experiment.parameters.stride == PerAxis(1))
    #expect(throws: ExplorerError.experiment(.unknownParameter(.padding, operation: .maxPool2d))) {
      try state.apply(.clear(.padding))
    }
  }
}
