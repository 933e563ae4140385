/// A filter over planes: the convolution in float32 where each output channel sees one input channel, stride and dilation 1.
///
/// One picture and one kernel first of all; batches, several filters of one channel and depthwise convolutions go plane by plane.
/// Bands of output rows are swept from left to right, some rows at a time in registers, and cells are read where they lie in the
/// picture. Only what stands at its borders is laid out with ghosts (`FilterBand`): rows above and below are the picture's own or
/// a row of zeros. A picture larger than the caches is fetched ahead and written past them.
///
/// Sums are float32, kernel column after kernel column, the bias last: with t taps, a cell differs from the reference by no more
/// than (t + 1) · 2⁻²⁴ · Σ |weight · value|, plus one rounding for the bias. A cell's steps depend on nothing but the kernel: the
/// result is bit-equal for any number of workers and for any part of the output that is computed again, and not across vector
/// widths with and without a fused multiply-add.
public struct FilterConvolution: Sendable {
  let convolution: Convolution
  let kernels: VectorKernels
  let band: FilterBand
  /// Whether the picture is larger than the caches.
  private let streams: Bool

  /// The most rows of a band, and the bands asked for where there are rows enough: four for each of four workers.
  private static let mostRows = 64
  private static let wantedBands = 16

  /// The most cells that a worker lays out, 16 MiB: wide padding of a small picture under a large kernel is no filter's work.
  static let mostCells = 1 << 22

  /// The least output that is written past the caches: about from here on the next reader finds nothing of it in them anyway,
  /// and 3×3 taps take 0.55 of the time at 2048×2048, but 1.2 of it at 512×512.
  static let cellsBeyondCaches = 2 << 20

  /// nil where an output channel sees several input channels, where a stride or a dilation is not 1, or a scale stands between
  /// sum and bias, and where padding makes a giant of a small picture.
  public init?(of convolution: Convolution, kernels: VectorKernels = .best) {
    self.init(of: convolution, kernels: kernels, cellsBeyondCaches: Self.cellsBeyondCaches)
  }

  /// - Parameter cellsBeyondCaches: the least output that is written past the caches.
  init?(of convolution: Convolution, kernels: VectorKernels, cellsBeyondCaches: Int) {
    let (shape, geometry) = (convolution.weights, convolution.geometry)
    guard convolution.sampleStep == 1, convolution.output.count > 0, shape.channels == 1,
      geometry.stride == PerAxis(1),
      geometry.vertical.dilation == 1 || shape.height == 1, geometry.horizontal.dilation == 1 || shape.width == 1
    else { return nil }
    let step = kernels.filterRows
    let rows = min(Self.mostRows, (convolution.output.height + Self.wantedBands - 1) / Self.wantedBands)
    let band = FilterBand(convolution, kernels: kernels, rows: (rows + step - 1) / step * step)
    guard band.cellCount <= Self.mostCells else { return nil }
    self.convolution = convolution
    self.kernels = kernels
    self.band = band
    streams = convolution.output.count >= cellsBeyondCaches
  }

  private var bandsPerPlane: Int { (convolution.output.height + band.rows - 1) / band.rows }

  /// Weights and bias as the filter reads them; may be used for any number of calls, on any vector width.
  ///
  /// The tensors must have the shapes that the convolution was made with.
  public func pack(weights: Tensor, bias: Tensor?) -> PackedKernels {
    PackedKernels(of: convolution, weights: weights, bias: bias)
  }

  /// All output cells, into memory of the caller's.
  ///
  /// - Parameters:
  ///   - input: the input's cells, N×C×H×W.
  ///   - output: as many cells as the output has; no other cell is written.
  ///   - workers: who may work; little work is done by the caller alone.
  /// - Complexity: O(output × kH × kW).
  public func run(
    input: UnsafeBufferPointer<Float>, filters: PackedKernels, output: UnsafeMutableBufferPointer<Float>,
    workspace: Workspace, workers: Workers = .all
  ) {
    precondition(input.count == convolution.input.count, "the input is not the one the convolution was made for")
    precondition(output.count == convolution.output.count, "the output has another number of cells")
    precondition(filters.shape == convolution.weights, "the filters were packed for another convolution")
    guard let inputCells = input.baseAddress, let outputCells = output.baseAddress else { return }
    let pieces = convolution.output.batch * convolution.output.channels * bandsPerPlane
    let products = Double(convolution.output.count) * Double(convolution.tapsPerCell + 4)
    let crew = workers.worth(products: products).atMost(pieces)
    let zeros = workspace.floats(band.zeroCount + band.cellCount * crew.most)
    guard let zeroCells = zeros.baseAddress else { return }
    zeroCells.update(repeating: 0, count: band.zeroCount)
    // Safety: all three outlive `perform`; pieces write disjoint rows of the output, and each worker has its own part of the
    // workspace behind the zeros, which nobody writes any more. Addresses, since pointers may not cross threads.
    let (scratch, source) = (UInt(bitPattern: zeroCells), UInt(bitPattern: inputCells))
    let target = UInt(bitPattern: outputCells)
    SharedWork.perform(count: pieces, workers: crew) { piece, worker in
      guard
        let zeros = UnsafeMutablePointer<Float>(bitPattern: scratch),
        let source = UnsafePointer<Float>(bitPattern: source),
        let target = UnsafeMutablePointer<Float>(bitPattern: target)
      else { return }
      let own = zeros + band.zeroCount + worker * band.cellCount
      compute(
        piece, input: source, filters: filters, output: target,
        scratch: FilterBand.Scratch(band: band, zeros: UnsafePointer(zeros), cells: own))
    }
  }

  /// One band of one output plane.
  private func compute(
    _ piece: Int, input: UnsafePointer<Float>, filters: PackedKernels, output: UnsafeMutablePointer<Float>,
    scratch: FilterBand.Scratch
  ) {
    let (plane, index) = piece.quotientAndRemainder(dividingBy: bandsPerPlane)
    let (picture, filter) = plane.quotientAndRemainder(dividingBy: convolution.output.channels)
    let channel = picture * convolution.input.channels + convolution.inputChannels(ofFilter: filter).lowerBound
    let first = index * band.rows
    let rows = first..<min(first + band.rows, convolution.output.height)
    let target = output + (plane * convolution.output.height + first) * convolution.output.width
    filters.withKernel(filter) { weights, bias in
      band.fill(
        rows: rows, of: input + channel * convolution.input.height * convolution.input.width, weights: weights,
        bias: bias, to: target, scratch: scratch, streams: streams)
    }
  }
}

/// Kernels and bias in the order in which a filter reads them: kernel column after kernel column, as they lie over a window.
public struct PackedKernels: Sendable {
  let shape: Shape
  private(set) var weights: [Float]
  private(set) var bias: [Float]

  init(of convolution: Convolution, weights: Tensor, bias: Tensor?) {
    precondition(weights.shape == convolution.weights, "the weights are not those the convolution was made for")
    precondition(bias.map { $0.values.count == convolution.output.channels } ?? true, "one bias value for each filter")
    shape = weights.shape
    self.weights = []
    self.weights.reserveCapacity(shape.count)
    for filter in 0..<shape.batch {
      for column in 0..<shape.width {
        for row in 0..<shape.height {
          self.weights.append(
            weights[convolution.weightCoordinate(filter: filter, channel: 0, row: row, column: column)])
        }
      }
    }
    self.bias = bias?.values ?? Array(repeating: 0, count: shape.batch)
  }

  /// The taps of one filter, kH·kW of them, and its bias.
  @inline(__always)
  func withKernel(_ filter: Int, _ body: (_ weights: UnsafePointer<Float>, _ bias: Float) -> Void) {
    let (first, bias) = (filter * shape.height * shape.width, bias[filter])
    weights.withUnsafeBufferPointer { weights in
      guard let weights = weights.baseAddress else { return }
      body(weights + first, bias)
    }
  }
}
