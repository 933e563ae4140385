import ConvolutionEngine
import Testing

@testable import Formats

@Suite struct JPEGTests {
  private func read(_ file: [UInt8], limits: GridLimits = GridLimits()) throws(FormatError) -> Tensor {
    try GridReader.read(bytes: file, name: "photo.jpg", limits: limits)
  }

  @Test("Grey is read; quality 100 keeps each pixel within 1")
  func grey() throws {
    let tensor = try read(JPEGSample.grey)
    #expect(tensor.shape == (try Shape(height: 8, width: 12)))
    for (index, value) in tensor.values.enumerated() { #expect(abs(value - Float(10 + 2 * index)) <= 1) }
  }

  @Test(
    "Colour, baseline and progressive, becomes luminance within 1 of the exact pixels'",
    arguments: [JPEGSample.colour, JPEGSample.progressive])
  func colour(file: [UInt8]) throws {
    let tensor = try read(file)
    #expect(tensor.shape == (try Shape(height: 8, width: 16)))
    // 0.299·200 + 0.587·50 + 0.114·100 = 100.55, and 5.87 more on the right.
    for (index, value) in tensor.values.enumerated() {
      #expect(abs(value - (index % 16 < 8 ? 100.55 : 106.42)) <= 1.5)
    }
  }

  @Test(
    "In colour each plane is within 2 of the exact pixels'", arguments: [JPEGSample.colour, JPEGSample.progressive])
  func planes(file: [UInt8]) throws {
    let tensor = try GridReader.read(bytes: file, name: "photo.jpg", colors: .rgb)
    #expect(tensor.shape == (try Shape(channels: 3, height: 8, width: 16)))
    for (index, value) in tensor.values.enumerated() {
      let isLeft = index % 16 < 8
      // JPEG keeps luminance and two differences in whole numbers, which cost a colour at most 2.
      #expect(abs(value - [200, isLeft ? 50 : 60, 100][index / 128]) <= 2)
    }
  }

  @Test("Grey is in all three planes")
  func greyPlanes() throws {
    let grey = try read(JPEGSample.grey).values
    #expect(try GridReader.read(bytes: JPEGSample.grey, name: "p.jpg", colors: .rgb).values == grey + grey + grey)
  }

  @Test("Printing colours are refused as such")
  func printingColours() {
    #expect(throws: FormatError.unsupported(format: "JPEG", .printingColours)) { try read(JPEGSample.cmyk) }
  }

  @Test("A size beyond the limits or the bytes is refused before decoding")
  func bombs() throws {
    #expect(throws: FormatError.tooLarge(.values, actual: 96, limit: 95)) {
      try read(JPEGSample.grey, limits: GridLimits(values: 95))
    }
    // The frame header holds the height and width behind its marker, length and precision.
    var file = JPEGSample.grey
    let frame = try #require(file.indices.dropLast().first { file[$0] == 0xFF && file[$0 + 1] == 0xC0 })
    file.replaceSubrange(frame + 5..<frame + 9, with: [0x1F, 0x40, 0x1F, 0x40])
    #expect(throws: FormatError.truncated(format: "JPEG", expected: 125_000, actual: file.count)) { try read(file) }
  }
}
