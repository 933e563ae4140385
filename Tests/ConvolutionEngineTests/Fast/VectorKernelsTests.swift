import Testing

@testable import ConvolutionEngine

@Suite struct VectorKernelsTests {
  @Test("the baseline's kernels exist on every processor, and the best ones are among those that it runs")
  func available() {
    let names = VectorKernels.available.map(\.name)
    #expect(names.last == "plain")
    #expect(names.contains(VectorKernels.best.name))
    #expect(VectorKernels(named: "mmx") == nil)
  }

  @Test("a row is split into every step-th cell, whatever its length", arguments: [1, 2, 3, 4])
  func split(step: Int) {
    for kernels in VectorKernels.available {
      for count in [0, 1, step, 4 * step * kernels.lanes - 1, 4 * step * kernels.lanes, 4 * step * kernels.lanes + 1] {
        let source = (0..<count).map { Float($0) }
        let stride = count / step + 2
        var target = Array(repeating: Float(-1), count: step * stride)
        kernels.table.split(source, count, step, &target, stride)
        var expected = Array(repeating: Float(-1), count: step * stride)
        for index in 0..<count { expected[index % step * stride + index / step] = Float(index) }
        #expect(target == expected, "\(kernels.name), \(count) cells")
      }
    }
  }

  @Test("rows are copied without a cell more, around every length of a vector")
  func copy() {
    for kernels in VectorKernels.available {
      for count in 0...(2 * kernels.lanes + 1) {
        let stride = count + 3
        let source = (0..<(2 * stride)).map { Float($0) }
        var target = Array(repeating: Float(-1), count: 2 * stride)
        kernels.table.copy(2, count, source, stride, &target, stride)
        let expected = source.indices.map { $0 % stride < count ? source[$0] : -1 }
        #expect(target == expected, "\(kernels.name), \(count) cells")
      }
    }
  }
}
