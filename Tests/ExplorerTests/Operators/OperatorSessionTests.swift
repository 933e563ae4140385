import ConvolutionEngine
import Testing

@testable import Explorer

@Suite("Operators in sessions")
struct OperatorSessionTests {
  @Test("a session makes changes of the operator again, the signal's row and what was set aside included")
  func replay() throws {
    var state = try Examples.plusUnderSobel()
    try state.apply(.select(.input, row: 3, column: 0))
    try state.apply(.operation(.conv1d, row: nil))
    try state.apply(.set(.padding, .ends(AxisPadding(0))))
    try state.apply(.set(.mode, .signalMode(.full)))
    try state.apply(.clear(.mode))
    try state.apply(.operation(.maxPool2d, row: nil))
    try state.apply(.operation(.conv2d, row: nil))
    try state.apply(.undo)
    let again = try ExplorerState(replaying: Session(state)) { file throws(SessionFault) in
      throw .missingFile(path: file.path)
    }
    #expect(again == state)
    #expect(again.document.setAside == state.document.setAside)
  }
}
