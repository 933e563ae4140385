import ConvolutionEngine
import Explorer
import TerminalKit

/// The screens of a session as pictures have them: the view that it was left in, without a lesson, and without the line of
/// messages and keys at the end.
package struct SessionScreens {
  private var state: WorkbenchState
  /// Known from the first screen on, because colours stand for all of it.
  private var output: Tensor?

  /// - Parameters:
  ///   - size: the rows and columns of the screens.
  ///   - openGrid: reads the file that the output is compared with.
  /// - Throws: what `openGrid` throws, and what the workbench would say of a file that has changed.
  package init(
    _ session: ReplayedSession, size: Size, texts: TextTable = .english,
    openGrid: (_ path: String) throws(ServiceFailure) -> Tensor
  ) throws(ServiceFailure) {
    state = WorkbenchState(
      // One row more, for the line that is left out.
      explorer: session.explorer, size: Size(rows: size.rows + 1, columns: size.columns),
      capabilities: TerminalCapabilities(colorDepth: .palette256, unicode: true), texts: texts)
    state.open(session, path: nil)
    try settle(openGrid)
  }

  /// Whether the session is left in the view that a picture for a slide is made for: the numbers of the three grids.
  package static func showsNumbers(_ session: ReplayedSession, texts: TextTable = .english) -> Bool {
    let state = opened(session, texts)
    return state.look.view == .numbers && state.mapsView == .grids && state.transposedView == .gather
      && state.explorer.document.study == nil && !state.explorer.comparison.isOn
  }

  /// Whether the output is compared with another one there.
  package static func isComparing(_ session: ReplayedSession, texts: TextTable = .english) -> Bool {
    opened(session, texts).explorer.comparison.isOn
  }

  private static func opened(_ session: ReplayedSession, _ texts: TextTable) -> WorkbenchState {
    var state = WorkbenchState(
      explorer: session.explorer, size: Size(rows: 24, columns: 80),
      capabilities: TerminalCapabilities(colorDepth: .palette256, unicode: true), texts: texts)
    state.open(session, path: nil)
    return state
  }

  /// What is computed, in the words of the screen.
  package mutating func title() -> String {
    let frame = state.prepareFrame()
    return HeaderPanel.words(PanelContext(state: state, frame: frame)).first ?? ""
  }

  /// The screen at the place where the session was left.
  package mutating func surface() -> Surface {
    let frame = state.prepareFrame()
    let whole = Painter.draw(state, frame: frame)
    return whole.resized(to: Size(rows: whole.size.rows - 1, columns: whole.size.columns))
  }

  /// The screen at another step of the same experiment.
  package mutating func surface(at step: ExplorerState) -> Surface {
    state.explorer = step
    if let output { _ = state.explorer.accept(OutputCache(revision: step.revision, output: output)) }
    return surface()
  }

  // MARK: What the loop would do beside the screen

  private mutating func settle(_ openGrid: (String) throws(ServiceFailure) -> Tensor) throws(ServiceFailure) {
    output = state.explorer.experiment.output()
    if let output { _ = state.receive(.output(OutputCache(revision: state.explorer.revision, output: output))) }
    var effects = state.comparisonEffects
    while let effect = effects.popLast() {
      switch effect {
      case .openComparison(let path, let expected?):
        effects += state.receive(.comparisonOpened(try openGrid(path), expected, expected: expected))
      case .compare(let request):
        if let result = request.result() { effects += state.receive(.compared(result)) }
      default: break
      }
    }
    if let message = state.message, message.kind == .problem { throw ServiceFailure(sentence: message.text) }
    state.message = nil
  }
}
