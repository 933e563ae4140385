/// Where the elements of an array stand in Fortran order, in which the first axis runs fastest: element (i, j, k, …) of
/// an array I×J×K×… stands at i + I·(j + J·(k + …)).
struct FortranOrder {
  /// The axes longer than 1, of which there are at least two.
  private let axes: [Int]
  /// How far apart neighbours along each of `axes` stand.
  private let strides: [Int]

  /// Nil when the order is that of C, for no more than one axis is longer than 1.
  ///
  /// - Parameter axes: each at least 1.
  init?(axes: [Int]) {
    self.axes = axes.filter { $0 > 1 }
    guard self.axes.count > 1 else { return nil }
    var stride = 1
    var strides: [Int] = []
    for axis in self.axes {
      strides.append(stride)
      stride *= axis
    }
    self.strides = strides
  }

  /// The extent of the last axis that is longer than 1.
  var rowLength: Int { axes[axes.count - 1] }
  /// How far apart the elements of a row stand.
  var rowStride: Int { strides[strides.count - 1] }

  /// Calls `body` for each row, in C order, with the place of its first element.
  @inline(__always)
  func forEachRow(_ body: (_ start: Int) -> Void) {
    let outer = axes.count - 1
    var position = Array(repeating: 0, count: outer)
    var start = 0
    while true {
      body(start)
      var axis = outer - 1
      while axis >= 0 {
        position[axis] += 1
        start += strides[axis]
        if position[axis] < axes[axis] { break }
        start -= strides[axis] * axes[axis]
        position[axis] = 0
        axis -= 1
      }
      guard axis >= 0 else { return }
    }
  }
}
