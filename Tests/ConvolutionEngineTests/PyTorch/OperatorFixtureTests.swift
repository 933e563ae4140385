import ConvolutionEngine
import Testing

/// What PyTorch computed for the operators, recorded by `Scripts/record-fixtures`.
@Suite struct OperatorFixtureTests {
  @Test("the index is there, with cases of every operator and every padding mode")
  func index() {
    #expect(RecordedCase.all.count >= 300)
    for name in OperatorName.allCases {
      #expect(RecordedCase.all.count { $0.words["operator"] == name.rawValue } >= 7, "\(name)")
    }
    for mode in PaddingMode.allCases where mode != .zeros {
      #expect(RecordedCase.all.contains { $0.words["padding-mode"] == mode.rawValue }, "\(mode)")
    }
    #expect(RecordedCase.all.contains { $0.isDouble })
  }

  @Test("axes and cells are those of PyTorch, within its rounding", arguments: RecordedCase.all.filter { !$0.isDouble })
  func matches(recorded: RecordedCase) throws {
    var arrays = try recorded.operands().mapValues { try $0.single }
    let (operation, parameters) = (try recorded.operation, try recorded.parameters())
    var call = try OperatorCall(operation, arrays: arrays, parameters: parameters)
    if let third = try recorded.thirdInput() {
      arrays[.input] = call.output()
      arrays[.secondInput] = try third.single
      call = try OperatorCall(operation, arrays: arrays, parameters: parameters)
    }
    let output = try #require(call.output())
    let double = try recorded.array("float64")
    let single = recorded.words["float32"] == nil ? nil : try recorded.array("float32")
    #expect(output.axes == double.axes)
    if let single { #expect(output.axes == single.axes) }
    guard output.axes == double.axes else { return }
    for (offset, value) in output.values.enumerated() {
      let cell = call.experiment.outputShape.coordinate(at: offset)
      let tolerance = FixtureTolerance(call.experiment, at: cell)
      Self.expect(value, double.values[offset], within: tolerance?.double(value), "float64 at \(offset)")
      guard let single else { continue }
      Self.expect(value, single.values[offset], within: tolerance?.single, "float32 at \(offset)")
    }
  }

  /// Expects a number near enough, or the same one after rounding; infinities and NaN as they are.
  private static func expect(_ value: Float, _ expected: Double, within tolerance: Double?, _ place: Comment) {
    if let tolerance, expected.isFinite, value.isFinite {
      #expect(abs(Double(value) - expected) <= tolerance, place)
    } else {
      let rounded = Float(expected)
      #expect(value == rounded || (value.isNaN && rounded.isNaN), place)
    }
  }

  @Test("float64 results are PyTorch's up to the order of the sum", arguments: RecordedCase.all.filter(\.isDouble))
  func doubles(recorded: RecordedCase) throws {
    let arrays = try recorded.operands().mapValues { try $0.double }
    let (operation, parameters) = (try recorded.operation, try recorded.parameters())
    let output = try #require(try DoubleOperatorCall(operation, arrays: arrays, parameters: parameters)?.output())
    let expected = try recorded.array("float64")
    #expect(output.axes == expected.axes)
    guard output.axes == expected.axes else { return }
    // The same with all magnitudes gives the sum of the magnitudes; each side is off by n·u of it, as in Float32.
    let magnitudes = try arrays.mapValues { try NDArray(axes: $0.axes, values: $0.values.map(abs)) }
    let sums = try #require(try DoubleOperatorCall(operation, arrays: magnitudes, parameters: parameters)?.output())
    let count = Double((arrays[.weights]?.values.count ?? 0) + 3)
    for offset in output.values.indices {
      let difference = abs(output.values[offset] - expected.values[offset])
      #expect(difference <= 2 * count * 0x1p-53 * sums.values[offset], "\(offset)")
    }
  }
}
