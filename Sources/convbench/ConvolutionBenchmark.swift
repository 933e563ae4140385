import ConvolutionEngine

/// The two-dimensional convolutions that the peers run as well, by the names of their table.
struct ConvolutionBenchmark {
  let name: String
  let channels: Int
  let size: Int
  let filters: Int
  let kernel: Int
  var stride = 1
  var padding = 1
  var dilation = 1
  var groups = 1

  static let all = [
    ConvolutionBenchmark(name: "3-64 k3 p1 @224", channels: 3, size: 224, filters: 64, kernel: 3),
    ConvolutionBenchmark(name: "64-128 k3 p1 @112", channels: 64, size: 112, filters: 128, kernel: 3),
    ConvolutionBenchmark(name: "128-256 k3 p1 @56", channels: 128, size: 56, filters: 256, kernel: 3),
    ConvolutionBenchmark(name: "64-64 k3 p1 @224", channels: 64, size: 224, filters: 64, kernel: 3),
    ConvolutionBenchmark(name: "64-64 k7 p3 @224", channels: 64, size: 224, filters: 64, kernel: 7, padding: 3),
    ConvolutionBenchmark(name: "64-64 k7 p3 @56", channels: 64, size: 56, filters: 64, kernel: 7, padding: 3),
    ConvolutionBenchmark(
      name: "64-64 k3 p2 d2 @224", channels: 64, size: 224, filters: 64, kernel: 3, padding: 2, dilation: 2),
    ConvolutionBenchmark(
      name: "64-64 k3 p2 d2 @56", channels: 64, size: 56, filters: 64, kernel: 3, padding: 2, dilation: 2),
    ConvolutionBenchmark(name: "3-16 k3 p1 @224", channels: 3, size: 224, filters: 16, kernel: 3),
    ConvolutionBenchmark(name: "dw64 k3 p1 @112", channels: 64, size: 112, filters: 64, kernel: 3, groups: 64),
    // Where the algorithms for one channel at a time change places; the peers have no such rows.
    ConvolutionBenchmark(
      name: "dw64 k7 p3 @112", channels: 64, size: 112, filters: 64, kernel: 7, padding: 3, groups: 64),
    ConvolutionBenchmark(name: "dw256 k3 p1 @28", channels: 256, size: 28, filters: 256, kernel: 3, groups: 256),
    ConvolutionBenchmark(name: "dw3 k3 p1 @1024", channels: 3, size: 1024, filters: 3, kernel: 3, groups: 3),
    ConvolutionBenchmark(
      name: "dw3 k7 p3 @1024", channels: 3, size: 1024, filters: 3, kernel: 7, padding: 3, groups: 3),
    ConvolutionBenchmark(name: "256-256 k1 @56", channels: 256, size: 56, filters: 256, kernel: 1, padding: 0),
    ConvolutionBenchmark(name: "64-128 k3 s2 p1 @112", channels: 64, size: 112, filters: 128, kernel: 3, stride: 2),
    ConvolutionBenchmark(
      name: "64-128 k1 s2 @112", channels: 64, size: 112, filters: 128, kernel: 1, stride: 2, padding: 0),
    ConvolutionBenchmark(
      name: "3-192 k16 s16 @224", channels: 3, size: 224, filters: 192, kernel: 16, stride: 16, padding: 0),
  ]

  func convolution() throws -> Convolution {
    let geometry = try ConvolutionGeometry(
      stride: PerAxis(stride), dilation: PerAxis(dilation), padding: Padding(padding))
    return try Convolution(
      input: Shape(channels: channels, height: size, width: size),
      weights: Shape(batch: filters, channels: channels / groups, height: kernel, width: kernel),
      bias: Shape(channels: filters, height: 1, width: 1), geometry: geometry, groups: groups)
  }
}
