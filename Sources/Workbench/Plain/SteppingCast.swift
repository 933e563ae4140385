import ConvolutionEngine
import Explorer
import TerminalKit

/// The stepping as a recording that asciinema plays: the screens of the program itself, one output cell after the other.
///
/// The file is asciicast v2: a line of JSON that tells the size, then a line for each moment with what is written to the
/// terminal.
package struct SteppingCast {
  private let session: ReplayedSession
  private let size: Size
  private let texts: TextTable

  /// How long the last screen stays, in seconds.
  private static let rest = 2.0

  /// - Parameter session: what is stepped, and in which voice and from which panel it is seen.
  package init(_ session: ReplayedSession, size: Size, texts: TextTable = .english) {
    self.session = session
    self.size = size
    self.texts = texts
  }

  /// The lines of the recording of a run at so many cells per second, without their ends.
  ///
  /// - Parameter didDraw: told how many screens are drawn, after each.
  package func lines(
    of run: SteppingRun, cellsPerSecond: Int, didDraw: (Int) -> Void = { _ in }
  ) -> [String] {
    var state = WorkbenchState(
      explorer: session.explorer, size: size,
      capabilities: TerminalCapabilities(colorDepth: .palette256, unicode: true), texts: texts)
    state.open(session, path: nil)
    // Colours stand for the whole output from the first step on, as they do on the screen.
    let output = state.look.view == .numbers ? nil : session.explorer.experiment.output()
    var encoder = SurfaceEncoder()
    var lines = [header(of: state)]
    for (index, explorer) in run.enumerated() {
      state.explorer = explorer
      if let output { _ = state.explorer.accept(OutputCache(revision: explorer.revision, output: output)) }
      // At the end there is nothing left to play.
      if index < run.count - 1 {
        for action in [ExplorerAction.speed(cellsPerSecond), .play] { _ = try? state.explorer.apply(action) }
      }
      let frame = state.prepareFrame()
      let bytes = encoder.bytes(for: Painter.draw(state, frame: frame))
      lines.append(Self.event(at: Double(index) / Double(cellsPerSecond), bytes))
      didDraw(index + 1)
    }
    lines.append(Self.event(at: Double(run.count - 1) / Double(cellsPerSecond) + Self.rest, ""))
    return lines
  }

  private func header(of state: WorkbenchState) -> String {
    let title = state.explorer.experiment.operation.rawValue
    return "{\"version\": 2, \"width\": \(size.columns), \"height\": \(size.rows), "
      + "\"title\": \(Self.quoted("\(texts.text(.programName)) \(title)"))}"
  }

  private static func event(at seconds: Double, _ text: String) -> String {
    "[\(NumberText.shortest((seconds * 1e6).rounded() / 1e6)), \"o\", \(quoted(text))]"
  }

  /// A text as JSON writes it, with nothing in it that is no character.
  private static func quoted(_ text: String) -> String {
    var result = "\""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\"": result += "\\\""
      case "\\": result += "\\\\"
      default:
        if scalar.value < 0x20 || scalar.value == 0x7F {
          let digits = String(scalar.value, radix: 16)
          result += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
        } else {
          result.unicodeScalars.append(scalar)
        }
      }
    }
    return result + "\""
  }
}
