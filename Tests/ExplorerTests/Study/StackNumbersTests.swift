import ConvolutionEngine
import TestSupport
import Testing

@testable import Explorer

@Suite("The numbers of a stack")
struct StackNumbersTests {
  @Test("are those of a forward pass, bit for bit")
  func forward() throws {
    let model = try StackExamples.model("1x12x10 conv:4,k3,p1 relu max-pool:2 conv:2,k3,d2,p2 flatten linear:3")
    let run = try #require(StackRun(model))
    // The same network put together by hand.
    var net = NetworkBuilder(input: try ActivationShape(channels: 1, height: 12, width: 10))
    net.add("conv1", Conv2DLayer(filters: 4, kernel: 3, padding: 1))
    net.add("relu1", ReLULayer())
    net.add("pool1", MaxPool2DLayer(kernel: 2))
    net.add("conv2", Conv2DLayer(filters: 2, kernel: 3, padding: 2, dilation: 2))
    net.add("flatten1", FlattenLayer())
    net.add("linear1", LinearLayer(features: 3))
    let network = try net.network(named: "by hand")
    let picture = try #require(InputPreset.named("digit-8")).tensor(size: PerAxis(vertical: 12, horizontal: 10))
    let expected = try #require(
      try network.forward(picture, weights: try .initial(for: network, seed: StackRun.seed)))
    #expect(run.input.tensor == picture)
    for level in 1...model.depth {
      let activation = try #require(expected[level - 1])
      #expect(run.activation(at: level) == activation)
      for row in 0..<activation.shape.size.vertical {
        for column in 0..<activation.shape.size.horizontal {
          let value = try #require(run.value(level: level, row: row, column: column))
          #expect(value.bitPattern == activation.tensor[row: row, column: column].bitPattern)
        }
      }
    }
    #expect(run.value(level: 1, row: 12, column: 0) == nil)
  }

  @Test("are not computed beyond the budget")
  func budget() throws {
    #expect(StackRun(try StackExamples.model("name:hybrid-net")) == nil)
    #expect(StackRun(try StackExamples.model("name:vgg-16")) == nil)
    #expect(StackRun(try StackExamples.model("1x8x8 flatten linear:1000000")) == nil)
    #expect(StackRun(try StackExamples.model("name:lenet-5")) != nil)
  }

  @Test("give each channel of a noisy input numbers of its own")
  func noise() throws {
    let run = try #require(StackRun(try StackExamples.model("4x6x6 relu")))
    let values = run.input.tensor.values
    let planes = (0..<4).map { channel in Array(values.dropFirst(channel * 36).prefix(36)) }
    #expect(Set(planes).count == 4)
  }

  @Test("compare a convolution with a dense layer to the same maps: 483,385,147,392 weights against 1,728")
  func article() throws {
    let model = try StackExamples.model("name:hybrid-net")
    let comparison = try #require(StackComparison(model, level: 1))
    #expect(comparison.weights == 1_728 && comparison.biases == 64)
    #expect(comparison.denseWeights == 483_385_147_392)
    #expect(comparison.denseParameters == 483_385_147_392 + 3_211_264)
    #expect(comparison.fewWeights == 77_070_336)
    #expect((comparison.fewRatio * 10).rounded() == 446_009, "the article's 44,600.9")
    #expect((comparison.ratio / 1_000_000).rounded() == 270, "483,388,358,656 / 1,792")
    #expect(StackComparison(model, level: 2) == nil && StackComparison(model, level: 0) == nil)
  }

  @Test("of a dense layer beyond Int are told to be so")
  func huge() throws {
    let comparison = try #require(
      StackComparison(try StackExamples.model("4096x4096x4096 conv:4096,k3,p1"), level: 1))
    #expect(comparison.denseWeights == nil && comparison.denseParameters == nil)
    #expect(comparison.ratio > 1e12)
  }

  @Test("count 27·C² weights in three 3×3 and 49·C² in one 7×7")
  func substitute() throws {
    for channels in [1, 8] {
      let model = try StackExamples.model(
        "\(channels)x16x16 conv:\(channels),p1 relu conv:\(channels),p1 relu conv:\(channels),p1")
      let substitute = try #require(StackSubstitute(model, level: 5))
      #expect(substitute.kernels == [3, 3, 3] && substitute.field == 7 && substitute.channels == channels)
      #expect(substitute.weights == 27 * channels * channels)
      #expect(substitute.oneWeights == 49 * channels * channels)
      #expect(StackSubstitute(model, level: 1) == nil, "one is no stack")
    }
    #expect(StackSubstitute(try StackModel(StackPreset.pooled.study), level: 3) == nil, "a pool is no convolution")
  }
}
