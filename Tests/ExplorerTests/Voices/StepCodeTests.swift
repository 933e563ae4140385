import ConvolutionEngine
import Testing

@testable import Explorer

/// The lines of Python were run and gave the engine's values for 6000 cells of 1500 random convolutions; here
/// they are pinned.
@Suite("Steps as code")
struct StepCodeTests {
  private func experiment(
    input: [Int] = [1, 1, 7, 7], weights: [Int] = [1, 1, 3, 3], bias: Bool = false, _ lines: String...
  ) throws -> Experiment {
    func shape(_ sides: [Int]) throws -> Shape {
      try Shape(batch: sides[0], channels: sides[1], height: sides[2], width: sides[3])
    }
    var operands = Operands([.input: Tensor(shape: try shape(input)), .weights: Tensor(shape: try shape(weights))])
    if bias { operands[.bias] = Tensor(shape: try shape([1, weights[0], 1, 1])) }
    var parameters = Parameters(defaultsOf: OperatorDescription.conv2d.parameters)
    for line in lines {
      guard case .set(let name, let value) = try ExplorerAction(text: "set " + line) else { continue }
      parameters[name] = value
    }
    return try Experiment(operation: .conv2d, operands: operands, parameters: parameters)
  }

  private func code(
    _ language: CodeLanguage, _ experiment: Experiment, batch: Int = 0, filter: Int = 0, row: Int = 2, column: Int = 3,
    products: Int? = nil
  ) throws -> StepCode {
    try #require(
      StepCode(
        language, of: experiment, cell: Coordinate(batch: batch, channel: filter, row: row, column: column),
        products: products))
  }

  @Test("a plane in NumPy is a slice of the input times the kernel")
  func plane() throws {
    let step = try code(.numpy, try experiment())
    #expect(step.preparation == [])
    #expect(step.line == "out[2, 3] = (x[2:5, 3:6] * w).sum()")
  }

  @Test("padding is made once, and the slices count from its corner")
  func padded() throws {
    let step = try code(.numpy, try experiment("padding 1"))
    #expect(step.preparation == ["xp = np.pad(x, ((1, 1), (1, 1)))"])
    #expect(step.line == "out[2, 3] = (xp[2:5, 3:6] * w).sum()")
    let uneven = try code(.numpy, try experiment("padding 1,2,0,3", "padding-mode reflect"))
    #expect(uneven.preparation == ["xp = np.pad(x, ((1, 0), (2, 3)), mode=\"reflect\")"])
    let mixed = try code(.numpy, try experiment("padding 1,2", "padding-mode circular,replicate"))
    #expect(
      mixed.preparation == [
        "xp = np.pad(np.pad(x, ((1, 1), (0, 0)), mode=\"wrap\"), ((0, 0), (2, 2)), mode=\"edge\")"
      ])
  }

  @Test("stride moves the slice, dilation steps inside it, a flip turns the kernel")
  func parameters() throws {
    let strided = try experiment("padding 1", "stride 2,1", "dilation 2", "flip true")
    #expect(try code(.numpy, strided).line == "out[2, 3] = (xp[4:9:2, 3:8:2] * w[::-1, ::-1]).sum()")
    #expect(
      try code(.pytorch, strided).line
        == "F.conv2d(x, w.flip(2, 3), stride=(2, 1), padding=1, dilation=2)[0, 0, 2, 3]")
  }

  @Test("channels, filters, batch, groups and bias each have their index")
  func channels() throws {
    let colours = try experiment(input: [1, 3, 7, 7], weights: [2, 3, 3, 3], bias: true)
    #expect(try code(.numpy, colours, filter: 1).line == "out[1, 2, 3] = (x[:, 2:5, 3:6] * w[1]).sum() + b[1]")
    #expect(try code(.pytorch, colours, filter: 1).line == "F.conv2d(x, w, b)[0, 1, 2, 3]")
    let turned = try experiment(input: [2, 3, 7, 7], weights: [1, 3, 3, 3], bias: true, "flip true")
    #expect(
      try code(.numpy, turned, batch: 1).line == "out[1, 2, 3] = (x[1, :, 2:5, 3:6] * w[:, ::-1, ::-1]).sum() + b")
    let grouped = try experiment(input: [1, 4, 7, 7], weights: [2, 2, 3, 3], "groups 2", "padding 1")
    let step = try code(.numpy, grouped, filter: 1)
    #expect(step.preparation == ["xp = np.pad(x, ((0, 0), (1, 1), (1, 1)))"])
    #expect(step.line == "out[1, 2, 3] = (xp[2:4, 2:5, 3:6] * w[1]).sum()")
    let depthwise = try experiment(input: [1, 2, 7, 7], weights: [2, 1, 3, 3], "groups 2")
    #expect(try code(.numpy, depthwise, filter: 1).line == "out[1, 2, 3] = (x[1, 2:5, 3:6] * w[1, 0]).sum()")
    #expect(try code(.pytorch, depthwise, filter: 1).line == "F.conv2d(x, w, groups=2)[0, 1, 2, 3]")
  }

  @Test("PyTorch pads by itself where it can")
  func torchPadding() throws {
    #expect(try code(.pytorch, try experiment("padding 1,2")).line == "F.conv2d(x, w, padding=(1, 2))[0, 0, 2, 3]")
    let mirrored = try code(.pytorch, try experiment("padding 1", "padding-mode reflect"))
    #expect(mirrored.preparation == ["xp = F.pad(x, (1, 1, 1, 1), mode=\"reflect\")"])
    #expect(mirrored.line == "F.conv2d(xp, w)[0, 0, 2, 3]")
    #expect(try code(.pytorch, try experiment("padding 1,0,2,3")).preparation == ["xp = F.pad(x, (0, 3, 1, 2))"])
  }

  @Test("product by product the line adds the last one")
  func products() throws {
    let padded = try experiment("padding 1", "flip true")
    #expect(try code(.numpy, padded, products: 0).line == "s = 0")
    #expect(try code(.numpy, padded, products: 6).line == "s += xp[3, 5] * w[1, 0]")
    let torch = try code(.pytorch, padded, products: 6)
    #expect(torch.preparation == ["xp = F.pad(x, (1, 1, 1, 1))"])
    #expect(torch.line == "s += xp[0, 0, 3, 5] * w[0, 0, 1, 0]")
    #expect(
      try code(.swift, padded, products: 6).line
        == "experiment.trace(at: Coordinate(row: 2, column: 3)).runningValues[5]")
  }

  @Test("one dimension has no rows")
  func signal() throws {
    let x = Tensor(shape: try Shape(height: 1, width: 9))
    let w = Tensor(shape: try Shape(height: 1, width: 3))
    var parameters = Parameters(defaultsOf: OperatorDescription.conv1d.parameters)
    parameters[.mode] = .signalMode(.full)
    parameters[.flip] = .flag(true)
    parameters[.sampleStep] = .number(0.5)
    let full = try Experiment(
      operation: .conv1d, operands: Operands([.input: x, .weights: w]), parameters: parameters)
    let step = try code(.numpy, full, row: 0)
    #expect(step.preparation == ["xp = np.pad(x, (2, 2))"])
    #expect(step.line == "out[3] = (xp[3:6] * w[::-1]).sum() * 0.5")
    #expect(try code(.pytorch, full, row: 0).line == "F.conv1d(x, w.flip(2), padding=2)[0, 0, 3] * 0.5")
  }

  @Test("Swift names the engine's own functions, which give this number")
  func swift() throws {
    let x = try Examples.plus()
    let w = try Examples.sobelX()
    // What stands here stands in the expected text as well.
    var parameters = Parameters(defaultsOf: OperatorCatalog.description(of: .conv2d).parameters)
    parameters[.padding] = .sides(Padding(1))
    let experiment = try Experiment(
      operation: .conv2d, operands: Operands([.input: x, .weights: w]), parameters: parameters)
    #expect(experiment.value(at: Coordinate(row: 2, column: 2)) == 3)
    #expect(experiment.trace(at: Coordinate(row: 2, column: 2)).runningValues[5] == 2)

    let step = try code(.swift, experiment, column: 2)
    #expect(step.line == "experiment.value(at: Coordinate(row: 2, column: 2))")
    #expect(
      step.preparation == [
        "var parameters = Parameters(defaultsOf: OperatorCatalog.description(of: .conv2d).parameters)",
        "parameters[.padding] = .sides(Padding(1))",
        "let experiment = try Experiment(operation: .conv2d, operands: Operands([.input: x, .weights: w]), "
          + "parameters: parameters)",
      ])
    #expect(
      try code(.swift, try self.experiment()).preparation == [
        "let experiment = try Experiment(operation: .conv2d, operands: Operands([.input: x, .weights: w]))"
      ])
    let second = try self.experiment(input: [2, 1, 7, 7], weights: [2, 1, 3, 3])
    #expect(
      try code(.swift, second, batch: 1, filter: 1).line
        == "experiment.value(at: Coordinate(batch: 1, channel: 1, row: 2, column: 3))")
  }

  @Test("an operator that is not stepped has no line in Python, and always one in Swift")
  func otherOperators() throws {
    let plane = Tensor(shape: try Shape(height: 3, width: 3))
    let experiment = try Experiment(operation: .flatten, operands: Operands([.input: plane]))
    let cell = Coordinate(row: 0, column: 0)
    #expect(StepCode(.numpy, of: experiment, cell: cell, products: nil) == nil)
    #expect(
      StepCode(.swift, of: experiment, cell: cell, products: nil)?.preparation.first?.contains("flatten") == true)
  }

  @Test("what is said once is the same for all cells")
  func preparationStays() throws {
    let experiment = try experiment("padding 2", "stride 2", "padding-mode replicate")
    for language in CodeLanguage.allCases {
      let all = (0..<experiment.outputShape.count).map { offset in
        StepCode(language, of: experiment, cell: experiment.outputShape.coordinate(at: offset), products: nil)
      }
      #expect(Set(all.map { $0?.preparation }).count == 1)
      #expect(Set(all.map { $0?.line }).count == all.count)
    }
  }
}
