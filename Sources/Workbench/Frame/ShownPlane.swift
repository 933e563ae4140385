import Explorer

extension ExplorerState {
  /// Batch and channel that a grid shows.
  func shownPlane(of grid: GridName) -> [Int] {
    let cursor =
      switch grid {
      case .input: inputCursor
      case .kernel: kernelCursor
      case .output: cell
      }
    return [cursor.batch, cursor.channel]
  }
}
