import Testing

@testable import ConvolutionEngine

@Suite struct FilterEditingTests {
  private func run(_ filter: FilterConvolution, _ input: [Float], _ filters: PackedKernels) -> [Float] {
    Surrounded.output(count: filter.convolution.output.count, input: input) { input, output in
      filter.run(input: input, filters: filters, output: output, workspace: Workspace())
    }
  }

  /// Edits each of `cells` in turn; after each, expects the output to have the bits of a run, and cells that no window of the edited
  /// one made to be untouched.
  private func check(_ convolution: Convolution, cells: [Coordinate], _ generator: inout SplitMix64) throws {
    let (input, weights) = try (generator.fractions(convolution.input), generator.fractions(convolution.weights))
    for kernels in VectorKernels.available {
      let filter = try #require(FilterConvolution(of: convolution, kernels: kernels))
      let filters = filter.pack(weights: weights, bias: nil)
      var edited = input
      var output = run(filter, edited.values, filters)
      for cell in cells {
        edited[cell] = Float(generator.integer(1...99))
        output = Surrounded.output(count: output.count, initial: output, input: edited.values) { input, output in
          filter.update(
            afterEditOf: cell, input: input, filters: filters, output: output, workspace: Workspace())
        }
        let expected = run(filter, edited.values, filters)
        #expect(output.map(\.bitPattern) == expected.map(\.bitPattern), "\(kernels.name): \(cell)")
      }
    }
  }

  @Test(
    "an edited cell leaves the bits of a run, at every cell of a picture, whatever stands beyond its borders",
    arguments: PaddingMode.allCases)
  func everyCell(mode: PaddingMode) throws {
    var generator = SplitMix64(seed: 1)
    for (kernel, padding) in [(3, 1), (2, 1), (5, 2)] {
      let options = ConvolutionCase(
        input: PerAxis(vertical: 14, horizontal: 11), kernel: PerAxis(vertical: kernel, horizontal: 3),
        padding: Padding(top: padding, left: 1, bottom: padding, right: 2), mode: PerAxis(mode))
      let convolution = try options.convolution
      let inside = FilterConvolution.inside(convolution)
      #expect(!inside.vertical.isEmpty && !inside.horizontal.isEmpty, "both ways of an update have cells")
      let cells = (0..<convolution.input.count).map { convolution.input.coordinate(at: $0) }
      try check(convolution, cells: cells, &generator)
    }
  }

  @Test("an edited cell leaves the bits of a run in pictures of several bands, and under large kernels")
  func largePictures() throws {
    var generator = SplitMix64(seed: 2)
    for kernel in [3, 4, 9, 15] {
      let options = ConvolutionCase(
        input: PerAxis(vertical: 70, horizontal: 53), kernel: PerAxis(kernel), padding: Padding(kernel / 2),
        orientation: .convolution)
      let convolution = try options.convolution
      let cells = (0..<6).map { _ in
        Coordinate(batch: 0, channel: 0, row: generator.integer(0...69), column: generator.integer(0...52))
      }
      try check(convolution, cells: cells, &generator)
    }
  }

  @Test("an edited cell reaches every filter of its channel and no other")
  func groups() throws {
    var generator = SplitMix64(seed: 3)
    let convolution = try Convolution(
      input: Shape(batch: 2, channels: 2, height: 6, width: 8),
      weights: Shape(batch: 4, channels: 1, height: 3, width: 3), geometry: ConvolutionGeometry(padding: Padding(1)),
      groups: 2)
    let cells = [(0, 0), (0, 1), (1, 0), (1, 1)].map { Coordinate(batch: $0, channel: $1, row: 3, column: 4) }
    try check(convolution, cells: cells, &generator)
  }

  @Test("an edited weight of a small kernel leaves the bits of a run, and is in the packed kernel from then on")
  func smallKernel() throws {
    var generator = SplitMix64(seed: 4)
    let options = ConvolutionCase(input: PerAxis(9), padding: Padding(1), orientation: .convolution)
    let convolution = try options.convolution
    let (input, weights) = try (generator.fractions(convolution.input), generator.fractions(convolution.weights))
    let filter = try #require(FilterConvolution(of: convolution))
    var filters = filter.pack(weights: weights, bias: nil)
    let place = Coordinate(batch: 0, channel: 0, row: 0, column: 2)
    let old = filters.weight(at: place)
    #expect(old == weights[place])
    filters.set(0.25, at: place)
    var made = FilterConvolution.EditedOutput.approximate
    let output = Surrounded.output(
      count: convolution.output.count, initial: run(filter, input.values, filters), input: input.values
    ) { input, output in
      made = filter.update(
        afterEditOf: place, from: old, input: input, filters: filters, output: output, workspace: Workspace())
    }
    #expect(made == .exact)
    var edited = weights
    edited[place] = 0.25
    #expect(output == run(filter, input.values, filter.pack(weights: edited, bias: nil)))
  }

  @Test(
    "edited weights of a larger kernel stay within three roundings an edit, whatever stands beyond the borders",
    arguments: PaddingMode.allCases)
  func largeKernel(mode: PaddingMode) throws {
    var generator = SplitMix64(seed: 5)
    let options = ConvolutionCase(
      filters: 2, input: PerAxis(vertical: 12, horizontal: 37), kernel: PerAxis(vertical: 4, horizontal: 7),
      padding: Padding(top: 3, left: 2, bottom: 1, right: 6), mode: PerAxis(mode), orientation: .convolution)
    let convolution = try options.convolution
    let input = try generator.fractions(convolution.input)
    for kernels in VectorKernels.available {
      var weights = try generator.fractions(convolution.weights)
      let filter = try #require(FilterConvolution(of: convolution, kernels: kernels))
      var filters = filter.pack(weights: weights, bias: nil)
      var output = run(filter, input.values, filters)
      let edits = 8
      for edit in 0..<edits {
        let place = Coordinate(
          batch: edit % 2, channel: 0, row: generator.integer(0...3), column: generator.integer(0...6))
        let (old, new) = (weights[place], Float(generator.integer(-8...8)) / 8)
        weights[place] = new
        filters.set(new, at: place)
        output = Surrounded.output(count: output.count, initial: output, input: input.values) { input, output in
          let made = filter.update(
            afterEditOf: place, from: old, input: input, filters: filters, output: output, workspace: Workspace())
          #expect(made == .approximate)
        }
      }
      let expected = ReferenceConvolution.output(of: convolution, input: input, weights: weights)
      // Weights and inputs are at most 1: sums, and products with a change, at most twice the taps. A run is off by 2t + 2 roundings,
      // and each edit by one of the change, one of the product and one of the sum.
      let most = 2 * Float(convolution.tapsPerCell)
      let bound = Float(2 * convolution.tapsPerCell + 2 + 3 * edits) * 0x1p-24 * most
      let wrong = output.indices.filter { !(abs(output[$0] - expected.values[$0]) <= bound) }
      #expect(wrong.isEmpty, "\(kernels.name): \(wrong.count) of \(output.count) cells, first at \(wrong.first ?? 0)")
    }
  }
}
