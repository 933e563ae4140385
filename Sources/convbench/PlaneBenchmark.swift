import ConvolutionEngine

/// Work on one picture with one channel, by the names of the table of peers: filters, and what a copy takes at best.
struct PlaneBenchmark {
  let name: String
  /// The peers' group, `b` for pictures and `c` for tiny ones.
  var group = "b"
  let height: Int
  let width: Int
  let kernel: Int
  let work: Work

  /// What is measured.
  enum Work {
    /// One read and one write of each cell.
    case copy
    /// A kernel at random.
    case filter
  }

  static let all: [PlaneBenchmark] = {
    let sizes = [(512, 512), (2048, 2048), (2160, 3840)]
    let filters = sizes.flatMap { height, width in
      [3, 7, 31].map { kernel in
        PlaneBenchmark(
          name: "f\(kernel)x\(kernel) \(width)x\(height)", height: height, width: width, kernel: kernel, work: .filter)
      }
    }
    return [PlaneBenchmark(name: "copy 3840x2160", height: 2160, width: 3840, kernel: 1, work: .copy)] + filters
  }()

  func convolution() throws -> Convolution {
    try Convolution(
      input: Shape(height: height, width: width), weights: Shape(height: kernel, width: kernel),
      geometry: ConvolutionGeometry(padding: Padding(kernel / 2)))
  }
}
