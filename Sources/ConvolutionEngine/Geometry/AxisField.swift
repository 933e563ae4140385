/// The receptive fields of all units of an activation along one axis, as spans of the network's input.
///
/// Built up from the input layer by layer: the field of a unit is the hull of the fields of the units that reach it. The
/// first and last cell of a hull are cells that do reach the unit, so that hulls of hulls stay exact, holes that a dilation
/// leaves included. Nothing is cut at the rim of any layer.
struct AxisField: Hashable, Sendable {
  /// What reaches the units, in parts that differ in how fast they move with the unit; at least one.
  ///
  /// One but for joins of branches with unequal strides, whose fields drift apart from unit to unit.
  private var tracks: [FieldTrack]

  /// The most units after which fields repeat; with more, as after transposed convolutions of extreme strides, no field is
  /// told.
  static let periodLimit = 128

  /// The most branches of unequal strides.
  private static let trackLimit = 4

  /// The network's own input: every cell sees itself.
  static let input = AxisField(tracks: [FieldTrack(shift: 1, spans: [FieldTrack.Span(first: 0, last: 0)])])

  /// The fields after a layer.
  func seen(through reach: AxisReach) throws(UntoldField) -> AxisField {
    var seen: [FieldTrack] = []
    for track in tracks { seen.append(try track.seen(through: reach)) }
    return AxisField(tracks: seen)
  }

  /// The fields after a join of equally many units.
  func joined(with other: AxisField) throws(UntoldField) -> AxisField {
    var joined = self
    for track in other.tracks {
      if let index = joined.tracks.firstIndex(where: { $0.movesLike(track) }) {
        joined.tracks[index] = try joined.tracks[index].union(track)
      } else {
        joined.tracks.append(track)
      }
    }
    guard joined.tracks.count <= Self.trackLimit else { throw UntoldField() }
    return joined
  }

  /// What is told about the fields of units `0..<count`.
  func summary(count: Int) throws(UntoldField) -> AxisReceptiveField {
    var size = 0
    for last in tracks {
      for first in tracks { size = max(size, try FieldTrack.mostCells(from: first, to: last, count: count)) }
    }
    return AxisReceptiveField(
      size: size, jump: tracks.count == 1 ? tracks[0].rate : nil, start: try start(count: count))
  }

  /// The centre of the field of the first unit that sees anything.
  private func start(count: Int) throws(UntoldField) -> Double? {
    for unit in 0..<min(count, Self.periodLimit) {
      var spans: [FieldTrack.Span] = []
      for track in tracks {
        if let span = try track.span(at: unit) { spans.append(span) }
      }
      guard let first = spans.map(\.first).min(), let last = spans.map(\.last).max() else { continue }
      return (Double(first) + Double(last) + 1) / 2
    }
    return nil
  }
}

/// The receptive field along one axis: which cells of the network's input can change a unit, padding counted like cells.
///
/// It may be larger than the input. Source of the terms: Dang Ha The Hien, "A guide to receptive field arithmetic for
/// convolutional neural networks" (2017); of the derivation: Araujo, Norris, Sim, "Computing receptive fields of convolutional
/// neural networks", Distill (2019).
public struct AxisReceptiveField: Hashable, Sendable {
  /// The cells from the first to the last that reach a unit; of the largest field, where those of units differ, as they do
  /// after transposed convolutions. 0 when nothing reaches any unit.
  public let size: Int
  /// How far the field moves from one unit to the next, in cells: less than 1 where the activation is finer than the input, 0
  /// where all units see the same. On average, where it moves unevenly; nil where joined branches move unequally.
  public let jump: Ratio?
  /// The centre of the field of the first unit that sees anything, with the centre of the first input cell at 0.5; nil for
  /// `size` 0. All units but those between the taps of a sparse transposed kernel see something.
  public let start: Double?
}
