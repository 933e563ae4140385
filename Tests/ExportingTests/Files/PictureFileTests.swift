import ConvolutionEngine
import Formats
import TestSupport
import Testing

@testable import Exporting

@Suite("Picture files")
struct PictureFileTests {
  private func encode(_ drawing: Drawing, _ format: PictureFormat, width: Int = 640) throws -> [UInt8] {
    try format.encode(drawing, pixelWidth: width, title: "a < b & c", description: ["0 1 -4", "last\u{1B} line"])
  }

  @Test("A PNG has the width that was asked for, 16:9, and what was drawn")
  func png() throws {
    let folder = try TemporaryFolder()
    let path = try folder.write(
      try encode(Samples.squares(step: 0), .png, width: 320), to: "picture.png")
    let picture = try GridReader.read(path: path, colors: .rgb)
    #expect(picture.shape == (try Shape(channels: 3, height: 180, width: 320)))
    func color(_ row: Int, _ column: Int) -> [Float] {
      (0..<3).map { picture[channel: $0, row: row, column: column] }
    }
    // Two pixels for a unit: the first square spans 20–60, the second 80–100 across and 100–120 down.
    #expect(color(0, 0) == [255, 255, 255])
    #expect(color(40, 40) == [0x00, 0x79, 0x6B])
    #expect(color(110, 90) == [0xA0, 0x15, 0x8C])
    #expect(color(110, 101) == [255, 255, 255])
  }

  @Test("A PDF is one page of the size of a slide with the title, and the same bytes each time")
  func pdf() throws {
    let bytes = try encode(Samples.drawing(try Samples.plus()), .pdf)
    let text = String(decoding: bytes, as: UTF8.self)
    #expect(text.hasPrefix("%PDF-1."))
    #expect(text.contains("%%EOF"))
    #expect(text.contains("/Count 1"))
    #expect(text.matches(of: #/\/Type \/Page\b/#).count == 1)
    #expect(text.contains(#/MediaBox \[ 0 0 960 540 \]/#))
    #expect(!text.contains("CreationDate"))
    #expect(try encode(Samples.drawing(try Samples.plus()), .pdf) == bytes)
  }

  @Test("An SVG is the same bytes each time, and says in words what it shows")
  func svg() throws {
    let bytes = try encode(Samples.drawing(try Samples.plus()), .svg)
    #expect(try encode(Samples.drawing(try Samples.plus()), .svg) == bytes)
    let text = String(decoding: bytes, as: UTF8.self)
    #expect(text.contains("width=\"960pt\" height=\"540pt\""))
    #expect(text.contains("<title>a &lt; b &amp; c</title>"))
    #expect(text.contains("<desc>0 1 -4\nlast  line</desc>"))
    #expect(text.hasSuffix("</svg>\n"))
  }

  @Test("Chinese labels have a font: two signs look different")
  func chinese() throws {
    func rendered(_ text: String) throws -> PixelPicture {
      var drawing = Drawing(width: 100, height: 50)
      drawing.fill(Box(x: 0, y: 0, width: 100, height: 50), .paper)
      drawing.text(text, x: 10, baseline: 40, TextLook(size: 30, ink: .text))
      return try CairoCanvas.pixels(drawing, scale: 1)
    }
    // A font without them would draw the same box for both.
    #expect(try rendered("卷") != rendered("积"))
    #expect(try rendered("卷积").pixels.contains { $0 != 0xFF_FFFF })
  }
}
