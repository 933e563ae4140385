import Explorer
import LessonKit
import TerminalKit

/// What the lesson says of a lab beside its task: the score against par, or the probes that were made.
enum LabText {
  /// Nothing for a task that is no lab.
  static func lines(_ state: WorkbenchState, columns: Int, indent: Span) -> [StyledLine] {
    let glyphs = Glyphs(unicode: state.capabilities.unicode)
    let span: Span?
    if let standing = state.lesson?.golfStanding(in: state.explorer) {
      span = golf(standing, state.texts, separator: glyphs.separator)
    } else if state.hidesKernel {
      span = probes(state)
    } else {
      span = nil
    }
    guard let span else { return [] }
    return TextFlow.wrap([Span(glyphs.plain(span.text), span.role)], columns: columns, first: [indent], rest: [indent])
  }

  /// `30 parameters · par 28`, with the best score where the present one is none or is not it.
  private static func golf(_ standing: GolfStanding, _ texts: TextTable, separator: String) -> Span {
    let par = texts.text(.golfPar, "\(standing.par)")
    let best = standing.best.map { texts.text(.golfBest, "\($0)") }
    guard let present = standing.present else {
      return Span([texts.text(.golfNotYet), par, best].compactMap { $0 }.joined(separator: separator), .quiet)
    }
    let score = texts.text(name(of: standing.score), "\(present)")
    let verdict: String? =
      present < standing.par
      ? texts.text(.golfBelowPar) : present == standing.par ? texts.text(.golfAtPar) : nil
    let other = standing.best == present ? nil : best
    return Span(
      [score, par, verdict, other].compactMap { $0 }.joined(separator: separator), verdict == nil ? .task : .success)
  }

  static func name(of score: GolfScore) -> TextKey {
    switch score {
    case .parameters: .golfParameters
    case .layers: .golfLayers
    case .products: .golfProducts
    }
  }

  /// The same in so few columns that it fits on the frame of the kernel.
  static func probeNote(columns: Int, _ context: PanelContext) -> String {
    let long = context.glyphs.plain(probes(context.state).text)
    let made = "\(context.state.lesson?.probes ?? 0)"
    return DisplayWidth.columns(of: long) <= columns
      ? long : context.state.probeLimit.map { "\(made)/\($0)" } ?? made
  }

  /// How often the input was changed, and how often it may be.
  static func probes(_ state: WorkbenchState) -> Span {
    let made = state.lesson?.probes ?? 0
    guard let limit = state.probeLimit else { return Span(state.texts.text(.probesMade, "\(made)"), .quiet) }
    return Span(
      state.texts.text(.probesOf, "\(made)", "\(limit)"), made > limit ? .problem : .quiet)
  }
}
