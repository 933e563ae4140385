import ConvolutionEngine
import Testing

@Suite struct InputPresetTests {
  private func rows(_ name: String, _ height: Int? = nil, _ width: Int? = nil) throws -> [String] {
    let preset = try #require(InputPreset.named(name))
    let size = PerAxis(vertical: height ?? preset.size.vertical, horizontal: width ?? preset.size.horizontal)
    let tensor = try preset.tensor(size: size)
    return (0..<size.vertical).map { row in
      (0..<size.horizontal).map { tensor[row: row, column: $0] == 0 ? "." : "#" }.joined()
    }
  }

  @Test("every name is there once and finds its own preset")
  func names() {
    let expected =
      ["plus", "checkerboard", "impulse", "flat", "ramp", "edge", "stripes", "noise", "rgb-patches"]
      + (0...9).map { "digit-\($0)" } + ["sine", "decay", "pulse", "step"]
    #expect(InputPreset.all.map(\.name) == expected)
    for name in expected { #expect(InputPreset.named(name)?.name == name) }
    #expect(InputPreset.named("nothing") == nil)
  }

  @Test(
    "each is finite and of the size asked for, from 1×1 to tall, wide and large", arguments: InputPreset.all.map(\.name)
  )
  func sizes(name: String) throws {
    let preset = try #require(InputPreset.named(name))
    #expect(try preset.tensor() == preset.tensor(size: preset.size))
    for (height, width) in [(1, 1), (1, 9), (9, 1), (2, 2), (3, 5), (40, 60)] {
      let tensor = try preset.tensor(size: PerAxis(vertical: height, horizontal: width))
      #expect(tensor.shape == (try Shape(channels: preset.isColor ? 3 : 1, height: height, width: width)))
      #expect(tensor.values.allSatisfy { $0.isFinite })
    }
  }

  @Test("an empty size makes an empty tensor at once, a negative one is refused")
  func noSize() throws {
    for preset in InputPreset.all {
      #expect(try preset.tensor(size: PerAxis(vertical: 1 << 60, horizontal: 0)).values.isEmpty)
      #expect(throws: ShapeError.negativeSide([1, preset.isColor ? 3 : 1, -1, 1])) {
        try preset.tensor(size: PerAxis(vertical: -1, horizontal: 1))
      }
    }
  }

  @Test("the plus is that of the article: row 3, columns 2 to 4, and column 3, rows 2 to 4 of 7×7")
  func plus() throws {
    #expect(try rows("plus") == [".......", ".......", "...#...", "..###..", "...#...", ".......", "......."])
    #expect(try rows("plus", 3, 3) == [".#.", "###", ".#."])
    let large = try rows("plus", 21, 21)
    #expect(large[10] == "......#########......")
    #expect(large[6] == ".........###.........")
    #expect(large[5] == String(repeating: ".", count: 21))
  }

  @Test("the simple pictures are what they say")
  func pictures() throws {
    #expect(try rows("checkerboard", 3, 4) == ["#.#.", ".#.#", "#.#."])
    #expect(try rows("impulse", 3, 3) == ["...", ".#.", "..."])
    #expect(try rows("flat", 1, 3) == ["###"])
    #expect(try rows("edge", 2, 6) == ["...###", "...###"])
    #expect(try rows("stripes", 1, 8) == ["..##..##"])
    #expect(
      try #require(InputPreset.named("ramp")).tensor(size: PerAxis(vertical: 2, horizontal: 3)).values == [
        0, 1, 2, 0, 1, 2,
      ])
    #expect(try #require(InputPreset.named("checkerboard")).size == PerAxis(8))
  }

  @Test("the colour bars are an upright edge in red, a level one in green, stripes in blue")
  func colors() throws {
    let preset = try #require(InputPreset.named("rgb-patches"))
    #expect(preset.isColor)
    #expect(InputPreset.named("plus")?.isColor == false)
    let bars = try preset.tensor(size: PerAxis(vertical: 2, horizontal: 4))
    #expect(bars.values == [1, 1, 0, 0, 1, 1, 0, 0] + [1, 1, 1, 1, 0, 0, 0, 0] + [1, 0, 1, 0, 1, 0, 1, 0])
    #expect(try preset.tensor().shape == Shape(channels: 3, height: 8, width: 8))
  }

  @Test("noise is the same for a seed on every platform, in hundredths, and another for another seed")
  func noise() throws {
    let noise = try #require(InputPreset.named("noise"))
    // SplitMix64 from seed 1, modulo 101.
    let first: [Float] = [0.15, 0.35, 0.59, 0.75, 0.88, 0.87, 0.17, 0.8]
    #expect(try Array(noise.tensor().values.prefix(8)) == first)
    #expect(try noise.tensor(seed: 2) != noise.tensor())
    let many = try noise.tensor(size: PerAxis(100)).values
    #expect(many.min() == 0 && many.max() == 1)
    #expect(try #require(InputPreset.named("plus")).tensor(seed: 2) == #require(InputPreset.named("plus")).tensor())
  }

  @Test("the signals are those of the article, a pulse of a third, and a step in the middle")
  func signals() throws {
    let sine = try #require(InputPreset.named("sine")).tensor().values
    let decay = try #require(InputPreset.named("decay")).tensor().values
    #expect(sine.count == 100 && decay.count == 100)
    // Five periods end where they began, a quarter of a period after the start is the top; e⁻¹⁰ at the end.
    #expect(sine[0] == 0 && abs(sine[99]) < 1e-6 && abs(sine[5] - 0.99987) < 1e-4)
    #expect(decay[0] == 1 && abs(decay[99] - 4.54e-5) < 1e-7)
    #expect(try rows("pulse") == [".....#####....."])
    #expect(try rows("step", 2, 4) == ["..##", "..##"])
  }

  @Test("digits stand in an empty frame, differ from each other, and grow cell by cell")
  func digits() throws {
    #expect(
      try rows("digit-7") == [
        ".......", ".#####.", ".....#.", "....#..", "...#...", "..#....", "..#....", "..#....", ".......",
      ])
    #expect(try Set((0...9).map { try rows("digit-\($0)") }).count == 10)
    let (small, large) = try (rows("digit-4"), rows("digit-4", 18, 14))
    #expect(large == small.flatMap { row in Array(repeating: row.map { "\($0)\($0)" }.joined(), count: 2) })
  }
}
