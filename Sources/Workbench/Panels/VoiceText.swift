import ConvolutionEngine
import Explorer
import TerminalKit

/// The line that tells the step in words or as code.
///
/// Its parts keep their order and its frame from step to step, so that only what changed is drawn anew.
enum VoiceText {
  /// Nil where the language has no line for the operator.
  static func line(
    _ voice: Voice, _ arithmetic: Arithmetic, columns: Int, _ context: PanelContext
  ) -> StyledLine? {
    let texts: [String]
    if let language = voice.language {
      guard let code = code(language, arithmetic, context) else { return nil }
      // The number is dropped before the code: the grids show it as well.
      texts = ["\(code.line)  \(language.commentSign) \(value(arithmetic, context))", code.line]
    } else {
      texts = WordsText(arithmetic, context).sentences(isWide: columns >= wide)
    }
    let fitting = texts.first { DisplayWidth.columns(of: $0) <= columns } ?? texts.last
    return fitting.map { StyledLine([Span(context.cut($0, columns: columns))]) }
  }

  /// What the code needs before its line, in as many lines as it takes.
  static func preparation(_ voice: Voice, _ arithmetic: Arithmetic, columns: Int, _ context: PanelContext)
    -> [StyledLine]
  {
    guard let language = voice.language, let code = code(language, arithmetic, context) else { return [] }
    return code.preparation.flatMap { TextFlow.wrap([Span(context.glyphs.plain($0))], columns: columns) }
  }

  /// From this width on the sentence is spelled out.
  private static let wide = 100

  private static func code(
    _ language: CodeLanguage, _ arithmetic: Arithmetic, _ context: PanelContext
  ) -> StepCode? {
    StepCode(
      language, of: context.state.explorer.experiment, cell: arithmetic.cell,
      products: arithmetic.isPartial ? arithmetic.shownTerms : nil)
  }

  /// What the code gives: the output, or the sum so far.
  private static func value(_ arithmetic: Arithmetic, _ context: PanelContext) -> String {
    guard arithmetic.isPartial else {
      return arithmetic.result.map { NumberText.shortest($0) } ?? context.glyphs.unknown
    }
    if arithmetic.shownTerms == 0 {
      switch arithmetic.trace?.reduction {
      case .max: return NumberText.shortest(-Float.infinity)
      case .single: return context.glyphs.unknown
      default: return "0"
      }
    }
    return arithmetic.runningValues.last.map { NumberText.shortest(Float($0)) } ?? context.glyphs.unknown
  }
}

extension Arithmetic {
  /// Whether only some of the products are shown.
  var isPartial: Bool { shownTerms < termCount }
}
