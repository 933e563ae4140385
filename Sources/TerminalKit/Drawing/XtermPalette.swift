/// What xterm's palette of 256 colours looks like: 16 basic colours, a cube of 6×6×6, 24 greys.
package enum XtermPalette {
  /// Red, green and blue, 0 to 255 each.
  package static func components(_ index: UInt8) -> (red: Int, green: Int, blue: Int) {
    switch index {
    case 0..<16: return basic[Int(index)]
    case 232...:
      let grey = 8 + 10 * (Int(index) - 232)
      return (grey, grey, grey)
    default:
      let level = { (step: Int) in step == 0 ? 0 : 55 + 40 * step }
      let cube = Int(index) - 16
      return (level(cube / 36), level(cube / 6 % 6), level(cube % 6))
    }
  }

  private static let basic: [(red: Int, green: Int, blue: Int)] = [
    (0, 0, 0), (205, 0, 0), (0, 205, 0), (205, 205, 0), (0, 0, 238), (205, 0, 205), (0, 205, 205), (229, 229, 229),
    (127, 127, 127), (255, 0, 0), (0, 255, 0), (255, 255, 0), (92, 92, 255), (255, 0, 255), (0, 255, 255),
    (255, 255, 255),
  ]
}
