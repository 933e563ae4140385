import ConvolutionEngine
import TestSupport

@testable import Explorer

/// A small random convolution, and the mistakes one can make with it worked out in another way than the product does:
/// by loops over plain arrays, each mistake by what the person does.
///
/// All numbers are multiples of 1/64, so that every sum is exact in whatever order.
struct MistakenConvolution {
  var input: [[[Double]]]
  /// By filter, channel, row, column.
  var kernels: [[[[Double]]]]
  var bias: [Double]?
  var stride: (Int, Int)
  var dilation: (Int, Int)
  var padding: Int
  var mode: PaddingMode
  var isTurned: Bool

  init(using generator: inout SeededGenerator) {
    func number(_ generator: inout SeededGenerator) -> Double {
      Double(Int.random(in: -192...192, using: &generator)) / 64
    }
    let channels = Int.random(in: 1...2, using: &generator)
    let (height, width) = (Int.random(in: 5...8, using: &generator), Int.random(in: 5...8, using: &generator))
    let kernelHeight = Int.random(in: 1...3, using: &generator)
    let kernelWidth = Bool.random(using: &generator) ? kernelHeight : Int.random(in: 1...3, using: &generator)
    input = (0..<channels).map { _ in (0..<height).map { _ in (0..<width).map { _ in number(&generator) } } }
    kernels = (0..<Int.random(in: 1...2, using: &generator)).map { _ in
      (0..<channels).map { _ in (0..<kernelHeight).map { _ in (0..<kernelWidth).map { _ in number(&generator) } } }
    }
    bias = Bool.random(using: &generator) ? kernels.map { _ in number(&generator) } : nil
    stride = (Int.random(in: 1...3, using: &generator), Int.random(in: 1...3, using: &generator))
    dilation = (Int.random(in: 1...2, using: &generator), Int.random(in: 1...2, using: &generator))
    padding = Int.random(in: 0...2, using: &generator)
    mode = PaddingMode.allCases.randomElement(using: &generator) ?? .zeros
    isTurned = Bool.random(using: &generator)
  }

  /// The same as an experiment of the product.
  func experiment() throws -> Experiment {
    func tensor(_ values: [[[[Double]]]]) throws -> Tensor {
      try Tensor(
        shape: Shape(
          batch: values.count, channels: values[0].count, height: values[0][0].count, width: values[0][0][0].count),
        values: values.flatMap { $0.flatMap { $0.flatMap { $0.map { Float($0) } } } })
    }
    var operands = Operands([.input: try tensor([input]), .weights: try tensor(kernels)])
    if let bias { operands[.bias] = try tensor([bias.map { [[$0]] }]) }
    var parameters = Parameters(defaultsOf: OperatorDescription.conv2d.parameters)
    parameters[.stride] = .axes(PerAxis(vertical: stride.0, horizontal: stride.1))
    parameters[.dilation] = .axes(PerAxis(vertical: dilation.0, horizontal: dilation.1))
    parameters[.padding] = .sides(Padding(padding))
    parameters[.paddingMode] = .modes(PerAxis(mode))
    parameters[.flip] = .flag(isTurned)
    return try Experiment(operation: .conv2d, operands: operands, parameters: parameters)
  }

  struct Place: Equatable {
    var filter: Int
    var row: Int
    var column: Int
  }

  var height: Int { count(input[0].count, kernels[0][0].count, stride.0, dilation.0) }
  var width: Int { count(input[0][0].count, kernels[0][0][0].count, stride.1, dilation.1) }

  private func count(_ input: Int, _ kernel: Int, _ stride: Int, _ dilation: Int) -> Int {
    var count = 0
    while count * stride + (kernel - 1) * dilation < input + 2 * padding { count += 1 }
    return count
  }

  /// One output cell; nil where there is none.
  ///
  /// - Parameters:
  ///   - channels: the input channels that are added; nil for all.
  ///   - hasWeights: whether the cells are multiplied by the weights.
  ///   - hasLast: whether the last product, at the bottom right of the last channel, is added.
  func value(
    _ place: Place, channels: Range<Int>? = nil, hasWeights: Bool = true, hasLast: Bool = true
  ) -> Double? {
    guard (0..<kernels.count).contains(place.filter), (0..<height).contains(place.row),
      (0..<width).contains(place.column)
    else { return nil }
    var sum = bias?[place.filter] ?? 0
    for channel in channels ?? 0..<input.count {
      let kernel = kernels[place.filter][channel]
      for a in 0..<kernel.count {
        for b in 0..<kernel[0].count {
          let row = source(place.row * stride.0 + a * dilation.0 - padding, input[channel].count)
          let column = source(place.column * stride.1 + b * dilation.1 - padding, input[channel][0].count)
          guard let row, let column else { continue }
          let isLast = channel == input.count - 1 && a == kernel.count - 1 && b == kernel[0].count - 1
          if isLast && !hasLast { continue }
          let weight = isTurned ? kernel[kernel.count - 1 - a][kernel[0].count - 1 - b] : kernel[a][b]
          sum += input[channel][row][column] * (hasWeights ? weight : 1)
        }
      }
    }
    return sum
  }

  /// The index that a position outside is filled from, found by walking there.
  private func source(_ position: Int, _ count: Int) -> Int? {
    if (0..<count).contains(position) { return position }
    switch mode {
    case .zeros: return nil
    case .replicate: return position < 0 ? 0 : count - 1
    case .circular: return source(position < 0 ? position + count : position - count, count)
    case .reflect: return source(position < 0 ? -position : 2 * (count - 1) - position, count)
    }
  }

  /// The value after a change of the person's mind.
  private func value(_ place: Place, _ change: (inout MistakenConvolution) -> Void) -> [Double] {
    var other = self
    change(&other)
    return other.value(place).map { [$0] } ?? []
  }

  /// What each mistake leads to at a cell, in no order of likelihood.
  func mistakes(at place: Place) -> [Prediction.Mistake: [Double]] {
    var mistakes: [Prediction.Mistake: [Double]] = [:]
    func add(_ mistake: Prediction.Mistake, _ values: [Double]) { mistakes[mistake, default: []] += values }
    func neighbour(_ rows: Int, _ columns: Int) -> [Double] {
      value(Place(filter: place.filter, row: place.row + rows, column: place.column + columns)).map { [$0] } ?? []
    }
    add(.flippedSign, value(place).map { [-$0] } ?? [])
    if bias != nil { add(.forgotBias, value(place) { $0.bias = nil }) }
    if padding > 0 { add(.forgotPadding, value(place) { $0.padding = 0 }) }
    if mode != .zeros { add(.paddedWithZeros, value(place) { $0.mode = .zeros }) }
    if stride != (1, 1) {
      add(.ignoredStride, value(place) { $0.stride = (1, 1) })
      // From the window of the cell before, on by one input cell.
      var moved = place
      if place.column > 0 {
        (moved.row, moved.column) = (place.row * stride.0, (place.column - 1) * stride.1 + 1)
      } else {
        (moved.row, moved.column) = ((place.row - 1) * stride.0 + 1, 0)
      }
      add(.ignoredStride, value(moved) { $0.stride = (1, 1) })
    }
    if dilation != (1, 1) { add(.ignoredDilation, value(place) { $0.dilation = (1, 1) }) }
    add(isTurned ? .unturnedKernel : .turnedKernel, value(place) { $0.isTurned.toggle() })
    if kernels[0][0].count == kernels[0][0][0].count {
      add(
        .transposedKernel,
        value(place) { other in
          other.kernels = kernels.map { filter in
            filter.map { kernel in kernel.indices.map { row in kernel.indices.map { kernel[$0][row] } } }
          }
        })
    }
    add(.cellLeft, neighbour(0, -1))
    add(.cellRight, neighbour(0, 1))
    add(.cellAbove, neighbour(-1, 0))
    add(.cellBelow, neighbour(1, 0))
    let offset = (place.filter * height + place.row) * width + place.column
    func numbered(_ offset: Int) -> [Double] {
      guard offset >= 0 else { return [] }
      let (filter, rest) = offset.quotientAndRemainder(dividingBy: height * width)
      return value(Place(filter: filter, row: rest / width, column: rest % width)).map { [$0] } ?? []
    }
    if place.column == 0 { add(.previousCell, numbered(offset - 1)) }
    if place.column == width - 1 { add(.nextCell, numbered(offset + 1)) }
    add(.swappedAxes, value(Place(filter: place.filter, row: place.column, column: place.row)).map { [$0] } ?? [])
    if let sum = value(place, hasWeights: false) { add(.withoutWeights, [sum, sum - (bias?[place.filter] ?? 0)]) }
    if input.count * kernels[0][0].count * kernels[0][0][0].count > 1 {
      add(.forgotLastTerm, value(place, hasLast: false).map { [$0] } ?? [])
    }
    if input.count > 1 {
      for channel in input.indices {
        guard let sum = value(place, channels: channel..<(channel + 1)) else { continue }
        add(.onlyOneChannel, [sum, sum - (bias?[place.filter] ?? 0)])
      }
    }
    return mistakes
  }
}
