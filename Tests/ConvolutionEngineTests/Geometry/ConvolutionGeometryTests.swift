import ConvolutionEngine
import Testing

@Suite struct ConvolutionGeometryTests {
  static let uneven = Padding(top: 1, left: 2, bottom: 3, right: 4)

  @Test("what goes in comes out, each value on its own axis and side")
  func roundTrip() throws {
    let geometry = try ConvolutionGeometry(
      stride: PerAxis(vertical: 2, horizontal: 3), dilation: PerAxis(vertical: 4, horizontal: 5), padding: Self.uneven,
      mode: PerAxis(vertical: .reflect, horizontal: .circular))
    #expect(geometry.stride == PerAxis(vertical: 2, horizontal: 3))
    #expect(geometry.dilation == PerAxis(vertical: 4, horizontal: 5))
    #expect(geometry.padding == Self.uneven)
    #expect(geometry.mode == PerAxis(vertical: .reflect, horizontal: .circular))
    #expect(geometry.vertical.paddingBefore == 1 && geometry.vertical.paddingAfter == 3)
    #expect(geometry.horizontal.paddingBefore == 2 && geometry.horizontal.paddingAfter == 4)
  }

  @Test("rows and columns have their own output sizes")
  func outputSize() throws {
    let geometry = try ConvolutionGeometry(
      stride: PerAxis(vertical: 2, horizontal: 1), dilation: PerAxis(vertical: 1, horizontal: 3), padding: Self.uneven)
    let size = geometry.outputSize(
      input: PerAxis(vertical: 5, horizontal: 6), kernel: PerAxis(vertical: 2, horizontal: 4))
    // ⌊(5 + 4 − 2) / 2⌋ + 1 and (6 + 6 − 10) + 1.
    #expect(size == PerAxis(vertical: 4, horizontal: 3))
  }

  @Test("an error names the axis it is on")
  func axes() throws {
    #expect(throws: GeometryError.stride(0, axis: .horizontal)) {
      try ConvolutionGeometry(stride: PerAxis(vertical: 1, horizontal: 0))
    }
    #expect(throws: GeometryError.padding(-1, axis: .vertical)) {
      try ConvolutionGeometry(padding: Padding(top: 0, left: 0, bottom: -1, right: 0))
    }
    #expect(throws: GeometryError.kernelDoesNotFit(effectiveExtent: 5, paddedInput: 4, axis: .horizontal)) {
      try ConvolutionGeometry().validate(
        input: PerAxis(vertical: 9, horizontal: 4), kernel: PerAxis(vertical: 3, horizontal: 5))
    }
  }
}
