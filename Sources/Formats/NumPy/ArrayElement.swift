/// The types as which the values of `.npy` files are read and written: Float and Double, and no other.
///
/// The reading is a requirement, and each type gives it for itself, because that is where the compiler makes the loops
/// over elements for that very type; generic code that another module calls would ask a table for every element.
package protocol ArrayElement: BinaryFloatingPoint, Sendable {
  /// The `count` values behind `header` in C order, each converted to this type.
  ///
  /// - Throws: what `NPYDecoder.values` throws.
  static func npyValues(_ header: NPYHeader, in bytes: [UInt8], count: Int) throws(FormatError) -> [Self]
}

extension Float: ArrayElement {
  package static func npyValues(
    _ header: NPYHeader, in bytes: [UInt8], count: Int
  ) throws(FormatError) -> [Float] {
    let values: [Float] = try NPYDecoder.values(header, in: bytes, count: count)
    try NPYDecoder.refuseOverflow(values, header, bytes)
    return values
  }
}

extension Double: ArrayElement {
  package static func npyValues(
    _ header: NPYHeader, in bytes: [UInt8], count: Int
  ) throws(FormatError) -> [Double] {
    try NPYDecoder.values(header, in: bytes, count: count)
  }
}
