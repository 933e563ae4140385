import ConvolutionEngine

extension GridFormat {
  static let npyName = "NumPy"

  /// NumPy arrays of bool, integers and floats up to four axes; either byte order, C and Fortran order.
  package static let npy = GridFormat(
    name: npyName, extensions: ["npy"], recognises: { $0.starts(with: NPYHeader.magic) }, isKnownByExtension: false,
    read: .numbers(NPYReader.read), write: NPYWriter.write)
}

/// Reads `.npy` as a grid: one axis becomes a row, two H×W, three C×H×W, four N×C×H×W.
enum NPYReader {
  @Sendable static func read(_ source: inout ByteSource, limits: GridLimits) throws(FormatError) -> Tensor {
    let bytes = try source.remainder()
    let header = try NPYHeader(bytes)
    let shape = try limits.shape(try sides(of: header), format: GridFormat.npyName)
    let values = try Float.npyValues(header, in: bytes, count: shape.count)
    do {
      return try Tensor(shape: shape, values: values)
    } catch {
      // Not reached: there are as many values as were asked for.
      throw .tooLarge(.values, actual: .max, limit: limits.values)
    }
  }

  /// The axes in the order N, C, H, W: missing ones on the left are 1, so one axis is one row.
  private static func sides(of header: NPYHeader) throws(FormatError) -> (Int, Int, Int, Int) {
    let missing = 4 - header.axes.count
    guard missing >= 0 else {
      throw .unsupported(format: GridFormat.npyName, .axes(header.axes.count, limit: 4))
    }
    let padded = Array(repeating: 1, count: missing) + header.axes
    return (padded[0], padded[1], padded[2], padded[3])
  }
}

/// Writes a grid as `.npy`: H×W for one plane and N×C×H×W otherwise.
enum NPYWriter {
  @Sendable static func write(_ tensor: Tensor) -> EncodedGrid {
    let shape = tensor.shape
    let sides = [shape.batch, shape.channels, shape.height, shape.width]
    let isPlane = shape.batch == 1 && shape.channels == 1
    let bytes = ArrayWriter.encode(axes: isPlane ? Array(sides.suffix(2)) : sides, values: tensor.values)
    return EncodedGrid(bytes: bytes, mapping: .exact)
  }
}
