/// How an output plane is cut into the tiles of a convolution by Fourier transforms.
struct FourierGrid: Sendable {
  /// Rows and columns of a transform: a power of 2.
  let size: Int
  /// The output cells of a full tile along each axis: those whose windows do not wrap around.
  let step: PerAxis<Int>
  private let output: PerAxis<Int>

  /// The output cells of a tile.
  struct Tile {
    let rows: Range<Int>
    let columns: Range<Int>
  }

  private static let sizes = [64, 128, 256, 512]
  /// Tiles larger than this leave the nearer caches, and a cell takes half as long again.
  private static let largestCached = 128

  /// The size that makes the plane with the least work; nil for kernels larger than half of the largest one.
  init?(of convolution: Convolution) {
    let (geometry, weights) = (convolution.geometry, convolution.weights)
    let kernel = PerAxis(
      vertical: geometry.vertical.effectiveExtent(kernel: weights.height),
      horizontal: geometry.horizontal.effectiveExtent(kernel: weights.width))
    output = PerAxis(vertical: convolution.output.height, horizontal: convolution.output.width)
    var best: (work: Double, size: Int)?
    for size in Self.sizes where 2 * max(kernel.vertical, kernel.horizontal) <= size {
      let rows = (output.vertical + size - kernel.vertical) / (size - kernel.vertical + 1)
      let columns = (output.horizontal + size - kernel.horizontal) / (size - kernel.horizontal + 1)
      let work =
        Double(rows) * Double(columns) * Double(size * size * size.trailingZeroBitCount)
        * (size > Self.largestCached ? 1.5 : 1)
      if best.map({ work < $0.work }) ?? true { best = (work, size) }
    }
    guard let best else { return nil }
    size = best.size
    step = PerAxis(vertical: size - kernel.vertical + 1, horizontal: size - kernel.horizontal + 1)
  }

  private var tilesPerRow: Int { (output.horizontal + step.horizontal - 1) / step.horizontal }
  private var tilesPerPlane: Int { (output.vertical + step.vertical - 1) / step.vertical * tilesPerRow }

  /// Tiles go two by two.
  var pairsPerPlane: Int { (tilesPerPlane + 1) / 2 }

  /// A tile of a plane; nil behind the last one.
  func tile(_ index: Int) -> Tile? {
    guard index < tilesPerPlane else { return nil }
    let (row, column) = index.quotientAndRemainder(dividingBy: tilesPerRow)
    let (top, left) = (row * step.vertical, column * step.horizontal)
    return Tile(
      rows: top..<min(top + step.vertical, output.vertical),
      columns: left..<min(left + step.horizontal, output.horizontal))
  }
}
