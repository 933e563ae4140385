import ConvolutionEngine
import Explorer

@testable import Workbench

extension WorkbenchState {
  /// Does at once what the loop would do beside itself: outputs and comparisons, and what these ask for.
  mutating func settle(_ effects: [Effect]) {
    for effect in effects {
      switch effect {
      case .recompute(let experiment, let revision):
        if let output = experiment.output() {
          settle(receive(.output(OutputCache(revision: revision, output: output))))
        }
      case .compare(let request):
        if let result = request.result() { settle(receive(.compared(result))) }
      default: break
      }
    }
  }

  /// Runs a line of the command line and settles what it asks for.
  mutating func runSettled(_ line: String) { settle(run(line: line)) }
}
