import ConvolutionEngine
import TestSupport
import Testing

@testable import Explorer

@Suite("Several kernels by name")
struct KernelsTests {
  private func names(_ state: ExplorerState) -> [FilterOrigin?] {
    (0..<state.outputShape.channels).map { state.filterOrigin($0) }
  }

  @Test("are one filter each in one edit, smaller ones with zeros around them")
  func makes() throws {
    var state = try Examples.plusUnderSobel()
    try state.apply(.set(.padding, .sides(Padding(2))))
    try state.apply(.kernels(["sobel-x", "gaussian-5"]))
    let weights = try #require(state.experiment.operands[.weights])
    #expect(weights.shape == (try Shape(batch: 2, channels: 1, height: 5, width: 5)))
    #expect((0..<5).map { weights[row: 0, column: $0] } == [0, 0, 0, 0, 0])
    #expect((0..<5).map { weights[row: 2, column: $0] } == [0, -2, 0, 2, 0])
    let gaussian = try #require(KernelPreset.named("gaussian-5")?.weights)
    #expect(weights.values.suffix(25).elementsEqual(gaussian.values))
    #expect(names(state) == [FilterOrigin(name: "sobel-x"), FilterOrigin(name: "gaussian-5")])
    #expect(state.history.undoLabel == .kernels(2))
    try state.apply(.undo)
    #expect(state.experiment.operands[.weights] == (try Examples.sobelX()))
    #expect(names(state) == [nil])
  }

  @Test("of an even size have the odd row or column of zeros at the bottom and right")
  func even() throws {
    var state = try Examples.plusUnderSobel()
    try state.apply(.kernels(["edge-1x2", "sobel-x"]))
    let weights = try #require(state.experiment.operands[.weights])
    let edge = try #require(KernelPreset.named("edge-1x2")?.weights)
    #expect((0..<3).map { weights[row: 1, column: $0] } == edge.values + [0])
    #expect((0..<3).allSatisfy { weights[row: 0, column: $0] == 0 && weights[row: 2, column: $0] == 0 })
  }

  @Test("each compute what they compute alone, padded as far as they reach", arguments: 1...5)
  func alone(seed: UInt64) throws {
    var random = SeededGenerator(seed: seed)
    let input = try Tensor(
      shape: try Shape(channels: 2, height: 6, width: 7),
      values: (0..<84).map { _ in Float(Int.random(in: -4...4, using: &random)) })
    let chosen = ["sobel-y", "gaussian-5", "identity", "sharpen"]
    var state = try Examples.plusUnderSobel()
    try state.apply(.load(.input, input, name: "random"))
    try state.apply(.set(.padding, .sides(Padding(2))))
    try state.apply(.kernels(chosen))
    let together = try #require(state.experiment.output())
    for (filter, name) in chosen.enumerated() {
      var alone = try Examples.plusUnderSobel()
      try alone.apply(.load(.input, input, name: "random"))
      try alone.apply(.preset(.weights, name, size: nil))
      let side = alone.experiment.weightShape.height / 2
      try alone.apply(.set(.padding, .sides(Padding(side))))
      let output = try #require(alone.experiment.output())
      for row in 0..<6 {
        for column in 0..<7 {
          #expect(
            together[channel: filter, row: row, column: column] == output[row: row, column: column],
            "seed \(seed), \(name)")
        }
      }
    }
  }

  @Test("keep their names through edits, more filters, and another kernel for one of them")
  func follow() throws {
    var state = try Examples.plusUnderSobel()
    try state.apply(.kernels(["sobel-x", "sobel-y"]))
    try state.apply(.edit(.weights, Coordinate(batch: 1, channel: 0, row: 0, column: 0), 9))
    #expect(names(state) == [FilterOrigin(name: "sobel-x"), FilterOrigin(name: "sobel-y", isEdited: true)])
    try state.apply(.filters(3))
    #expect(names(state).map { $0?.name } == ["sobel-x", "sobel-y", "sobel-y"])
    try state.apply(.presetFilter(0, "sharpen"))
    #expect(names(state).first == FilterOrigin(name: "sharpen"))
    try state.apply(.undo)
    try state.apply(.undo)
    try state.apply(.undo)
    #expect(names(state) == [FilterOrigin(name: "sobel-x"), FilterOrigin(name: "sobel-y")])
  }

  @Test("are refused for an unknown name and for an operator without filters, and nothing changes")
  func refusals() throws {
    var state = try Examples.plusUnderSobel()
    #expect(throws: ExplorerError.unknownPreset("nothing", operand: .weights)) {
      try state.apply(.kernels(["sobel-x", "nothing"]))
    }
    #expect(state.history.count == 0)
    try state.apply(.operation(.relu, row: nil))
    #expect(throws: ExplorerError.noFilters(.relu)) { try state.apply(.kernels(["sobel-x"])) }
  }

  @Test("a session keeps their names, from the start and from an edit")
  func session() throws {
    var state = try Examples.plusUnderSobel()
    try state.apply(.kernels(["sobel-x", "sobel-y"]))
    try state.apply(.edit(.weights, Coordinate(batch: 1, channel: 0, row: 0, column: 0), 9))
    for start in [state, ExplorerState(document: state.document)] {
      let session = try SessionText.read(try SessionText.write(Session(start)))
      let replayed = try ExplorerState(replaying: session) { file throws(SessionFault) in
        throw .missingFile(path: file.path)
      }
      #expect(replayed.document == start.document)
      #expect(names(replayed) == [FilterOrigin(name: "sobel-x"), FilterOrigin(name: "sobel-y", isEdited: true)])
    }
  }
}
