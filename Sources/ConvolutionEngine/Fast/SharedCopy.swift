/// A copy shared among workers: as fast as anything can go that reads each cell once and writes each once, so that benchmarks
/// can tell what part of it a filter reaches.
public enum SharedCopy {
  /// The cells of a piece, 256 KiB of each array.
  private static let piece = 1 << 16

  /// Copies all cells of `input` to `output`, which must have as many.
  public static func run(
    input: UnsafeBufferPointer<Float>, output: UnsafeMutableBufferPointer<Float>, kernels: VectorKernels = .best,
    workers: Workers = .all
  ) {
    precondition(input.count == output.count, "a copy has as many cells")
    // Safety: both outlive `perform`, and pieces are disjoint parts of the output. Addresses, since pointers may not cross
    // threads.
    let (source, target) = (UInt(bitPattern: input.baseAddress), UInt(bitPattern: output.baseAddress))
    let count = input.count
    SharedWork.perform(count: (count + piece - 1) / piece, workers: workers) { index, _ in
      guard let source = UnsafePointer<Float>(bitPattern: source),
        let target = UnsafeMutablePointer<Float>(bitPattern: target)
      else { return }
      let first = index * piece
      kernels.table.copy(1, min(piece, count - first), source + first, 0, target + first, 0)
    }
  }
}
