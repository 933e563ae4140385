/// The convolution of each channel with filters of its own, in float32: as many groups as channels.
///
/// There are few products for each cell, so that the time goes into moving cells. With stride and dilation 1 and zeros or
/// nothing beside the rows, windows are read where the channel lies, and the lanes that hang over a row are left out;
/// ghost rows are pointers to a row of zeros or to the row that they mirror. Everything else is laid out in bands
/// that stay in the nearest cache (`BandLayout`).
///
/// Accuracy and independence of the number of workers are those of `DirectConvolution`.
public struct DepthwiseConvolution: Sendable {
  let convolution: Convolution
  let kernels: VectorKernels
  /// How windows are read.
  private let way: Way
  /// Output rows of a piece of work.
  let bandRows: Int

  private enum Way: Sendable {
    /// Rows where they lie.
    case inPlace
    /// Bands with their ghosts, and where each tap lies in them.
    case banded(BandLayout, offsets: [Int32])
  }

  /// The cells that a band lays out at the most, unless a single row has more: half of the nearest cache.
  static let cellsPerBand = 6 * 1024

  /// Pieces of work asked for where there are rows enough: four for each of four workers.
  static let wantedPieces = 16

  /// nil unless each channel is a group, and where a scale stands between sum and bias or the padded rows under one output row
  /// are too much memory.
  public init?(of convolution: Convolution, kernels: VectorKernels = .best) {
    let (shape, geometry) = (convolution.weights, convolution.geometry)
    guard convolution.groups == convolution.input.channels, shape.channels == 1, convolution.sampleStep == 1,
      convolution.output.count > 0
    else { return nil }
    let vertical = BandLayout.Axis(
      geometry.vertical, kernel: shape.height, input: convolution.input.height, output: convolution.output.height)
    let horizontal = BandLayout.Axis(
      geometry.horizontal, kernel: shape.width, input: convolution.input.width, output: convolution.output.width)
    self.convolution = convolution
    self.kernels = kernels
    let isDense = [geometry.vertical, geometry.horizontal].allSatisfy { $0.stride == 1 && $0.dilation == 1 }
    let hasZeros =
      horizontal.mode == .zeros || geometry.horizontal.paddingBefore + geometry.horizontal.paddingAfter == 0
    let planes = convolution.input.batch * convolution.input.channels
    let shared = (vertical.output * planes + Self.wantedPieces - 1) / Self.wantedPieces
    if isDense, hasZeros, horizontal.output >= kernels.lanes {
      way = .inPlace
      let passes = (min(shared, vertical.output) + kernels.filterRows - 1) / kernels.filterRows
      bandRows = max(1, passes) * kernels.filterRows
      return
    }
    let rowCells =
      Double(BandLayout.pitch(horizontal)) * Double(vertical.stride) * Double(horizontal.stride)
    let halo = vertical.reach / vertical.stride
    guard rowCells * Double(1 + halo) <= Double(SharedWork.mostOwn) else { return nil }
    bandRows = max(1, min(shared, vertical.output, Self.cellsPerBand / Int(rowCells) - halo))
    let layout = BandLayout(vertical: vertical, horizontal: horizontal, rows: bandRows)
    var offsets: [Int32] = []
    for row in 0..<shape.height {
      for column in 0..<shape.width {
        offsets.append(
          Int32(
            layout.offset(row: row * geometry.vertical.dilation, column: column * geometry.horizontal.dilation)))
      }
    }
    way = .banded(layout, offsets: offsets)
  }

  /// Whether it is faster than a filter plane by plane, which keeps its sums in registers, while this sweeps rows of several
  /// channels without a stop. With two threads 3×3 taps take 0.5 of the filter's time at 64×112² and 0.8 at 3×1024², 7×7
  /// taps 1.3 and 2.6.
  static func pays(_ convolution: Convolution) -> Bool {
    convolution.groups > 1 && convolution.weights.height * convolution.weights.width <= 9
  }

  private var bandCount: Int { (convolution.output.height + bandRows - 1) / bandRows }

  /// Weights and bias as the kernels read them; may be used for any number of calls.
  ///
  /// The tensors must have the shapes that the convolution was made with.
  public func pack(weights: Tensor, bias: Tensor?) -> PackedFilters {
    precondition(weights.shape == convolution.weights, "the weights are not those the convolution was made for")
    precondition(bias.map { $0.values.count == convolution.output.channels } ?? true, "one bias value for each filter")
    let (height, width) = (weights.shape.height, weights.shape.width)
    var packed: [Float] = []
    packed.reserveCapacity(weights.values.count)
    for filter in 0..<weights.shape.batch {
      for index in 0..<(height * width) {
        // Rows in place are taken column by column of the kernel.
        let tap =
          switch way {
          case .inPlace: index % height * width + index / height
          case .banded: index
          }
        // The turned kernel is the same one read backwards.
        let source = convolution.orientation == .convolution ? height * width - 1 - tap : tap
        packed.append(weights.values[filter * height * width + source])
      }
    }
    let none = Array(repeating: Float(0), count: convolution.output.channels)
    return PackedFilters(weights: packed, bias: bias?.values ?? none, kernelName: kernels.name)
  }

  /// All output cells, into memory of the caller's.
  ///
  /// - Parameters:
  ///   - input: the input's cells, N×C×H×W.
  ///   - output: as many cells as the output has; no other cell is written.
  ///   - workers: who may work; little work is done by the caller alone.
  /// - Complexity: O(output × kH × kW).
  public func run(
    input: UnsafeBufferPointer<Float>, filters: PackedFilters, output: UnsafeMutableBufferPointer<Float>,
    workspace: Workspace, workers: Workers = .all
  ) {
    precondition(input.count == convolution.input.count, "the input is not the one the convolution was made for")
    precondition(output.count == convolution.output.count, "the output has another number of cells")
    precondition(filters.kernelName == kernels.name, "the filters were packed for another vector width")
    guard let inputCells = input.baseAddress, let outputCells = output.baseAddress else { return }
    let products = Double(convolution.output.count) * Double(convolution.tapsPerCell)
    SharedWork.perform(
      count: convolution.input.batch * convolution.input.channels * bandCount,
      workers: workers.worth(products: products), input: inputCells, output: outputCells, workspace: workspace,
      own: scratchCells
    ) { piece, memory in
      let (plane, band) = piece.quotientAndRemainder(dividingBy: bandCount)
      let rows = (band * bandRows)..<min((band + 1) * bandRows, convolution.output.height)
      switch way {
      case .inPlace:
        computeInPlace(
          rows, ofPlane: plane, input: memory.input, filters: filters, output: memory.output, scratch: memory.own)
      case .banded(let layout, let offsets):
        computeBand(
          rows, ofPlane: plane, layout: layout, offsets: offsets, input: memory.input, filters: filters,
          output: memory.output,
          scratch: memory.own)
      }
    }
  }

  /// The cells of a worker's own memory.
  private var scratchCells: Int {
    switch way {
    case .inPlace: return lineCells
    case .banded(let layout, _):
      let parts = bandParts(layout)
      return parts.cells + parts.line + parts.sums
    }
  }
}
