/// Whether the window moves by itself, and how fast.
package struct Playback: Hashable, Sendable {
  package internal(set) var isPlaying = false
  /// Output cells per second, within `speeds`.
  package internal(set) var cellsPerSecond = 6

  /// The legal speeds, in cells per second.
  package static let speeds = 1...60

  /// The speeds that "faster" and "slower" walk through.
  package static let stops = [1, 2, 3, 4, 6, 8, 12, 16, 24, 30, 45, 60]

  /// The next stop above the present speed, or the highest speed.
  package var faster: Int { Self.stops.first { $0 > cellsPerSecond } ?? Self.speeds.upperBound }

  /// The next stop below the present speed, or the lowest speed.
  package var slower: Int { Self.stops.last { $0 < cellsPerSecond } ?? Self.speeds.lowerBound }
}
