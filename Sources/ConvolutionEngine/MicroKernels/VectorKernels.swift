import CMicroKernels

/// The innermost loops in one vector width, chosen when the program runs: one binary for every processor of an architecture.
///
/// The loops themselves are in the C target `CMicroKernels`, since Swift has no way to compile a function for another
/// processor than the rest of the module.
public struct VectorKernels: Sendable {
  let table: CMKKernels

  /// The widest that the processor runs.
  public static let best = VectorKernels(table: cmk_best().pointee)

  /// All that the processor runs, the widest first.
  public static var available: [VectorKernels] { ["avx512", "avx2", "plain"].compactMap { VectorKernels(named: $0) } }

  /// The kernels `avx512`, `avx2` or `plain`; nil where the processor cannot run them.
  public init?(named name: String) {
    guard let table = cmk_named(name) else { return nil }
    self.init(table: table.pointee)
  }

  private init(table: CMKKernels) {
    self.table = table
  }

  public var name: String { String(cString: table.name) }

  /// Floats in a vector.
  public var lanes: Int { table.lanes }

  /// The filters of a register tile.
  var tileRows: Int { table.tile_rows }

  /// The most vectors of cells in a register tile.
  var tileVectors: Int { table.tile_vectors }

  /// The most vectors of filters in a tile with filters in its lanes.
  var panelVectors: Int { table.panel_vectors }

  /// The most cells in a tile with filters in its lanes.
  var panelColumns: Int { table.panel_columns }

  /// The output rows that a pass of the single-channel filter makes.
  var filterRows: Int { table.filter_rows }

  /// Multiply-adds on registers alone; returns the number of float operations done.
  public func multiplyAdd(rounds: Int) -> Double {
    var sink: Float = 0
    return table.peak(rounds, &sink)
  }

  /// The vectors that `count` cells take.
  func vectors(_ count: Int) -> Int { (count + lanes - 1) / lanes }
}
