/// What stands in place of the three grids.
package enum MapsView: String, CaseIterable, Sendable {
  /// Nothing: the grids are there.
  case grids
  /// All feature maps side by side; colours and shades mean the same in all of them.
  case shared
  /// All feature maps; each has the whole range of colours for itself.
  case own

  var next: MapsView {
    switch self {
    case .grids: .shared
    case .shared: .own
    case .own: .grids
    }
  }
}
