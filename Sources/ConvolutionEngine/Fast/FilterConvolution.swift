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
  // Sizes that calls of a few nanoseconds have no time to multiply.
  let inputCount: Int
  let outputCount: Int
  let inputPlane: Int
  let outputPlane: Int
  /// The filters of each input channel.
  let filtersPerChannel: Int
  /// Rows and columns of the input whose cells are far enough from all borders for an edit to reach no ghost.
  let inside: PerAxis<Range<Int>>
  /// For planes that are too small for bands; nil for others.
  private let tiny: TinyConvolution?
  /// The work, in products.
  private let products: Double
  /// Whether the picture is larger than the caches.
  private let streams: Bool

  /// The most rows of a band, and the bands asked for where there are rows enough: four for each of four workers.
  private static let mostRows = 64
  private static let wantedBands = 16

  /// Sizes at which other ways of working begin; for tests that want them at smaller ones.
  struct Limits {
    /// The largest output along each axis that is made as a whole.
    var tinyPlane = TinyConvolution.largestPlane
    /// The least output that is written past the caches: about from here on the next reader finds nothing of it in them
    /// anyway, and 3×3 taps take 0.55 of the time at 2048×2048, but 1.2 of it at 512×512.
    var cellsBeyondCaches = 2 << 20
  }

  /// nil where an output channel sees several input channels, where a stride or a dilation is not 1, or a scale stands between
  /// sum and bias, and where padding makes a giant of a small picture.
  public init?(of convolution: Convolution, kernels: VectorKernels = .best) {
    self.init(of: convolution, kernels: kernels, limits: Limits())
  }

  init?(of convolution: Convolution, kernels: VectorKernels, limits: Limits) {
    let (shape, geometry) = (convolution.weights, convolution.geometry)
    guard convolution.sampleStep == 1, convolution.output.count > 0, shape.channels == 1,
      geometry.stride == PerAxis(1),
      geometry.vertical.dilation == 1 || shape.height == 1, geometry.horizontal.dilation == 1 || shape.width == 1
    else { return nil }
    let step = kernels.filterRows
    // Each cell is taken for four products more.
    products = Double(convolution.output.count) * Double(convolution.tapsPerCell + 4)
    let isShared = products >= Double(Workers.productsWorthSharingInBurst)
    let wanted = (convolution.output.height + Self.wantedBands - 1) / Self.wantedBands
    let rows = isShared ? min(Self.mostRows, wanted) : Self.mostRows
    let band = FilterBand(convolution, kernels: kernels, rows: (rows + step - 1) / step * step)
    guard band.cellCount <= SharedWork.mostOwn else { return nil }
    self.convolution = convolution
    self.kernels = kernels
    inputCount = convolution.input.count
    outputCount = convolution.output.count
    inputPlane = convolution.input.height * convolution.input.width
    outputPlane = convolution.output.height * convolution.output.width
    filtersPerChannel = convolution.output.channels / convolution.groups
    inside = Self.inside(convolution)
    self.band = band
    tiny = TinyConvolution(of: convolution, kernels: kernels, largestPlane: limits.tinyPlane)
    streams = convolution.output.count >= limits.cellsBeyondCaches
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
    precondition(input.count == inputCount, "the input is not the one the convolution was made for")
    precondition(output.count == outputCount, "the output has another number of cells")
    precondition(filters.shape == convolution.weights, "the filters were packed for another convolution")
    guard let inputCells = input.baseAddress, let outputCells = output.baseAddress else { return }
    if let tiny { return fill(outputCells, from: inputCells, by: tiny, filters: filters, workspace: workspace) }
    let pieces = convolution.output.batch * convolution.output.channels * bandsPerPlane
    SharedWork.perform(
      count: pieces, workers: workers.worth(products: products), input: inputCells, output: outputCells,
      workspace: workspace, zeros: convolution.input.width, own: band.cellCount
    ) { piece, memory in
      compute(
        piece, input: memory.input, filters: filters, output: memory.output,
        scratch: FilterBand.Scratch(band: band, zeros: memory.zeros, cells: memory.own))
    }
  }

  /// Small planes, one after the other.
  private func fill(
    _ output: UnsafeMutablePointer<Float>, from input: UnsafePointer<Float>, by tiny: TinyConvolution,
    filters: PackedKernels, workspace: Workspace
  ) {
    guard let padded = workspace.floats(tiny.cellCount).baseAddress else { return }
    for plane in 0..<(convolution.output.batch * convolution.output.channels) {
      let (source, filter) = operands(ofPlane: plane)
      filters.withKernel(filter) { weights, bias in
        tiny.fill(
          output + plane * outputPlane, from: input + source,
          weights: weights, bias: bias, padded: padded)
      }
    }
  }

  /// The first cell of the input plane that an output plane sees, and the filter that makes it.
  private func operands(ofPlane plane: Int) -> (source: Int, filter: Int) {
    let (picture, filter) = plane.quotientAndRemainder(dividingBy: convolution.output.channels)
    let channel = picture * convolution.input.channels + filter / filtersPerChannel
    return (channel * inputPlane, filter)
  }

  /// One band of one output plane.
  private func compute(
    _ piece: Int, input: UnsafePointer<Float>, filters: PackedKernels, output: UnsafeMutablePointer<Float>,
    scratch: FilterBand.Scratch
  ) {
    let (plane, index) = piece.quotientAndRemainder(dividingBy: bandsPerPlane)
    let (source, filter) = operands(ofPlane: plane)
    let first = index * band.rows
    let rows = first..<min(first + band.rows, convolution.output.height)
    let target = output + (plane * convolution.output.height + first) * convolution.output.width
    filters.withKernel(filter) { weights, bias in
      band.fill(
        rows: rows, of: input + source, weights: weights,
        bias: bias, to: target, scratch: scratch, streams: streams)
    }
  }
}
