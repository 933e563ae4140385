import ConvolutionEngine
import Testing

@testable import Formats

@Suite struct ArrayWriterTests {
  /// A header as NumPy 2.4.6 writes it, with its padding and newline.
  static func header(_ dictionary: String, _ size: Int) -> [UInt8] {
    let padding = String(repeating: " ", count: size - 11 - dictionary.utf8.count)
    return NPYHeader.magic + [1, 0, UInt8(size - 10), 0] + Array((dictionary + padding + "\n").utf8)
  }

  @Test("A row of three, a single value, and an empty array are NumPy's bytes")
  func bytes() throws {
    let row = try NDArray<Float>(axes: [3], values: [1, -2, 0.5])
    #expect(
      ArrayWriter.encode(row) == Self.header("{'descr': '<f4', 'fortran_order': False, 'shape': (3,), }", 128) + [
        0, 0, 0x80, 0x3F, 0, 0, 0, 0xC0, 0, 0, 0, 0x3F,
      ])
    let single = try NDArray<Double>(axes: [], values: [1])
    #expect(
      ArrayWriter.encode(single) == Self.header("{'descr': '<f8', 'fortran_order': False, 'shape': (), }", 128) + [
        0, 0, 0, 0, 0, 0, 0xF0, 0x3F,
      ])
    let empty = try NDArray<Double>(axes: [2, 0, 3], values: [])
    #expect(
      ArrayWriter.encode(empty) == Self.header("{'descr': '<f8', 'fortran_order': False, 'shape': (2, 0, 3), }", 128))
  }

  @Test("A header that would fit exactly with NumPy's room for a longer first axis gets 64 bytes more, as NumPy's does")
  func fullPadding() throws {
    let axes = [1, 10, 10] + Array(repeating: 1, count: 11)
    let array = try NDArray<Float>(axes: axes, values: Array(repeating: 0, count: 100))
    #expect(ArrayWriter.encode(array).count == 192 + 400)
  }

  @Test(
    "What was written is read back with its axes, bit for bit",
    arguments: [[], [0], [6], [2, 3], [1, 1, 6], [0, 3, 8, 8], [1, 2, 1, 3], [2, 1, 3, 1, 1], [1, 1, 3, 2, 1, 1]])
  func roundTrip(axes: [Int]) throws {
    let count = try NDArray<Float>.count(of: axes)
    let floats = Array([-0.0, .nan, .infinity, .leastNonzeroMagnitude, 3.4e38, 0.1].prefix(count)) as [Float]
    let bytes = ArrayWriter.encode(try NDArray(axes: axes, values: floats))
    let read = try ArrayReader.read(bytes: bytes, name: "a.npy", as: Float.self)
    #expect(read.axes == axes)
    #expect(read.values.map(\.bitPattern) == floats.map(\.bitPattern))

    let doubles = Array([-0.0, .nan, -.infinity, .leastNonzeroMagnitude, 1.7e308, 0.1].prefix(count)) as [Double]
    let longer = ArrayWriter.encode(try NDArray(axes: axes, values: doubles))
    let same = try ArrayReader.read(bytes: longer, name: "a.npy", as: Double.self)
    #expect(same.axes == axes)
    #expect(same.values.map(\.bitPattern) == doubles.map(\.bitPattern))
  }

  @Test("A grid is written by the same rule, one plane as H×W and all else as N×C×H×W")
  func grids() throws {
    let plane = try Tensor(rows: [[1, 2, 3]])
    let array = try NDArray<Float>(axes: [1, 3], values: [1, 2, 3])
    #expect(try GridWriter.encode(plane, path: "a.npy").bytes == ArrayWriter.encode(array))
    let stack = Tensor(shape: try Shape(batch: 1, channels: 2, height: 1, width: 2), repeating: 1)
    let axes = try NDArray<Float>(axes: [1, 2, 1, 2], values: [1, 1, 1, 1])
    #expect(try GridWriter.encode(stack, path: "a.npy").bytes == ArrayWriter.encode(axes))
  }
}
