import ConvolutionEngine
import Explorer
import Testing

@testable import Exporting

@Suite("Animated GIFs")
struct GIFAnimationTests {
  @Test("Every picture comes back as it was drawn, and only what changed is stored")
  func squares() throws {
    let bytes = try GIFAnimation.encode(count: 5, pixelWidth: 160, delay: 16, lastDelay: 200) {
      Samples.squares(step: $0)
    }
    let file = try GIFFile(bytes)
    #expect(file.width == 160 && file.height == 90)
    #expect(file.loops)
    #expect(file.delays == [16, 16, 16, 16, 200])
    for (step, picture) in file.pictures.enumerated() {
      // Three colours and no shades between them, so nothing is lost.
      #expect(try CairoCanvas.pixels(Samples.squares(step: step), scale: 1).pixels == picture)
    }
    // The square of 10×10 pixels leaves one place and takes the next.
    #expect(file.stored == [160 * 90] + Array(repeating: 20 * 10, count: 4))
  }

  @Test("A picture that did not change is stored as one pixel")
  func still() throws {
    let bytes = try GIFAnimation.encode(count: 2, pixelWidth: 160, delay: 5, lastDelay: 5) { _ in
      Samples.squares(step: 1)
    }
    let file = try GIFFile(bytes)
    #expect(file.stored == [160 * 90, 1])
    #expect(file.pictures[0] == file.pictures[1])
  }

  @Test("The steps of a run become as many pictures; letters keep their colours to within a shade")
  func stepping() throws {
    let run = try SteppingRun(try Samples.plus(), from: (row: 3, column: 0), most: 4)
    #expect(run.count == 4 && run.total == 28)
    let plans = run.map { PicturePlan($0) }
    func drawing(_ index: Int) -> Drawing { Picture.drawing(plans[index], captions: Samples.captions) }
    let file = try GIFFile(
      try GIFAnimation.encode(count: plans.count, pixelWidth: 320, delay: 10, lastDelay: 10, drawing: drawing))
    #expect(file.pictures.count == 4)
    for (index, picture) in file.pictures.enumerated() {
      let drawn = try CairoCanvas.pixels(drawing(index), scale: 320 / Picture.width).pixels
      func part(_ pixel: UInt32, _ shift: UInt32) -> Int { Int(pixel >> shift & 0xFF) }
      let worst = zip(drawn, picture).map { first, second in
        [0, 8, 16].map { abs(part(first, $0) - part(second, $0)) }.max() ?? 0
      }
      // 255 colours for the edges of letters at a small size: none is off by more than a fifth of the range.
      #expect((worst.max() ?? 0) <= 51)
      #expect(worst.count { $0 > 16 } < drawn.count / 200)
    }
  }
}
