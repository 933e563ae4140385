/// The innermost loops of `RowBandConvolution`: up to four taps in one pass over a run of sums.
///
/// Plain loops on pointers that the compiler turns into vector code for stride 1 without any reordering: the lanes are
/// neighbouring cells, and within a cell the additions stay in tap order. Every `add` reads, for each `index` below
/// `count`, the source cells `index × stride + tap × dilation`, all of which must exist.
struct TapPass {
  let sums: UnsafeMutablePointer<Double>
  let count: Int
  let source: UnsafePointer<Float>
  let dilation: Int

  func add(_ w0: Double, stride: Int) {
    loop(stride: stride) { sums, source, index, step in
      sums[index] += w0 * Double(source[index &* step])
    }
  }

  func add(_ w0: Double, _ w1: Double, stride: Int) {
    let d1 = dilation
    loop(stride: stride) { sums, source, index, step in
      let cell = source + index &* step
      sums[index] = (sums[index] + w0 * Double(cell[0])) + w1 * Double(cell[d1])
    }
  }

  func add(_ w0: Double, _ w1: Double, _ w2: Double, stride: Int) {
    let d1 = dilation
    let d2 = 2 &* dilation
    loop(stride: stride) { sums, source, index, step in
      let cell = source + index &* step
      let two = (sums[index] + w0 * Double(cell[0])) + w1 * Double(cell[d1])
      sums[index] = two + w2 * Double(cell[d2])
    }
  }

  func add(_ w0: Double, _ w1: Double, _ w2: Double, _ w3: Double, stride: Int) {
    let d1 = dilation
    let d2 = 2 &* dilation
    let d3 = 3 &* dilation
    loop(stride: stride) { sums, source, index, step in
      let cell = source + index &* step
      let two = (sums[index] + w0 * Double(cell[0])) + w1 * Double(cell[d1])
      sums[index] = (two + w2 * Double(cell[d2])) + w3 * Double(cell[d3])
    }
  }

  /// The loop twice, so that the common stride is a constant: only then can neighbouring cells be loaded as a vector.
  @inline(__always)
  private func loop(
    stride: Int,
    _ body: (_ sums: UnsafeMutablePointer<Double>, _ source: UnsafePointer<Float>, _ index: Int, _ step: Int) -> Void
  ) {
    if stride == 1 {
      for index in 0..<count { body(sums, source, index, 1) }
    } else {
      for index in 0..<count { body(sums, source, index, stride) }
    }
  }
}
