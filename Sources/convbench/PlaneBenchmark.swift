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
  /// Whether edited cells stand near each other.
  var isLocal = true

  /// What is measured.
  enum Work {
    /// One read and one write of each cell.
    case copy
    /// A kernel at random.
    case filter
    /// A cell of the input is changed, another one in each call, and the output brought up to date.
    case cellEdit
    /// A weight is changed, and the output brought up to date.
    case weightEdit
  }

  static let all: [PlaneBenchmark] = {
    let sizes = [(512, 512), (2048, 2048), (2160, 3840)]
    let filters = sizes.flatMap { height, width in
      [3, 7, 31].map { kernel in
        PlaneBenchmark(
          name: "f\(kernel)x\(kernel) \(width)x\(height)", height: height, width: width, kernel: kernel, work: .filter)
      }
    }
    let tiny = [5, 7, 9].map { size in
      PlaneBenchmark(
        name: "tiny \(size)x\(size) k3 p1", group: "c", height: size, width: size, kernel: 3, work: .filter)
    }
    let edits = [
      PlaneBenchmark(
        name: "cell edit 3x3 3840x2160", group: "c", height: 2160, width: 3840, kernel: 3, work: .cellEdit),
      PlaneBenchmark(
        name: "scattered cell edit 3x3 3840x2160", group: "c", height: 2160, width: 3840, kernel: 3, work: .cellEdit,
        isLocal: false),
      PlaneBenchmark(name: "weight edit 3x3 3840x2160", height: 2160, width: 3840, kernel: 3, work: .weightEdit),
      PlaneBenchmark(name: "weight edit 7x7 3840x2160", height: 2160, width: 3840, kernel: 7, work: .weightEdit),
      PlaneBenchmark(name: "weight edit 31x31 3840x2160", height: 2160, width: 3840, kernel: 31, work: .weightEdit),
    ]
    // How time grows with the picture; the peers have no such rows.
    let growth = [64, 128, 256, 512, 1024, 2048, 4096, 8192].map { size in
      PlaneBenchmark(
        name: "growth 3x3 \(size)x\(size)", group: "g", height: size, width: size, kernel: 3, work: .filter)
    }
    let copy = PlaneBenchmark(name: "copy 3840x2160", height: 2160, width: 3840, kernel: 1, work: .copy)
    return [copy] + filters + tiny + edits + growth
  }()

  /// Calls between two looks at the clock, as for the peers.
  var inner: Int { group == "c" ? 500 : 1 }

  func convolution() throws -> Convolution {
    try Convolution(
      input: Shape(height: height, width: width), weights: Shape(height: kernel, width: kernel),
      geometry: ConvolutionGeometry(padding: Padding(kernel / 2)))
  }
}
