/// A kernel worth knowing, by name.
public struct KernelPreset: Sendable {
  /// The name in menus and on command lines, such as `sobel-x`.
  public let name: String
  /// One kernel, 1×1×kH×kW.
  public let weights: Tensor

  /// Every preset, in the order of menus.
  ///
  /// The sum of the weights is the answer to a flat input: 1 keeps brightness, 0 makes a detector.
  public static let all: [KernelPreset] = [
    // Sum 1: gives the input back.
    preset("identity", [[0, 0, 0], [0, 1, 0], [0, 0, 0]]),
    // Sum 1: the centre against its four neighbours, which adds the Laplacian of the picture to the picture.
    preset("sharpen", [[0, -1, 0], [-1, 5, -1], [0, -1, 0]]),
    // Sum 1 but for rounding: the mean of nine cells.
    preset("blur", [[1, 1, 1], [1, 1, 1], [1, 1, 1]], dividedBy: 9),
    // Sum 1, exact in binary: the outer product of 1 2 1, and of the binomial row 1 4 6 4 1.
    preset("gaussian-3", [[1, 2, 1], [2, 4, 2], [1, 2, 1]], dividedBy: 16),
    preset(
      "gaussian-5",
      [[1, 4, 6, 4, 1], [4, 16, 24, 16, 4], [6, 24, 36, 24, 6], [4, 16, 24, 16, 4], [1, 4, 6, 4, 1]], dividedBy: 256),
    // Sum 1 but for rounding: smears along the falling diagonal.
    preset(
      "motion-blur",
      [[1, 0, 0, 0, 0], [0, 1, 0, 0, 0], [0, 0, 1, 0, 0], [0, 0, 0, 1, 0], [0, 0, 0, 0, 1]], dividedBy: 5),

    // Sum 0. As cross-correlation, x answers positively where the picture brightens to the right, y downwards.
    preset("sobel-x", [[-1, 0, 1], [-2, 0, 2], [-1, 0, 1]]),
    preset("sobel-y", [[-1, -2, -1], [0, 0, 0], [1, 2, 1]]),
    // The other sign convention, also met as "Sobel x": sobel-x negated, which is sobel-x turned by 180°.
    preset("sobel-x-negated", [[1, 0, -1], [2, 0, -2], [1, 0, -1]]),
    // A quarter of Sobel, so that a step of height 1 answers 1.
    preset("sobel-x-quarter", [[-1, 0, 1], [-2, 0, 2], [-1, 0, 1]], dividedBy: 4),
    preset("sobel-y-quarter", [[-1, -2, -1], [0, 0, 0], [1, 2, 1]], dividedBy: 4),
    preset("prewitt-x", [[-1, 0, 1], [-1, 0, 1], [-1, 0, 1]]),
    preset("prewitt-y", [[-1, -1, -1], [0, 0, 0], [1, 1, 1]]),
    // Sobel with the weights that keep the gradient's direction best.
    preset("scharr-x", [[-3, 0, 3], [-10, 0, 10], [-3, 0, 3]]),
    preset("scharr-y", [[-3, -10, -3], [0, 0, 0], [3, 10, 3]]),
    // The smallest detector, and a kernel of even width: the right cell minus the left one.
    preset("edge-1x2", [[-1, 1]]),

    // Sum 0: second differences, to four and to eight neighbours; positive in a dark dip.
    preset("laplacian", [[0, 1, 0], [1, -4, 1], [0, 1, 0]]),
    preset("laplacian-8", [[1, 1, 1], [1, -8, 1], [1, 1, 1]]),
    // Sum 1: relief lit from the top left.
    preset("emboss", [[-2, -1, 0], [-1, 1, 1], [0, 1, 2]]),
    // Sum 5: peaks, at 5, where the input has a plus of ones.
    preset("plus-detector", [[0, 1, 0], [1, 1, 1], [0, 1, 0]]),

    // Kernels for signals. Sum 1 but for rounding, and sum 1 exactly: the mean of five samples, and a bell.
    preset("box-5", [[1, 1, 1, 1, 1]], dividedBy: 5),
    preset("binomial-5", [[1, 4, 6, 4, 1]], dividedBy: 16),
    // e⁻¹⁰ᵗ at the article's 100 times from 0 to 1.
    preset("decay", [(0..<100).map { Float(ElementaryFunctions.exponential(-10 * Double($0) / 99)) }]),
  ].compactMap { $0 }

  /// The preset of that name, or nil.
  public static func named(_ name: String) -> KernelPreset? { all.first { $0.name == name } }

  /// Rows divided by a number, each weight rounded to Float32 once; nil for rows of unequal length, which a test
  /// excludes for the table above.
  private static func preset(_ name: String, _ rows: [[Float]], dividedBy divisor: Float = 1) -> KernelPreset? {
    guard let weights = try? Tensor(rows: rows.map { $0.map { $0 / divisor } }) else { return nil }
    return KernelPreset(name: name, weights: weights)
  }
}
