import ConvolutionEngine
import Explorer

/// Why something could not be exported. Carries facts; the sentences are the workbench's.
package enum ExportError: Error, Equatable, Sendable {
  /// A drawing library is not installed.
  case missingLibrary(Library)
  /// A drawing library gave up, most likely because memory ran out.
  case refused(Library)
  /// More numbers than source code should hold.
  case tooManyNumbers(count: Int, limit: Int)

  /// A language's library cannot do in one call what an operator does with these parameters.
  case noCode(CodeLanguage, OperatorName)

  /// The libraries that are loaded when they are used. The raw value is what people call them.
  package enum Library: String, Sendable {
    case cairo
    case giflib
  }
}
