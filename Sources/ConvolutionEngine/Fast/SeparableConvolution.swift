/// A filter over planes whose kernel is a column times a row (`SeparableKernels`), in float32: kH + kW products for a cell
/// instead of kH·kW.
///
/// Some output rows at a time, the column goes over the picture where it lies, into rows that stay in a worker's cache; these
/// get their ghosts, which are the same sums as those of the cells that they repeat, and the row goes over them.
///
/// Sums are float32: a cell differs from the reference by no more than (2·kH + 2·kW + 4) · 2⁻²⁴ · Σ |weight · value|, and by what
/// the kernel may differ from an outer product, 2⁻²² of its largest weight for each tap. The result is bit-equal for any number of
/// workers.
public struct SeparableConvolution: Sendable {
  let convolution: Convolution
  let kernels: VectorKernels
  /// The most output rows of a piece, a multiple of those that a pass makes.
  private let rows: Int

  private static let mostRows = 48
  private static let wantedBands = 16

  /// nil where an output channel sees several input channels, where a stride or a dilation is not 1, where a scale stands
  /// between sum and bias, where a row is shorter than a vector, and where a kernel is of another rank.
  public init?(of convolution: Convolution, weights: Tensor, kernels: VectorKernels = .best) {
    let (shape, geometry) = (convolution.weights, convolution.geometry)
    guard convolution.sampleStep == 1, convolution.output.count > 0, shape.channels == 1,
      geometry.stride == PerAxis(1), geometry.dilation == PerAxis(1),
      min(convolution.input.width, convolution.output.width) >= kernels.lanes,
      SeparableKernels(of: convolution, weights: weights, bias: nil) != nil
    else { return nil }
    self.convolution = convolution
    self.kernels = kernels
    let wanted = (convolution.output.height + Self.wantedBands - 1) / Self.wantedBands
    rows = (min(Self.mostRows, wanted) + kernels.filterRows - 1) / kernels.filterRows * kernels.filterRows
    // Padding that makes a giant of a small picture is no filter's work.
    guard count <= SharedWork.mostOwn else { return nil }
  }

  /// Whether it is faster than the filter as a whole, by a rule of shapes.
  static func pays(_ convolution: Convolution) -> Bool {
    convolution.weights.height * convolution.weights.width >= 81 && convolution.weights.height >= 3
      && convolution.weights.width >= 3
  }

  /// The kernels' factors; may be used for any number of calls.
  ///
  /// The weights must be those that the convolution was made with, or others of rank 1.
  public func pack(weights: Tensor, bias: Tensor?) -> SeparableKernels {
    precondition(weights.shape == convolution.weights, "the weights are not those the convolution was made for")
    precondition(bias.map { $0.values.count == convolution.output.channels } ?? true, "one bias value for each filter")
    guard let kernels = SeparableKernels(of: convolution, weights: weights, bias: bias) else {
      preconditionFailure("a kernel that is no column times a row")
    }
    return kernels
  }

  private var bandsPerPlane: Int { (convolution.output.height + rows - 1) / rows }

  /// Padded rows that a piece's windows see, and those that a pass reads beyond them.
  private var rowCount: Int { rows + convolution.weights.height - 1 + 2 * kernels.filterRows }

  /// Cells of a row between the two passes: the padded ones, and room for vectors that run over the end.
  private var pitch: Int {
    (convolution.output.width + convolution.weights.width - 1 + 2 * kernels.lanes + 15) / 16 * 16
  }

  /// Cells of a worker's own memory: addresses of the picture's rows and of those in between, two cells each, and these rows.
  private var count: Int { (2 * (rowCount + 3 * kernels.filterRows) + kernels.filterRows * pitch + 31) / 16 * 16 }

  /// All output cells, into memory of the caller's.
  ///
  /// - Parameters:
  ///   - input: the input's cells, N×C×H×W.
  ///   - output: as many cells as the output has; no other cell is written.
  ///   - workers: who may work; little work is done by the caller alone.
  /// - Complexity: O(output × (kH + kW)).
  public func run(
    input: UnsafeBufferPointer<Float>, filters: SeparableKernels, output: UnsafeMutableBufferPointer<Float>,
    workspace: Workspace, workers: Workers = .all
  ) {
    precondition(input.count == convolution.input.count, "the input is not the one the convolution was made for")
    precondition(output.count == convolution.output.count, "the output has another number of cells")
    precondition(filters.shape == convolution.weights, "the filters were packed for another convolution")
    guard let inputCells = input.baseAddress, let outputCells = output.baseAddress else { return }
    let pieces = convolution.output.batch * convolution.output.channels * bandsPerPlane
    let taps = convolution.weights.height + convolution.weights.width
    SharedWork.perform(
      count: pieces, workers: workers.worth(products: Double(convolution.output.count) * Double(taps + 8)),
      input: inputCells, output: outputCells, workspace: workspace, zeros: convolution.input.width, own: count
    ) { piece, memory in
      compute(
        piece, input: memory.input, filters: filters, output: memory.output,
        scratch: Scratch(self, zeros: memory.zeros, cells: memory.own))
    }
  }

  /// A worker's own memory.
  ///
  /// Safety: the lists of addresses are bound to their type here and stand apart from the cells.
  private struct Scratch {
    let zeros: UnsafePointer<Float>
    /// Addresses of the padded rows in the picture.
    let picture: UnsafeMutablePointer<UnsafePointer<Float>>
    /// Addresses of the rows in between.
    let between: UnsafeMutablePointer<UnsafePointer<Float>>
    /// The rows in between.
    let cells: UnsafeMutablePointer<Float>

    init(_ convolution: SeparableConvolution, zeros: UnsafePointer<Float>, cells: UnsafeMutablePointer<Float>) {
      self.zeros = zeros
      let passes = 3 * convolution.kernels.filterRows
      picture = UnsafeMutableRawPointer(cells).bindMemory(
        to: UnsafePointer<Float>.self, capacity: convolution.rowCount + passes)
      between = picture + convolution.rowCount
      self.cells = cells + 2 * (convolution.rowCount + passes)
    }
  }

  /// One band of one output plane.
  private func compute(
    _ piece: Int, input: UnsafePointer<Float>, filters: SeparableKernels, output: UnsafeMutablePointer<Float>,
    scratch: Scratch
  ) {
    let (plane, band) = piece.quotientAndRemainder(dividingBy: bandsPerPlane)
    let (picture, filter) = plane.quotientAndRemainder(dividingBy: convolution.output.channels)
    let channel = picture * convolution.input.channels + convolution.inputChannels(ofFilter: filter).lowerBound
    let first = band * rows
    let rowsHere = min(rows, convolution.output.height - first)
    findRows(
      from: first, of: input + channel * convolution.input.height * convolution.input.width, scratch: scratch)
    let (height, width) = (convolution.weights.height, convolution.weights.width)
    let (inner, before) = (convolution.input.width, convolution.geometry.horizontal.paddingBefore)
    let step = kernels.filterRows
    // A pass may look ahead at rows that nobody keeps.
    for row in 0..<(3 * step) { scratch.between[row] = UnsafePointer(scratch.cells + row % step * pitch) }
    let stride = convolution.output.width
    let target = output + (plane * convolution.output.height + first) * stride
    filters.withKernel(filter) { column, line, bias in
      var row = 0
      while row < rowsHere {
        let count = min(step, rowsHere - row)
        kernels.table.filter(
          scratch.picture + row, height, 1, column, 0, count, inner, scratch.cells + before, pitch, false)
        addGhosts(rows: count, to: scratch.cells)
        kernels.table.filter(
          scratch.between, 1, width, line, bias, count, stride, target + row * stride, stride, false)
        row += count
      }
    }
  }

  /// The addresses of the padded rows under the output rows from `first` on, in the picture.
  private func findRows(from first: Int, of plane: UnsafePointer<Float>, scratch: Scratch) {
    let axis = convolution.geometry.vertical
    let (height, width) = (convolution.input.height, convolution.input.width)
    // Rows that a pass reads ahead may lie beyond the last padded one.
    let last = axis.paddedExtent(input: height) - axis.paddingBefore - 1
    for row in 0..<rowCount {
      let position = min(first + row - axis.paddingBefore, last)
      scratch.picture[row] = axis.mode.source(of: position, count: height).map { plane + $0 * width } ?? scratch.zeros
    }
  }

  /// What stands beside the rows in between: the sums of the cells that are repeated there, or zeros.
  private func addGhosts(rows: Int, to cells: UnsafeMutablePointer<Float>) {
    let axis = convolution.geometry.horizontal
    let (before, inner) = (axis.paddingBefore, convolution.input.width)
    let end = convolution.output.width + convolution.weights.width - 1
    for column in [0..<before, (before + inner)..<max(before + inner, end)].joined() {
      let source = axis.mode.source(of: column - before, count: inner)
      for row in 0..<rows {
        cells[row * pitch + column] = source.map { cells[row * pitch + before + $0] } ?? 0
      }
    }
  }
}
