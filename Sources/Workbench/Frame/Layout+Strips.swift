import TerminalKit

/// Thumbnails of planes, and overviews of large grids, under the grids.
extension Layout {
  /// The rows of the strips. They are the first to be folded: they get what the grids, the sum and the lesson leave; grids
  /// that scroll anyway give them some rows of a screen that has enough.
  mutating func planStrips(_ wishes: Wishes, in body: Rect, wanted: Int, lessonRows: Int) -> Int {
    let left = body.rows - wanted - lessonRows
    let isOverview = !wishes.strips.isEmpty && wishes.strips.allSatisfy(\.isOverview)
    let most = isOverview ? max(7, body.rows / 3) : 7
    let spared = wanted > body.rows - 2 && lessonRows == 0 ? min(most, body.rows - 14) : 0
    // A sum of many products has more lines where there is room for all of it and the strips.
    for sumRows in [6, 3] where stripPlan == nil {
      let rows = max(left - sumRows, spared)
      guard sumRows == 3 || rows >= 6 else { continue }
      stripPlan = StripPlan.fit(
        wishes.strips, columns: body.columns - 2, rows: rows, isFine: wishes.hasFinePixels)
    }
    return stripPlan?.rows ?? 0
  }
}
