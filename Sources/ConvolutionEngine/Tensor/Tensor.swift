/// Float32 values in flat row-major N×C×H×W storage.
///
/// Two tensors are equal when their shapes and the bit patterns of all values are: `NaN` equals itself and `-0` differs
/// from `0`, which is what "the old state came back" and "every partition gives the same result" have to mean.
public struct Tensor: Sendable {
  public let shape: Shape

  /// All values; the width axis runs fastest. Always holds `shape.count` elements.
  public private(set) var values: [Float]

  /// A tensor filled with one value.
  public init(shape: Shape, repeating value: Float = 0) {
    self.shape = shape
    self.values = Array(repeating: value, count: shape.count)
  }

  /// A tensor over the given row-major values.
  ///
  /// - Throws: `ShapeError.valueCount` unless there are exactly `shape.count` values.
  public init(shape: Shape, values: [Float]) throws(ShapeError) {
    guard values.count == shape.count else { throw .valueCount(count: values.count, shape: shape) }
    self.shape = shape
    self.values = values
  }

  /// A tensor whose uninitialised storage `body` fills completely.
  ///
  /// `body` gets `shape.count` floats; it must initialise every one of them.
  package init<Failure: Error>(
    shape: Shape, initializing body: (UnsafeMutableBufferPointer<Float>) throws(Failure) -> Void
  ) throws(Failure) {
    self.shape = shape
    var failure: Failure?
    let count = shape.count
    values = Array(unsafeUninitializedCapacity: count) { buffer, initialized in
      do throws(Failure) {
        try body(UnsafeMutableBufferPointer(rebasing: buffer[..<count]))
        initialized = count
      } catch {
        failure = error
      }
    }
    if let failure { throw failure }
  }

  /// The same values in storage order under another shape, which must hold as many.
  package func reshaped(to shape: Shape) -> Tensor {
    precondition(shape.count == self.shape.count, "another number of values")
    return Tensor(shape: shape, unchecked: values)
  }

  /// Some pictures of a batch one after another, in the order of `indices`, which must all lie in it.
  package func pictures(_ indices: some Collection<Int>) -> Tensor {
    let size = shape.batch == 0 ? 0 : shape.count / shape.batch
    var chosen: [Float] = []
    chosen.reserveCapacity(indices.count * size)
    for index in indices {
      precondition((0..<shape.batch).contains(index), "no such picture")
      chosen += values[(index * size)..<((index + 1) * size)]
    }
    return Tensor(shape: Shape(batch: indices.count, like: shape), unchecked: chosen)
  }

  private init(shape: Shape, unchecked values: [Float]) {
    self.shape = shape
    self.values = values
  }

  /// The value at a coordinate, which must lie inside the shape.
  public subscript(coordinate: Coordinate) -> Float {
    get {
      precondition(shape.contains(coordinate), "coordinate outside the tensor")
      return values[shape.offset(of: coordinate)]
    }
    set {
      precondition(shape.contains(coordinate), "coordinate outside the tensor")
      values[shape.offset(of: coordinate)] = newValue
    }
  }

  /// The value at a row and column of one plane, which must lie inside the shape.
  public subscript(batch batch: Int = 0, channel channel: Int = 0, row row: Int, column column: Int) -> Float {
    get { self[Coordinate(batch: batch, channel: channel, row: row, column: column)] }
    set { self[Coordinate(batch: batch, channel: channel, row: row, column: column)] = newValue }
  }
}

extension Tensor: Equatable {
  public static func == (left: Tensor, right: Tensor) -> Bool {
    left.shape == right.shape && left.values.elementsEqual(right.values) { $0.bitPattern == $1.bitPattern }
  }
}

extension Tensor {
  /// One plane (N = C = 1) from equally long rows, as in `Tensor(rows: [[0, 1], [2, 3]])`.
  ///
  /// - Throws: `ShapeError.valueCount` when the rows differ in length.
  public init(rows: [[Float]]) throws(ShapeError) {
    let shape = try Shape(height: rows.count, width: rows.first?.count ?? 0)
    guard rows.allSatisfy({ $0.count == shape.width }) else {
      throw .valueCount(count: rows.reduce(0) { $0 + $1.count }, shape: shape)
    }
    try self.init(shape: shape, values: rows.flatMap { $0 })
  }
}
