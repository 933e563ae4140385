import Testing

@testable import Workbench

@Suite("Work beside the loop")
struct PendingWorkTests {
  @Test("it is given up or has its effect, whichever was first, and stays so")
  func stages() {
    let cancelled = PendingWork(.computing)
    #expect(!cancelled.isCancelled)
    #expect(cancelled.cancel())
    #expect(cancelled.isCancelled)
    #expect(!cancelled.commit())
    #expect(cancelled.cancel())

    let committed = PendingWork(.saving(path: "a"))
    #expect(committed.commit())
    #expect(!committed.cancel())
    #expect(!committed.isCancelled)
    #expect(committed.commit())
  }

  @Test("percent are known once somebody says how much there is, and never leave 0 to 100")
  func percent() {
    let work = PendingWork(.computing)
    work.advance(by: 5)
    #expect(work.percent == nil)
    work.begin(total: 300)
    #expect(work.percent == 0)
    work.advance(by: 111)
    #expect(work.percent == 37)
    work.advance(by: 1000)
    #expect(work.percent == 100)
  }

  @Test("files come before the output, in the order in which they were asked for, and what is committed is passed over")
  func list() {
    let list = WorkList()
    #expect(list.foremost == nil)
    #expect(list.cancelForemost() == nil)
    let works = [PendingWork(.computing), PendingWork(.saving(path: "a")), PendingWork(.opening(path: "b"))]
    for work in works { list.add(work) }
    #expect(list.foremost === works[1])
    #expect(works[1].commit())
    #expect(list.cancelForemost() == .opening(path: "b"))
    #expect(list.cancelForemost() == .computing)
    #expect(list.cancelForemost() == nil)
    list.remove(works[1])
    #expect(list.foremost == nil)
  }

  @Test("leaving gives up what was to be seen and waits for what is written")
  func leaving() {
    let list = WorkList()
    let works = [PendingWork(.opening(path: "b")), PendingWork(.savingSession(path: "a")), PendingWork(.computing)]
    for work in works { list.add(work) }
    list.cancelForLeaving()
    #expect(works.map(\.isCancelled) == [true, false, true])
    #expect(list.foremost === works[1])
  }
}
