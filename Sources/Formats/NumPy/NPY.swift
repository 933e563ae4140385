import ConvolutionEngine

extension GridFormat {
  static let npyName = "NumPy"

  /// NumPy arrays of bool, integers and floats up to four axes; either byte order, C and Fortran order.
  package static let npy = GridFormat(
    name: npyName, extensions: ["npy"], recognises: { $0.starts(with: NPYHeader.magic) }, isKnownByExtension: false,
    read: NPYReader.read, write: NPYWriter.write)
}

/// Reads `.npy`: one axis becomes a row, two H×W, three C×H×W, four N×C×H×W.
enum NPYReader {
  @Sendable static func read(_ source: inout ByteSource, limits: GridLimits) throws(FormatError) -> Tensor {
    let bytes = try source.remainder()
    let header = try NPYHeader(bytes)
    let shape = try limits.shape(header.sides, format: GridFormat.npyName)
    let size = header.element.size
    let available = bytes.count - header.dataOffset
    // The budget above keeps this product far from overflow.
    let needed = shape.count * size
    guard available >= needed else {
      throw .truncated(format: GridFormat.npyName, expected: header.dataOffset + needed, actual: bytes.count)
    }
    guard available == needed else {
      throw .malformed(
        format: GridFormat.npyName, .trailingBytes(available - needed), line: nil, column: nil)
    }
    let tensor = Tensor(shape: shape) { (floats) -> Void in
      // Safe: `available == count * size`, so every offset below lies inside the buffer.
      bytes.withUnsafeBytes { raw in
        let data = UnsafeRawBufferPointer(rebasing: raw[header.dataOffset...])
        header.element.withLoader { load in
          if header.isFortranOrder {
            fillFromFortranOrder(floats, shape) { load(data, $0 * size) }
          } else {
            for index in 0..<floats.count { floats.initializeElement(at: index, to: load(data, index * size)) }
          }
        }
      }
    }
    if header.element.kind == .float, size == 8 { try refuseOverflow(tensor, header, bytes) }
    return tensor
  }

  /// In Fortran order the first axis runs fastest: element (n, c, h, w) stands at n + N·(c + C·(h + H·w)).
  private static func fillFromFortranOrder(
    _ floats: UnsafeMutableBufferPointer<Float>, _ shape: Shape, load: (Int) -> Float
  ) {
    var target = 0
    for n in 0..<shape.batch {
      for c in 0..<shape.channels {
        for h in 0..<shape.height {
          for w in 0..<shape.width {
            let place = n + shape.batch * (c + shape.channels * (h + shape.height * w))
            floats.initializeElement(at: target, to: load(place))
            target += 1
          }
        }
      }
    }
  }

  /// A finite Double beyond Float32 would show up as an infinity that is not in the file.
  private static func refuseOverflow(
    _ tensor: Tensor, _ header: NPYHeader, _ bytes: [UInt8]
  ) throws(FormatError) {
    guard tensor.values.contains(where: \.isInfinite) else { return }
    for offset in stride(from: header.dataOffset, to: bytes.count, by: 8) {
      let word = bytes.withUnsafeBytes { $0.loadUnaligned(fromByteOffset: offset, as: UInt64.self) }
      let value = Double(bitPattern: header.element.isBigEndian ? word.byteSwapped : word)
      if value.isFinite, Float(value).isInfinite {
        throw .malformed(
          format: GridFormat.npyName, .outsideFloatRange("\(value)"), line: nil, column: nil)
      }
    }
  }
}

/// Writes `.npy` version 1.0: `<f4` in C order, H×W for one plane and N×C×H×W otherwise.
enum NPYWriter {
  @Sendable static func write(_ tensor: Tensor) -> EncodedGrid {
    let shape = tensor.shape
    let axes =
      shape.batch == 1 && shape.channels == 1
      ? "\(shape.height), \(shape.width)"
      : "\(shape.batch), \(shape.channels), \(shape.height), \(shape.width)"
    var header = Array("{'descr': '<f4', 'fortran_order': False, 'shape': (\(axes)), }".utf8)
    // The values start at a multiple of 64, as NumPy does it; 10 bytes stand before the header, a newline ends it.
    let unpadded = 10 + header.count + 1
    header += Array(repeating: UInt8(ascii: " "), count: (64 - unpadded % 64) % 64)
    header.append(UInt8(ascii: "\n"))

    var bytes = NPYHeader.magic + [1, 0, UInt8(header.count & 0xFF), UInt8(header.count >> 8)] + header
    bytes.reserveCapacity(bytes.count + shape.count * 4)
    // Every platform of ours is little-endian, so the values' memory is what `<f4` means.
    tensor.values.withUnsafeBytes { bytes.append(contentsOf: $0) }
    return EncodedGrid(bytes: bytes, mapping: .exact)
  }
}
