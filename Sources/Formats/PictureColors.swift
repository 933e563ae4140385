/// What becomes of the colours of a picture.
package enum PictureColors: Hashable, Sendable {
  /// One channel: the grey value of each colour, 0…255.
  case luminance
  /// Three channels, red, green and blue, 0…255. Grey pictures have the same plane in all three.
  case rgb

  /// The channels of the grid that is read.
  package var channels: Int { self == .rgb ? 3 : 1 }
}
