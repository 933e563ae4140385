import ConvolutionEngine
import Explorer

/// How the explorer gets into the state that a page speaks of.
enum LessonOpening {
  /// The actions that open a page.
  ///
  /// - Parameter isReadingOn: whether the page before was open just now: then a page without a setup keeps the explorer as it
  ///   is. Otherwise it begins as the nearest page before it that has a setup.
  static func actions(of lesson: Lesson, page index: Int, isReadingOn: Bool) -> [ExplorerAction] {
    guard lesson.pages.indices.contains(index) else { return [] }
    let page = lesson.pages[index]
    let setup = page.setup ?? (isReadingOn ? nil : lesson.pages[...index].last { $0.setup != nil }?.setup)
    var actions = setup.map { base + $0 } ?? []
    switch page.task?.reveal {
    // From live on: only the cells up to the current one are known then, whatever was reached earlier.
    case .stepping: actions += [.reveal(.live), .reveal(.stepping)]
    case .predict: actions += [.reveal(.live), .reveal(.predict)]
    case .live: actions.append(.reveal(.live))
    case nil:
      // What the task before kept hidden is hidden no longer.
      if isReadingOn, index > 0, let before = lesson.pages[index - 1].task?.reveal, before != .live {
        actions.append(.reveal(.live))
      }
    }
    return actions
  }

  /// Where every setup begins, so that a page opens the same whatever was done before: the grids, compared with nothing, the
  /// plus, the identity kernel, all parameters at their defaults, everything revealed, the window at the first cell.
  ///
  /// A kernel of one cell comes first, because with it every change of a parameter is legal.
  static let base: [ExplorerAction] =
    [
      .pause, .subStep(.all), .study(nil), .shiftComparison(false), .shiftFill(.zeros), .compare(nil),
      .operation(.conv2d, row: nil), .resize(.weights, PerAxis(1)),
    ]
    + OperatorDescription.conv2d.parameters.compactMap { parameter in
      parameter.defaultValue.map { .set(parameter.name, $0) }
    }
    + [
      .preset(.input, "plus", size: nil), .preset(.weights, "identity", size: nil), .remove(.bias), .target(.remove),
      .reveal(.live),
      .channel(0), .step(.first), .select(.input, row: 0, column: 0), .select(.kernel, row: 0, column: 0),
    ]
}
