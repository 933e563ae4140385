/// An input worth looking at, by name.
public struct InputPreset: Sendable {
  /// The name in menus and on command lines, such as `plus`.
  public let name: String
  /// The size it is made in unless another one is asked for.
  public let size: PerAxis<Int>

  public static let all: [InputPreset] = []

  public static func named(_ name: String) -> InputPreset? { all.first { $0.name == name } }

  /// The picture as 1×1×H×W; `seed` matters to noise only. Sides must be at least 1.
  public func tensor(size: PerAxis<Int>? = nil, seed: UInt64 = 1) throws(ShapeError) -> Tensor {
    let size = size ?? self.size
    return Tensor(shape: try Shape(height: size.vertical, width: size.horizontal))
  }
}
