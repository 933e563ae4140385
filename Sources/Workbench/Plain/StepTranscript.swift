import ConvolutionEngine
import Explorer

/// Every step of an experiment as sentences, for pipes and screen readers.
///
/// The lines are made one at a time as they are asked for, so that a large output costs no more memory than a small one.
/// A header tells operator, operands, parameters and output size; each output cell is one line that ends in `= VALUE.`;
/// the last line tells how many cells there were. Numbers are the shortest decimals of the Float32 values, so the output
/// can be rebuilt bit for bit from the lines alone (a NaN loses its sign).
package struct StepTranscript: Sequence {
  private let document: ExplorerDocument
  private let texts: TextTable
  private let cells: Range<Int>

  /// - Parameter cells: the output cells to tell, as offsets in reading order, limited to those that there are; nil for
  ///   all of them.
  package init(_ document: ExplorerDocument, cells: Range<Int>? = nil, texts: TextTable = .english) {
    self.document = document
    self.texts = texts
    let all = 0..<document.experiment.outputShape.count
    self.cells = cells?.clamped(to: all) ?? all
  }

  package func makeIterator() -> Iterator {
    Iterator(
      experiment: document.experiment, sentences: StepSentences(document: document, texts: texts), cells: cells)
  }

  package struct Iterator: IteratorProtocol {
    private let experiment: Experiment
    private let sentences: StepSentences
    private let total: Int
    private var header: ArraySlice<String>
    private var remaining: Range<Int>
    private var isEnded = false

    fileprivate init(experiment: Experiment, sentences: StepSentences, cells: Range<Int>) {
      self.experiment = experiment
      self.sentences = sentences
      total = cells.count
      header = sentences.header[...]
      remaining = cells
    }

    package mutating func next() -> String? {
      if let line = header.popFirst() { return line }
      if let offset = remaining.popFirst() {
        return sentences.cell(experiment.trace(at: experiment.outputShape.coordinate(at: offset)))
      }
      guard !isEnded else { return nil }
      isEnded = true
      return sentences.end(told: total)
    }
  }
}
