import ConvolutionEngine
import Testing

/// Shapes, weights and products of single layers, worked out by hand or with PyTorch 2.13.
@Suite struct LayerShapeTests {
  private func maps(_ channels: Int, _ height: Int, _ width: Int) throws -> ActivationShape {
    try ActivationShape(channels: channels, height: height, width: width)
  }

  private func output(_ layer: some Layer, _ inputs: ActivationShape...) throws -> [Int] {
    try layer.outputShape(for: inputs).axes
  }

  @Test("a convolution, with weights in PyTorch's order")
  func convolution() throws {
    let input = try maps(6, 9, 8)
    let layer = Conv2DLayer(filters: 4, kernel: 3, stride: 2, padding: 1, groups: 2)
    #expect(try output(layer, input) == [4, 5, 4])
    #expect(try layer.tensors(for: [input]).map(\.axes) == [[4, 3, 3, 3], [4]])
    #expect(try layer.tensors(for: [input]).map(\.stateName) == ["weight", "bias"])
    // 4·5·4 outputs, each of 3·3·3 products; the bias adds none.
    #expect(try layer.multiplyAccumulates(for: [input]) == 80 * 27)
    #expect(
      try Conv2DLayer(filters: 4, kernel: 3, stride: 2, padding: 1, groups: 2, hasBias: false)
        .multiplyAccumulates(for: [input]) == 80 * 27)
  }

  @Test("a transposed convolution of stride 2 costs a product for each input cell and weight, not for each output cell")
  func transposed() throws {
    let input = try maps(8, 5, 7)
    let layer = ConvTranspose2DLayer(filters: 4, kernel: 3, stride: 2, padding: 1, outputPadding: 1)
    #expect(try output(layer, input) == [4, 10, 14])
    #expect(try layer.tensors(for: [input]).map(\.axes) == [[8, 4, 3, 3], [4]])
    #expect(try layer.multiplyAccumulates(for: [input]) == 8 * 5 * 7 * 4 * 9)
  }

  @Test("a grouped transposed convolution divides the outputs of each input channel, weights C×(O/groups)")
  func groupedTransposed() throws {
    let input = try maps(8, 5, 7)
    let layer = ConvTranspose2DLayer(filters: 4, kernel: 3, stride: 2, groups: 4)
    #expect(try output(layer, input) == [4, 11, 15])
    #expect(try layer.tensors(for: [input]).map(\.axes) == [[8, 1, 3, 3], [4]])
    #expect(try layer.multiplyAccumulates(for: [input]) == 8 * 5 * 7 * 9)
  }

  @Test("a transposed convolution costs as much as the convolution whose adjoint it is")
  func adjoint() throws {
    let coarse = try maps(8, 5, 7)
    let up = ConvTranspose2DLayer(filters: 6, kernel: 4, stride: 2, padding: 1, groups: 2)
    let fine = try up.outputShape(for: [coarse])
    let down = Conv2DLayer(filters: 8, kernel: 4, stride: 2, padding: 1, groups: 2)
    #expect(try down.outputShape(for: [fine]) == coarse)
    #expect(try up.multiplyAccumulates(for: [coarse]) == down.multiplyAccumulates(for: [fine]))
    #expect(try up.tensors(for: [coarse])[0].axes == down.tensors(for: [fine])[0].axes)
  }

  @Test("pools: the stride is the size of the window unless told otherwise")
  func pools() throws {
    let input = try maps(3, 7, 10)
    #expect(try output(MaxPool2DLayer(kernel: 2), input) == [3, 3, 5])
    #expect(try output(MaxPool2DLayer(kernel: 3, stride: 2, padding: 1), input) == [3, 4, 5])
    #expect(try output(MaxPool2DLayer(kernel: 2, stride: 1, dilation: 3), input) == [3, 4, 7])
    #expect(try output(AvgPool2DLayer(kernel: 3), input) == [3, 2, 3])
    #expect(try output(AdaptiveAvgPool2DLayer(outputSize: PerAxis(vertical: 2, horizontal: 5)), input) == [3, 2, 5])
    #expect(try output(AdaptiveMaxPool2DLayer(outputSize: PerAxis(9)), input) == [3, 9, 9])
    #expect(try output(GlobalAvgPool2DLayer(), input) == [3, 1, 1])
  }

  @Test("linear layers work on the last axis, and have as many inputs as they get")
  func linear() throws {
    let layer = LinearLayer(features: 10)
    let vector = try ActivationShape(features: 784)
    #expect(try output(layer, vector) == [10])
    #expect(try layer.tensors(for: [vector]).map(\.axes) == [[10, 784], [10]])
    #expect(try layer.multiplyAccumulates(for: [vector]) == 7840)
    #expect(try output(layer, maps(2, 3, 4)) == [2, 3, 10])
    #expect(try layer.multiplyAccumulates(for: [maps(2, 3, 4)]) == 2 * 3 * 4 * 10)
  }

  @Test("layers cell by cell keep the shape, and batch norms keep statistics that are not trained")
  func cellwise() throws {
    let input = try maps(3, 4, 5)
    let layers: [any Layer] = [
      ReLULayer(), LeakyReLULayer(), SigmoidLayer(), TanhLayer(), SoftmaxLayer(), DropoutLayer(), BatchNormLayer(),
    ]
    for layer in layers { #expect(try layer.outputShape(for: [input]) == input, "\(layer.kind)") }
    let tensors = try BatchNormLayer().tensors(for: [input])
    #expect(tensors.map(\.stateName) == ["weight", "bias", "running_mean", "running_var"])
    #expect(tensors.map(\.isTrainable) == [true, true, false, false])
    #expect(tensors.allSatisfy { $0.axes == [3] })
  }

  @Test("flatten, pad and nearest sampling")
  func rearranging() throws {
    let input = try maps(3, 4, 5)
    #expect(try output(FlattenLayer(), input) == [60])
    #expect(try output(PadLayer(padding: Padding(top: 1, left: 2, bottom: 3, right: 4)), input) == [3, 8, 11])
    #expect(try output(UpsampleNearestLayer(scale: PerAxis(vertical: 2, horizontal: 1.5)), input) == [3, 8, 7])
  }

  @Test("joins of two and more")
  func joins() throws {
    let (a, b) = (try maps(3, 4, 5), try maps(2, 4, 5))
    #expect(try output(AddLayer(), a, a, a) == [3, 4, 5])
    #expect(try output(ConcatLayer(), a, b, b) == [7, 4, 5])
    #expect(try output(ConcatLayer(), ActivationShape(features: 3), ActivationShape(features: 4)) == [7])
  }

  @Test("what does not fit is refused with its facts")
  func refusals() throws {
    let (maps, vector) = (try maps(3, 4, 5), try ActivationShape(features: 60))
    func expect(_ error: LayerError, _ layer: some Layer, _ inputs: ActivationShape...) {
      #expect(throws: error) { try layer.outputShape(for: inputs) }
    }
    expect(.vectorInput(vector), Conv2DLayer(filters: 2, kernel: 3), vector)
    expect(
      .operation(.convolution(.groups(2, channels: 3, filters: 2))), Conv2DLayer(filters: 2, kernel: 3, groups: 2), maps
    )
    expect(
      .operation(.convolution(.groups(0, channels: 3, filters: 2))), Conv2DLayer(filters: 2, kernel: 3, groups: 0), maps
    )
    expect(.outputs(0, legal: 1...(1 << 30)), LinearLayer(features: 0), vector)
    expect(.operation(.convolution(.geometry(.emptyKernel(axis: .vertical)))), Conv2DLayer(filters: 2, kernel: 0), maps)
    expect(
      .operation(.convolution(.geometry(.kernelDoesNotFit(effectiveExtent: 5, paddedInput: 4, axis: .vertical)))),
      Conv2DLayer(filters: 2, kernel: 5), maps)
    expect(
      .operation(.convolution(.geometry(.stride(0, axis: .vertical)))), MaxPool2DLayer(kernel: 2, stride: 0), maps)
    expect(
      .operation(.mismatch(.input, [1, 3, 4, 5], .secondInput, [1, 60], rule: .equal)), AddLayer(), maps, vector)
    expect(.inputCount(1, legal: 2...Int.max), AddLayer(), maps)
  }

  @Test("sizes beyond all memory are refused, not trapped on")
  func overflow() throws {
    #expect(throws: LayerError.activationAxes([1 << 31, 1 << 31, 1 << 31])) {
      try maps(1 << 31, 1 << 31, 1 << 31)
    }
    #expect(throws: LayerError.activationAxes([0])) { try ActivationShape(features: 0) }
    #expect(throws: LayerError.activationAxes([3, 4])) { try ActivationShape(axes: [3, 4]) }
    let huge = try maps(1, 1 << 31, 1 << 31)
    let layers: [any Layer] = [
      Conv2DLayer(filters: 1 << 40, kernel: 1 << 40), Conv2DLayer(filters: 1 << 30, kernel: 1 << 30),
      Conv2DLayer(filters: 2, kernel: 3, stride: .max), Conv2DLayer(filters: 2, kernel: 3, padding: .max),
      ConvTranspose2DLayer(filters: 1 << 30, kernel: 1 << 20, stride: 1 << 30),
      MaxPool2DLayer(kernel: .max), AvgPool2DLayer(kernel: 3, padding: .max),
      AdaptiveAvgPool2DLayer(outputSize: PerAxis(.max)), UpsampleNearestLayer(scale: PerAxis(1e300)),
      PadLayer(padding: Padding(.max)),
    ]
    for layer in layers { #expect(throws: LayerError.self, "\(layer)") { try layer.outputShape(for: [huge]) } }
    let wide = try ActivationShape(features: 1 << 61)
    #expect(throws: LayerError.uncountable(.parameters)) { try LinearLayer(features: 8).tensors(for: [wide]) }
    #expect(throws: LayerError.uncountable(.multiplyAccumulates)) {
      try LinearLayer(features: 8).multiplyAccumulates(for: [wide])
    }
  }
}
