/// Where the cells of feature maps lie when the pictures of a batch stand side by side: channel by channel, row by row, cell by
/// cell, and in each cell a float for each of `pictures` pictures.
///
/// A vector of floats is then the same cell of several pictures, which all take the same steps: no shape is too small for
/// vectors. Around the maps lie ghost cells of zeros, as many as the next layer's windows reach beyond.
struct BatchMaps: Hashable, Sendable {
  /// The pictures that are computed at a time, a multiple of all vectors; a larger batch goes by parts.
  static let pictures = 32

  let channels: Int
  let height: Int
  let width: Int
  let ghosts: Padding

  init(channels: Int, height: Int = 1, width: Int = 1, ghosts: Padding = .none) {
    self.channels = channels
    self.height = height
    self.width = width
    self.ghosts = ghosts
  }

  init(_ shape: ActivationShape, ghosts: Padding = .none) {
    self.init(
      channels: shape.channels, height: shape.size.vertical, width: shape.size.horizontal, ghosts: ghosts)
  }

  /// Floats from a row to the next.
  var pitch: Int { (ghosts.left + width + ghosts.right) * Self.pictures }

  /// Floats from a channel to the next.
  var plane: Int { (ghosts.top + height + ghosts.bottom) * pitch }

  /// Floats of all channels.
  var count: Int { channels * plane }

  /// The first float of a cell of a channel, as seen from the channel's first; of a ghost too.
  func place(row: Int, column: Int) -> Int {
    (row + ghosts.top) * pitch + (column + ghosts.left) * Self.pictures
  }

  /// Whether places fit 32 bits, and no number here overflows.
  static func fits(_ shape: ActivationShape, ghosts: Padding) -> Bool {
    let rows = Double(shape.size.vertical) + Double(ghosts.top) + Double(ghosts.bottom)
    let columns = Double(shape.size.horizontal) + Double(ghosts.left) + Double(ghosts.right)
    return Double(shape.channels) * rows * columns * Double(pictures) < Double(Int32.max / 2)
  }
}

/// Floats at an address that stays, zero at first.
final class FloatMemory {
  let start: UnsafeMutablePointer<Float>
  let count: Int

  /// A cache line, and the widest vector.
  private static let alignment = 64

  init(count: Int) {
    self.count = count
    // Safety: the memory is ours alone until `deinit`, and a float of zeros is 0.
    let memory = UnsafeMutableRawPointer.allocate(byteCount: max(1, count) * 4, alignment: Self.alignment)
    start = memory.bindMemory(to: Float.self, capacity: max(1, count))
    clear()
  }

  deinit {
    UnsafeMutableRawPointer(start).deallocate()
  }

  func clear() { start.update(repeating: 0, count: count) }
}

/// The values of feature maps in a training step, and the gradient of the loss with respect to them.
struct BatchCells {
  let maps: BatchMaps
  let values: FloatMemory
  let gradient: FloatMemory

  init(_ maps: BatchMaps) {
    self.maps = maps
    values = FloatMemory(count: maps.count)
    gradient = FloatMemory(count: maps.count)
  }

  /// The same cells as a vector. There must be no ghosts.
  var flattened: BatchCells { BatchCells(BatchMaps(channels: maps.count / BatchMaps.pictures), values, gradient) }

  private init(_ maps: BatchMaps, _ values: FloatMemory, _ gradient: FloatMemory) {
    self.maps = maps
    self.values = values
    self.gradient = gradient
  }
}
