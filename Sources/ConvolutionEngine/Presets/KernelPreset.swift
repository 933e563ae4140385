/// A kernel worth knowing, by name.
public struct KernelPreset: Sendable {
  /// The name in menus and on command lines, such as `sobel-x`.
  public let name: String
  /// One kernel, 1×1×kH×kW.
  public let weights: Tensor

  public static let all: [KernelPreset] = []

  public static func named(_ name: String) -> KernelPreset? { all.first { $0.name == name } }
}
