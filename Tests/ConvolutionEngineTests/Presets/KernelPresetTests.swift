import ConvolutionEngine
import Testing

@Suite struct KernelPresetTests {
  static let names = [
    "identity", "sharpen", "blur", "gaussian-3", "gaussian-5", "motion-blur", "sobel-x", "sobel-y", "sobel-x-negated",
    "sobel-x-quarter", "sobel-y-quarter", "prewitt-x", "prewitt-y", "scharr-x", "scharr-y", "edge-1x2", "laplacian",
    "laplacian-8", "emboss", "plus-detector", "box-5", "binomial-5", "decay",
  ]

  private func values(_ name: String) throws -> [Float] {
    try #require(KernelPreset.named(name)).weights.values
  }

  @Test("no line of the table was lost, every name is there once and finds its own preset")
  func names() {
    #expect(KernelPreset.all.map(\.name) == Self.names)
    #expect(Set(Self.names).count == Self.names.count)
    for name in Self.names { #expect(KernelPreset.named(name)?.name == name) }
    #expect(KernelPreset.named("nothing") == nil)
  }

  @Test("every preset is one finite kernel")
  func shapes() {
    for preset in KernelPreset.all {
      #expect(preset.weights.shape.batch == 1 && preset.weights.shape.channels == 1)
      #expect(preset.weights.values.allSatisfy { $0.isFinite })
    }
  }

  @Test("the kernels of the article are as printed there")
  func article() throws {
    #expect(try values("sharpen") == [0, -1, 0, -1, 5, -1, 0, -1, 0])
    #expect(try values("blur") == Array(repeating: 1 / 9, count: 9))
    #expect(try values("sobel-x") == [-1, 0, 1, -2, 0, 2, -1, 0, 1])
    #expect(try values("sobel-y") == [-1, -2, -1, 0, 0, 0, 1, 2, 1])
    #expect(try values("sobel-x-negated") == [1, 0, -1, 2, 0, -2, 1, 0, -1])
    #expect(try values("sobel-x-quarter") == [-0.25, 0, 0.25, -0.5, 0, 0.5, -0.25, 0, 0.25])
    #expect(try values("sobel-y-quarter") == [-0.25, -0.5, -0.25, 0, 0, 0, 0.25, 0.5, 0.25])
    #expect(try values("identity") == [0, 0, 0, 0, 1, 0, 0, 0, 0])
  }

  @Test("smoothing kernels sum to 1, detectors of change to 0")
  func sums() throws {
    func sum(_ name: String) throws -> Double { try values(name).reduce(0) { $0 + Double($1) } }
    for name in ["identity", "sharpen", "gaussian-3", "gaussian-5", "emboss", "binomial-5"] {
      #expect(try sum(name) == 1, "\(name)")
    }
    // Each of the ninths and fifths is off by at most half a unit in the last place of Float32 below 1/4: 2⁻²⁷.
    for (name, taps) in [("blur", 9.0), ("motion-blur", 5), ("box-5", 5)] {
      #expect(try abs(sum(name) - 1) <= taps * 0x1p-27)
    }
    for name in Self.names where ["sobel", "prewitt", "scharr", "laplacian", "edge"].contains(where: name.hasPrefix) {
      #expect(try sum(name) == 0, "\(name)")
    }
    #expect(try sum("plus-detector") == 5)
  }

  @Test("each y kernel is its x kernel transposed")
  func transposed() throws {
    for family in ["sobel", "prewitt", "scharr"] {
      let (across, down) = try (values("\(family)-x"), values("\(family)-y"))
      for row in 0..<3 { for column in 0..<3 { #expect(across[row * 3 + column] == down[column * 3 + row]) } }
    }
  }
}
