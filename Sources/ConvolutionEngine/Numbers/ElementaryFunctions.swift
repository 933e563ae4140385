#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// The few functions of the C library that operators need, in Double. The only file of the engine that imports it.
///
/// Within an ULP or two of the exact value; the last bit may differ between C libraries, so results rounded to Float32 are
/// the same everywhere but for rare ties.
enum ElementaryFunctions {
  static func exponential(_ x: Double) -> Double { exp(x) }

  static func logarithm(_ x: Double) -> Double { log(x) }

  static func cosine(_ x: Double) -> Double { cos(x) }

  static func sine(_ x: Double) -> Double { sin(x) }

  static func hyperbolicTangent(_ x: Double) -> Double { tanh(x) }

  /// The logistic function, 1 / (1 + e⁻ˣ).
  static func logistic(_ x: Double) -> Double { 1 / (1 + exp(-x)) }
}
