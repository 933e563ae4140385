/// The kinds of file that a drawing can be, and how it becomes one.
package enum PictureFormat: String, CaseIterable, Sendable {
  case png
  case svg
  case pdf

  /// The widths of a bitmap in pixels that are of use: below them nothing can be read, above them nothing can be opened.
  package static let widths = 160...7680

  /// The bytes of a file.
  ///
  /// - Parameters:
  ///   - pixelWidth: How wide a PNG is, within `widths`; the others have no pixels.
  ///   - title: What a document is called.
  ///   - description: The same in words, for those who cannot see it; part of an SVG.
  package func encode(
    _ drawing: Drawing, pixelWidth: Int, title: String, description: [String]
  ) throws(ExportError) -> [UInt8] {
    switch self {
    case .png: try CairoCanvas.png(drawing, scale: Double(pixelWidth) / drawing.width)
    case .svg: SVGText.described(try CairoCanvas.svg(drawing), title: title, description: description)
    case .pdf: try CairoCanvas.pdf(drawing, title: title)
    }
  }
}
