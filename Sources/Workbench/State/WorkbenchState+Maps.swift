import ConvolutionEngine
import Explorer

/// Several kernels side by side on one input.
extension WorkbenchState {
  /// Whether the feature maps stand in place of the grids.
  var showsMaps: Bool { mapsView != .grids && explorer.outputShape.channels > 1 }

  mutating func showNextMaps() {
    guard explorer.outputShape.channels > 1 else {
      mapsView = .grids
      refuse(.onlyOneMap)
      return
    }
    mapsView = mapsView.next
    keepFocus()
    switch mapsView {
    case .grids: say(.mapsEnded)
    case .shared: say(.mapsShared)
    case .own: say(.mapsOwn)
    }
  }
}
