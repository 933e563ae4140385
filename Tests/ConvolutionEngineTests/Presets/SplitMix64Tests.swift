import ConvolutionEngine
import Testing

@Suite struct SplitMix64Tests {
  @Test("the published sequence of seed 1234567 comes out")
  func published() {
    var generator = SplitMix64(seed: 1_234_567)
    let numbers = (0..<3).map { _ in generator.next() }
    #expect(numbers == [6_457_827_717_110_365_317, 3_203_168_211_198_807_973, 9_817_491_932_198_370_423])
  }

  @Test("seed 0 is a seed like any other")
  func zero() {
    var generator = SplitMix64(seed: 0)
    #expect(generator.next() == 0xe220_a839_7b1d_cdaf)
  }

  @Test("any number of the sequence can be had without those before it", arguments: [0, 1, 1_234_567, UInt64.max])
  func access(seed: UInt64) {
    var generator = SplitMix64(seed: seed)
    for index in 0..<20 { #expect(SplitMix64.number(UInt64(index), seed: seed) == generator.next()) }
  }
}
