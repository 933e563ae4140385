import ArgumentParser
import ConvolutionEngine
import Workbench

/// How much of the machine a computation may have.
struct WorkOptions: ParsableArguments {
  @Option(parsing: .unconditional, help: ArgumentHelp(.manualRunThreads, value: .manualValueNumber))
  var threads: String?

  /// So many workers at the most; more than there are rows or cores change only how the rows are shared out.
  func schedule(_ texts: TextTable) throws(Failure) -> RowBandSchedule {
    guard let threads else { return RowBandSchedule() }
    guard let count = Int(threads) else {
      throw Failure(
        status: .usage, sentence: texts.text(.errorOptionValue, "--threads", threads, texts.text(.expectedInteger)))
    }
    guard count >= 1 else { throw Failure(status: .badData, sentence: texts.text(.runThreads, threads)) }
    return RowBandSchedule(bandCount: count)
  }
}
