import ConvolutionEngine
import Explorer

/// Reads a `setup` block and tries it, so that what the explorer refuses is told with its line when the file is read and
/// not as a wrong start when the page is opened.
enum SetupReader {
  /// The most cells that a setup may ask an operand to have: more than any screen shows, and few enough that a whole block
  /// of such actions, all of which undo remembers, fits in memory.
  static let cellLimit = 1 << 16

  /// The most filters, or channels, that a setup may ask for.
  static let channelLimit = 256

  static func read(_ text: String) throws(LessonFault) -> [ExplorerAction] {
    let value = try LessonValue(text)
    let actions = try value.actions("setup")
    guard let lines = value.elements, var explorer = LessonAudit.startingExplorer else { return actions }
    for action in LessonOpening.base { _ = try? explorer.apply(action) }
    for (line, action) in zip(lines, actions) {
      do throws(ExplorerError) {
        try checkSize(of: action)
        try explorer.apply(action)
      } catch {
        throw LessonFault(line: line.line, reason: .setupRefused(error))
      }
    }
    return actions
  }

  private static func checkSize(of action: ExplorerAction) throws(ExplorerError) {
    switch action {
    case .resize(_, let size), .preset(_, _, let size?):
      let isSmall = size.vertical <= cellLimit && size.horizontal <= cellLimit
      guard isSmall, size.vertical * size.horizontal <= cellLimit else { throw .size(size, limit: cellLimit) }
    case .filters(let count), .randomFilters(let count, _), .channels(let count):
      // With a picture or kernels of the largest size that would be a hundred million numbers.
      guard count <= channelLimit else { throw .channelCount(count, groups: 1, limit: channelLimit) }
    default: break
    }
  }
}
