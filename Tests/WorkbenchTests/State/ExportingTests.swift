import ConvolutionEngine
import Dispatch
import Explorer
import Synchronization
import TerminalKit
import Testing

@testable import Workbench

@Suite("Exports from the command line of the workbench")
struct ExportingTests {
  private func after(_ line: String) throws -> (state: WorkbenchState, effects: [Effect]) {
    var state = try Examples.plusUnderSobel()
    state.press(.right)
    state.type(":" + line)
    let effects = state.press(.enter)
    return (state, effects)
  }

  private func request(_ path: String, format: String? = nil) -> ExportRequest {
    ExportRequest(path: path, format: format, cellsPerSecond: 6, size: Size(rows: 24, columns: 80))
  }

  @Test("export hands the present session and the name on, and says so")
  func export() throws {
    let (state, effects) = try after("export my picture.png")
    #expect(effects == [.export(state.session, request("my picture.png"))])
    #expect(state.message?.text == "exporting to my picture.png …")
    #expect(state.session != (try Examples.plusUnderSobel()).session)
  }

  @Test("A language before the name says which code, where two share an ending")
  func language() throws {
    let (state, effects) = try after("export pytorch step.py")
    #expect(effects == [.export(state.session, request("step.py", format: "pytorch"))])
  }

  @Test("Without a name, and to standard output, which is the screen, there is no export", arguments: ["", " -"])
  func refused(rest: String) throws {
    let (state, effects) = try after("export" + rest)
    #expect(effects.isEmpty)
    guard case .prompt(let prompt) = state.mode else {
      Issue.record("the prompt is gone")
      return
    }
    #expect(prompt.problem == "“export” needs the name of a file.")
  }

  @Test("What came of it is said, and nothing counts as saved by it")
  func exported() throws {
    var (state, _) = try after("stride 2")
    #expect(state.hasUnsavedEdits)
    #expect(state.receive(.exported(path: "a.svg")).isEmpty)
    #expect(state.message == StatusMessage(text: "exported to a.svg", kind: .success))
    #expect(state.hasUnsavedEdits)
  }

  @Test("An export runs beside the files, and leaving waits for it; its failure is a sentence")
  func runner() throws {
    let seen = Mutex<[String]>([])
    var services = RecordedServices().services()
    services.export = { _, request, _ throws(ServiceFailure) in
      seen.withLock { $0.append(request.path) }
      if request.path == "bad" { throw ServiceFailure(sentence: "no room") }
    }
    let mailbox = Mailbox(waker: TerminalWaker {})
    let runner = EffectRunner(services: services, mailbox: mailbox)
    let session = try Examples.plusUnderSobel().session
    for path in ["good", "bad"] { runner.start(.export(session, request(path))) }
    runner.finish()
    #expect(seen.withLock { $0 } == ["good", "bad"])
    let texts = mailbox.collect().map { delivery in
      switch delivery {
      case .exported(let path): "exported \(path)"
      case .problem(let sentence): sentence
      default: "?"
      }
    }
    #expect(texts == ["exported good", "no room"])
  }
}
