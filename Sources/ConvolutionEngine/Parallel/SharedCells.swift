/// Output cells that several threads fill at once, each its own part.
///
/// An address instead of a pointer, since pointers may not cross threads. Safety: whoever makes one keeps the memory alive
/// and untouched until all threads are done, gives every element to one thread only, and that thread initialises it.
struct SharedCells<Element: BitwiseCopyable & Sendable>: Sendable {
  private let address: UInt
  private let count: Int

  init(_ cells: UnsafeMutableBufferPointer<Element>) {
    address = UInt(bitPattern: cells.baseAddress)
    count = cells.count
  }

  /// The elements `range`, which must lie inside; only the thread that they were given to may ask.
  func part(_ range: Range<Int>) -> UnsafeMutableBufferPointer<Element> {
    precondition(range.lowerBound >= 0 && range.upperBound <= count, "cells outside the output")
    let base = UnsafeMutablePointer<Element>(bitPattern: address)
    return UnsafeMutableBufferPointer(start: base.map { $0 + range.lowerBound }, count: base == nil ? 0 : range.count)
  }
}
