/// Kernels as their conjugate spectra, divided by the number of a tile's cells.
public struct FourierFilters: Sendable {
  /// Kernel after kernel as it lies over a window.
  let weights: [Float]
  let taps: Int
  let bias: [Float]
  let kernelName: String
  let size: Int
  /// Real parts, then imaginary ones, of kernel after kernel; each as strips of a vector's width of transformed rows.
  let spectra: [Float]

  /// The kernels as cross-correlation reads them: the turned kernel is the same one read backwards.
  static func upright(_ weights: Tensor, _ orientation: KernelOrientation) -> [Float] {
    guard orientation == .convolution else { return weights.values }
    let taps = weights.shape.height * weights.shape.width
    return weights.values.indices.map { weights.values[$0 / taps * taps + taps - 1 - $0 % taps] }
  }

  func weights(_ filter: Int) -> ArraySlice<Float> { weights[(filter * taps)..<((filter + 1) * taps)] }

  /// Whether all weights of a kernel are numbers.
  func isFinite(_ filter: Int) -> Bool { weights(filter).allSatisfy(\.isFinite) }

  /// Real and imaginary parts of a kernel's spectrum.
  func withSpectrum<Result>(
    _ filter: Int, _ body: (_ re: UnsafeBufferPointer<Float>, _ im: UnsafeBufferPointer<Float>) -> Result
  ) -> Result {
    let cells = size * size
    return spectra.withUnsafeBufferPointer { buffer in
      let re = 2 * cells * filter
      return body(
        UnsafeBufferPointer(rebasing: buffer[re..<(re + cells)]),
        UnsafeBufferPointer(rebasing: buffer[(re + cells)..<(re + 2 * cells)]))
    }
  }
}
