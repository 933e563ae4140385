/// Fourier transforms of one length, as many at a time as a vector has lanes.
struct FourierTransform: Sendable {
  /// A power of 2, at least 4.
  let size: Int
  private let kernels: VectorKernels
  private let factors: [Float]

  init(size: Int, kernels: VectorKernels) {
    precondition(size >= 4 && size & (size - 1) == 0, "a power of 2")
    self.size = size
    self.kernels = kernels
    var factors: [Float] = []
    var length = size
    while length >= 4 {
      for place in 0..<(length / 4) {
        for power in 1...3 {
          let angle = -2 * Double.pi * Double(place * power) / Double(length)
          factors += [Float(ElementaryFunctions.cosine(angle)), Float(ElementaryFunctions.sine(angle))]
        }
      }
      length /= 4
    }
    self.factors = factors
  }

  /// Two arrays of `size` vectors, real and imaginary parts.
  struct Numbers {
    var re: UnsafeMutablePointer<Float>
    var im: UnsafeMutablePointer<Float>
  }

  /// X(f) = Σ_t x(t) · exp(−2πi·f·t/size) of what stands in `numbers`.
  ///
  /// - Parameter more: as much memory again, with any content.
  /// - Returns: the one of the two that holds the result; the other holds anything.
  func forward(_ numbers: Numbers, more: Numbers) -> Numbers {
    kernels.table.fourier(size, factors, numbers.re, numbers.im, more.re, more.im) ? more : numbers
  }

  /// Σ_f X(f) · exp(+2πi·f·t/size): the way back but for the factor `size`. Real and imaginary parts that change places turn
  /// the sign of the exponent.
  func back(_ numbers: Numbers, more: Numbers) -> Numbers {
    kernels.table.fourier(size, factors, numbers.im, numbers.re, more.im, more.re) ? more : numbers
  }
}
