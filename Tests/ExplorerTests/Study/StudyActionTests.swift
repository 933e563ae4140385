import ConvolutionEngine
import Testing

@testable import Explorer

@Suite("A study on the stage")
struct StudyActionTests {
  @Test("is an edit that undo takes back and redo makes again", arguments: StudyName.allCases)
  func undo(name: StudyName) throws {
    var state = try Examples.plusUnderSobel()
    try state.apply(.study(name.start))
    #expect(state.document.study == name.start)
    try state.apply(.undo)
    #expect(state.document.study == nil)
    try state.apply(.redo)
    #expect(state.document.study == name.start)
    try state.apply(.study(nil))
    #expect(state.document.study == nil)
  }

  @Test("leaves the grids and their outputs as they are")
  func grids() throws {
    var state = try Examples.plusUnderSobel()
    let before = state.revision
    #expect(try state.apply(.study(.dense(DenseStudy()))).isEmpty)
    #expect(state.revision == before)
  }

  @Test("has a text that reads back", arguments: StudyName.allCases)
  func text(name: StudyName) throws {
    let action = ExplorerAction.study(name.start)
    #expect(try ExplorerAction(text: action.description) == action)
    #expect(try ExplorerAction(text: "study \(name.rawValue)") == action)
    #expect(try ExplorerAction(text: "study none") == .study(nil))
  }

  @Test("is named when the word is none of the studies")
  func unknown() {
    #expect(throws: ActionTextError(word: "sparse", expected: .study)) { try ExplorerAction(text: "study sparse") }
  }

  @Test("stands in a session as its start and as an edit", arguments: StudyName.allCases)
  func session(name: StudyName) throws {
    var document = try Examples.plusUnderSobel().document
    document.study = name.start
    var state = ExplorerState(document: document)
    try state.apply(.study(nil))
    let session = try SessionText.read(SessionText.write(Session(state)))
    var replayed = try ExplorerState(replaying: session) { file throws(SessionFault) in
      throw .missingFile(path: file.path)
    }
    #expect(replayed == state)
    try replayed.apply(.undo)
    #expect(replayed.document.study == name.start)
  }
}
