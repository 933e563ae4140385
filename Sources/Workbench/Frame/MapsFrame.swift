import ConvolutionEngine
import Explorer
import TerminalKit

/// The feature maps that are in view.
package struct MapsFrame: Equatable, Sendable {
  package struct Map: Equatable, Sendable {
    /// The filter that makes it.
    package let plane: Int
    package let rect: Rect
    /// Row by row: every cell for numbers, every pixel for blocks; nil where it is not known yet.
    package let values: [Float?]
    /// From 0 to the largest value; as far to either side of 0 when some are below it.
    package let scale: ClosedRange<Float>
    /// Whether any value stands behind the scale.
    package let isKnown: Bool
  }

  package let content: MapsPlan.Content
  package let maps: [Map]
  /// How many there are, in view or not.
  package let count: Int
}

extension WorkbenchState {
  /// What the maps ask for in place of the grids; nil while the grids are there.
  var mapsWish: MapsPlan.Wish? {
    mutating get {
      guard showsMaps else { return nil }
      let shape = explorer.outputShape
      let formats = memory.needsOfMaps(in: explorer).map { needs in
        [
          MapFormats(needs.map { GridFormat($0) }),
          MapFormats(needs.map { GridFormat($0, exactColumns: 5, roundedDecimals: 1, narrowest: 1) }),
        ]
      }
      return MapsPlan.Wish(
        count: shape.channels, height: shape.height, width: shape.width, formats: formats ?? [])
    }
  }

  /// The maps of a layout. Of maps that do not all fit, the page with the current one is in view.
  func mapsFrame(_ layout: Layout) -> MapsFrame? {
    guard let plan = layout.mapsPlan, let area = layout.maps else { return nil }
    let count = explorer.outputShape.channels
    // The last page is full as well.
    let first = max(0, min(explorer.cell.channel / plan.capacity * plan.capacity, count - plan.capacity))
    var budget = ExplorerState.mapBudget
    var maps: [(plane: Int, values: [Float?])] = []
    for plane in first..<min(count, first + plan.capacity) {
      switch plan.content {
      case .numbers: maps.append((plane, shownFeature(map: plane, budget: &budget)))
      case .blocks(let size):
        let thumbnail = explorer.thumbnail(
          of: .output, plane: plane, rows: size.pixelRows, columns: size.pixelColumns, budget: &budget)
        maps.append((plane, thumbnail.pixels))
      }
    }
    let shared = scaleOfAllMaps ?? Self.scale(of: maps.flatMap(\.values))
    let isAnyKnown = maps.contains { $0.values.contains { $0 != nil } }
    return MapsFrame(
      content: plan.content,
      maps: maps.enumerated().map { index, map in
        MapsFrame.Map(
          plane: map.plane, rect: plan.rect(index, in: area), values: map.values,
          scale: mapsView == .own ? Self.scale(of: map.values) : shared,
          isKnown: mapsView == .own ? map.values.contains { $0 != nil } : isAnyKnown)
      }, count: count)
  }

  /// The most numbers that are looked at in each frame for a scale.
  private static let mostScanned = 1 << 18

  /// The scale of all maps, in view or not, so that it is the same on every page; nil while they are not all known.
  private var scaleOfAllMaps: ClosedRange<Float>? {
    guard explorer.document.reveal == .live, let output = explorer.currentOutput else { return nil }
    guard output.shape.count > Self.mostScanned else { return Self.scale(of: output.values.lazy.map { $0 }) }
    return explorer.currentScale.map { -$0...$0 }
  }

  /// A map as far as it is revealed.
  private func shownFeature(map plane: Int, budget: inout Int) -> [Float?] {
    let shape = explorer.outputShape
    let isPartial = (explorer.subStep ?? .max) < explorer.experiment.plan.termCount(of: explorer.cell)
    return explorer.feature(map: plane, budget: &budget).enumerated().map { offset, value in
      let place = Coordinate(
        batch: explorer.cell.batch, channel: plane, row: offset / shape.width, column: offset % shape.width)
      return explorer.isRevealed(place) && !(isPartial && place == explorer.cell) ? value : nil
    }
  }

  private static func scale(of values: some Sequence<Float?>) -> ClosedRange<Float> {
    var low: Float = 0
    var high: Float = 0
    for case let value? in values where value.isFinite {
      low = min(low, value)
      high = max(high, value)
    }
    let most = max(-low, high)
    return low < 0 ? -most...most : 0...high
  }
}
