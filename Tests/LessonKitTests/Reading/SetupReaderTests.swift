import ConvolutionEngine
import Explorer
import Testing

@testable import LessonKit

@Suite struct SetupReaderTests {
  @Test("What the explorer refuses is a problem of the file, in the line of the action")
  func refused() throws {
    let cases: [(String, ExplorerError)] = [
      ("preset kernel nonsense", .unknownPreset("nonsense", operand: .weights)),
      ("set stride 0", .experiment(.convolution(.geometry(.stride(0, axis: .vertical))))),
      ("jump 9 9", .noSuchCell(row: 9, column: 9, size: try Shape(height: 5, width: 5))),
      ("resize input 300x300", .size(PerAxis(300), limit: SetupReader.cellLimit)),
      ("preset input noise 9000000000x9000000000", .size(PerAxis(9_000_000_000), limit: SetupReader.cellLimit)),
    ]
    for (action, error) in cases {
      let fault = LessonFault(line: 2, reason: .setupRefused(error))
      #expect(throws: fault) { try SetupReader.read("- play\n- \(action)\n") }
    }
  }

  @Test("An action sees what the actions before it did")
  func inOrder() throws {
    let text = "- resize input 20x20\n- jump 15 15\n- set padding 1\n- resize kernel 1x1\n"
    #expect(try SetupReader.read(text).count == 4)
  }
}
