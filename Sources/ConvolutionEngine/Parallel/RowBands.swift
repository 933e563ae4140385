import Dispatch
import Synchronization

/// The rows of an output cut into bands of nearly equal height, and a thread for each band.
enum RowBands {
  /// The rows of one band: together the bands cover `0..<rowCount` in order, and no two heights differ by more than 1.
  ///
  /// `bandCount` must be at least 1 and `index` lie in `0..<bandCount`.
  static func rows(ofBand index: Int, bandCount: Int, rowCount: Int) -> Range<Int> {
    let (height, taller) = rowCount.quotientAndRemainder(dividingBy: bandCount)
    let first = index * height + min(index, taller)
    return first..<(first + height + (index < taller ? 1 : 0))
  }

  /// Calls `body` once for each band, on the calling thread and on those of Dispatch's that find a free core, and returns
  /// when all are done: true when every call returned true.
  ///
  /// Bands run at the same time and in any order. A single band runs on the calling thread without Dispatch.
  static func perform(rowCount: Int, bandCount: Int, _ body: @Sendable (Range<Int>) -> Bool) -> Bool {
    guard bandCount > 1 else { return body(0..<rowCount) }
    let isDone = Atomic(true)
    DispatchQueue.concurrentPerform(iterations: bandCount) { index in
      // Relaxed is enough: `concurrentPerform` orders everything in its calls before its return.
      if !body(rows(ofBand: index, bandCount: bandCount, rowCount: rowCount)) {
        isDone.store(false, ordering: .relaxed)
      }
    }
    return isDone.load(ordering: .relaxed)
  }
}
