import CCairo

/// The one place where drawings meet cairo.
enum CairoCanvas {
  /// The drawing as a PNG with so many pixels for each unit.
  static func png(_ drawing: Drawing, scale: Double) throws(ExportError) -> [UInt8] {
    try onBitmap(drawing, scale: scale) { canvas in
      FileBytes.collected { ccairo_png(canvas, FileBytes.sink, $0) }
    }
  }

  /// The drawing as pixels, row after row, `0xRRGGBB` each.
  static func pixels(_ drawing: Drawing, scale: Double) throws(ExportError) -> PixelPicture {
    try onBitmap(drawing, scale: scale) { canvas in
      var (width, height, stride): (Int32, Int32, Int32) = (0, 0, 0)
      guard let rows = ccairo_pixels(canvas, &width, &height, &stride) else { return nil }
      var pixels: [UInt32] = []
      pixels.reserveCapacity(Int(width) * Int(height))
      for row in 0..<Int(height) {
        // A pixel is a native 32-bit number whose upper byte means nothing.
        let line = UnsafeRawBufferPointer(start: rows + row * Int(stride), count: Int(width) * 4)
        for column in 0..<Int(width) {
          pixels.append(line.loadUnaligned(fromByteOffset: column * 4, as: UInt32.self) & 0xFF_FFFF)
        }
      }
      return PixelPicture(width: Int(width), height: Int(height), pixels: pixels)
    }
  }

  static func svg(_ drawing: Drawing) throws(ExportError) -> [UInt8] {
    try file(of: drawing) { ccairo_svg(drawing.width, drawing.height, FileBytes.sink, $0) }
  }

  /// - Parameter title: what the document is called.
  static func pdf(_ drawing: Drawing, title: String) throws(ExportError) -> [UInt8] {
    try file(of: drawing) { ccairo_pdf(drawing.width, drawing.height, title, FileBytes.sink, $0) }
  }

  // MARK: Parts

  private static func onBitmap<Result>(
    _ drawing: Drawing, scale: Double, _ take: (OpaquePointer) -> Result?
  ) throws(ExportError) -> Result {
    guard ccairo_load() else { throw .missingLibrary(.cairo) }
    guard let canvas = ccairo_bitmap(drawing.width, drawing.height, scale) else { throw .refused(.cairo) }
    draw(drawing, on: canvas)
    let result = take(canvas)
    guard ccairo_end(canvas), let result else { throw .refused(.cairo) }
    return result
  }

  private static func file(
    of drawing: Drawing, on open: (UnsafeMutableRawPointer) -> OpaquePointer?
  ) throws(ExportError) -> [UInt8] {
    guard ccairo_load() else { throw .missingLibrary(.cairo) }
    let bytes = FileBytes.collected { context in
      guard let canvas = open(context) else { return false }
      draw(drawing, on: canvas)
      return ccairo_end(canvas)
    }
    guard let bytes else { throw .refused(.cairo) }
    return bytes
  }

  private static func draw(_ drawing: Drawing, on canvas: OpaquePointer) {
    for mark in drawing.marks {
      switch mark {
      case .fill(let box, let radius, let ink):
        choose(ink, on: canvas)
        ccairo_fill(canvas, box.x, box.y, box.width, box.height, radius)
      case .outline(let box, let radius, let line, let dash, let ink):
        choose(ink, on: canvas)
        ccairo_outline(canvas, box.x, box.y, box.width, box.height, radius, line, dash)
      case .text(let text, let x, let baseline, let look):
        choose(look.ink, on: canvas)
        write(text, x: x, baseline: baseline, look, on: canvas)
      }
    }
  }

  private static func choose(_ ink: Ink, on canvas: OpaquePointer) {
    ccairo_color(canvas, Double(ink.red) / 255, Double(ink.green) / 255, Double(ink.blue) / 255)
  }

  /// The usual fonts, then those for Chinese: what `Scripts/setup` installs, other common ones, and macOS's.
  private static let chinese = [
    "WenQuanYi Micro Hei", "Noto Sans CJK SC", "WenQuanYi Zen Hei", "PingFang SC", "sans-serif",
  ]
  private static let proportional = ["DejaVu Sans", "Helvetica Neue"] + chinese
  private static let monospaced = ["DejaVu Sans Mono", "Menlo"] + chinese

  private static func write(
    _ text: String, x: Double, baseline: Double, _ look: TextLook, on canvas: OpaquePointer
  ) {
    let families = look.isMonospaced ? monospaced : proportional
    let anchor =
      switch look.anchor {
      case .start: CCAIRO_START
      case .middle: CCAIRO_MIDDLE
      case .end: CCAIRO_END
      }
    withCStrings(families) { names in
      ccairo_text(
        canvas, text, x, baseline, Int32(anchor), names.baseAddress, Int32(names.count), look.isBold, look.size)
    }
  }

  /// Strings as C wants them, for the time of the call.
  private static func withCStrings(
    _ strings: [String], _ pointers: [UnsafePointer<CChar>?] = [],
    _ body: (UnsafeBufferPointer<UnsafePointer<CChar>?>) -> Void
  ) {
    guard let first = strings.first else { return pointers.withUnsafeBufferPointer(body) }
    first.withCString { withCStrings(Array(strings.dropFirst()), pointers + [$0], body) }
  }
}
