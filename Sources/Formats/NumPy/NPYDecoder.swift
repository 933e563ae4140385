/// Turns the data of a `.npy` file into values in C order.
enum NPYDecoder {
  /// The `count` values behind `header`, converted to `Element`. What it cannot hold exactly (whole numbers beyond 2^24
  /// for Float and 2^53 for Double, the digits of wider floats) becomes the nearest that it can.
  ///
  /// - Parameter count: the product of the header's axes; as a limit kept it small, its bytes are far from overflow.
  /// - Throws: `truncated`, or `malformed` for bytes behind the last value.
  static func values<Element: BinaryFloatingPoint>(
    _ header: NPYHeader, in bytes: [UInt8], count: Int
  ) throws(FormatError) -> [Element] {
    let needed = count * header.element.size
    let available = bytes.count - header.dataOffset
    guard available >= needed else {
      throw .truncated(format: GridFormat.npyName, expected: header.dataOffset + needed, actual: bytes.count)
    }
    guard available == needed else {
      throw .malformed(
        format: GridFormat.npyName, .trailingBytes(available - needed), line: nil, column: nil)
    }
    guard count > 0 else { return [] }
    return [Element](unsafeUninitializedCapacity: count) { buffer, initialized in
      // Safe: `available == count * size`, so that every element read below lies inside the data.
      bytes.withUnsafeBytes { raw in
        let data = UnsafeRawBufferPointer(rebasing: raw[header.dataOffset...])
        fill(UnsafeMutableBufferPointer(rebasing: buffer[..<count]), from: data, header)
      }
      initialized = count
    }
  }

  /// Initialises every one of `values`; `data` has exactly as many elements.
  private static func fill<Element: BinaryFloatingPoint>(
    _ values: UnsafeMutableBufferPointer<Element>, from data: UnsafeRawBufferPointer, _ header: NPYHeader
  ) {
    let element = header.element
    let size = element.size
    let order = header.isFortranOrder ? FortranOrder(axes: header.axes) : nil
    if order == nil, element == .native(Element.self) {
      UnsafeMutableRawBufferPointer(values).copyMemory(from: data)
      return
    }
    element.withLoader { (load: (UnsafeRawBufferPointer, Int) -> Element) in
      guard let order else {
        for index in 0..<values.count { values.initializeElement(at: index, to: load(data, index * size)) }
        return
      }
      var target = 0
      order.forEachRow { start in
        for column in 0..<order.rowLength {
          let place = start + column * order.rowStride
          values.initializeElement(at: target, to: load(data, place * size))
          target += 1
        }
      }
    }
  }

  /// A finite Double beyond Float32 would show up as an infinity that is not in the file.
  static func refuseOverflow(_ values: [Float], _ header: NPYHeader, _ bytes: [UInt8]) throws(FormatError) {
    guard header.element.kind == .float, header.element.size == 8, values.contains(where: \.isInfinite) else { return }
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
