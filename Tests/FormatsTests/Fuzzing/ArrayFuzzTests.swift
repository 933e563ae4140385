import ConvolutionEngine
import TestSupport
import Testing

@testable import Formats

/// Damaged arrays of any number of axes, read as Double and as Float.
@Suite("Fuzzed arrays")
struct ArrayFuzzTests {
  static let tokens = [
    "'descr'", "'fortran_order'", "'shape'", "True", "False", "'<f4'", "'>f8'", "'|u1'", "'<i8'", "'|O'", "'<c16'",
    "'<f2'", "'|b1'", "[('a','<f4')]", "(", ")", ",", "{", "}", ":", "'", "\\x1b", "\u{1B}[31m", "1L", "\n",
  ]
  private static let limits = GridLimits(bytes: 1 << 20, values: 1 << 16, side: 1 << 12)

  @Test("no damaged npy file breaks the reader of arrays") func array() throws {
    let fuzzing = ReaderFuzzing(
      "array", samples: HostileInputTests.arrays.map(\.1), tokens: Self.tokens, repair: NPYSample.withHeaderLength)
    try fuzzing.run { input in
      let array: NDArray<Double>
      do throws(FormatError) {
        array = try ArrayReader.read(bytes: input, name: "a.npy", limits: Self.limits, as: Double.self)
      } catch {
        for text in texts(in: error) { try requireHarmless(text) }
        return .refused
      }
      try require(array.values.count <= Self.limits.values, "more values than the limits allow")
      try require(try NDArray<Double>.count(of: array.axes) == array.values.count, "\(array.axes) are other axes")
      let again = try ArrayReader.read(bytes: ArrayWriter.encode(array), name: "b.npy", as: Double.self)
      let isSame = zip(again.values, array.values).allSatisfy {
        $0.bitPattern == $1.bitPattern || ($0.isNaN && $1.isNaN)
      }
      try require(again.axes == array.axes && isSame, "writing gave another array back")
      // What no Float32 holds is refused there, and no trap.
      _ = try? ArrayReader.read(bytes: input, name: "a.npy", limits: Self.limits, as: Float.self)
      return .accepted
    }
  }
}
