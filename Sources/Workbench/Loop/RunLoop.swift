import Explorer
import LessonKit
import TerminalKit

/// The main loop: an event, the commands it stands for, the new state, its effects, a frame.
///
/// Runs on the main thread and sleeps in `Terminal.nextEvent` whenever nothing plays, so that idle costs nothing.
package final class RunLoop {
  package private(set) var state: WorkbenchState
  private let terminal: any Terminal
  private let services: Services
  private let mailbox: Mailbox
  private let effects: EffectRunner
  private var ticker = Ticker()
  private var recovery: RecoveryTimer
  private var progress = ProgressTimer()
  /// The output to compute once the frame is drawn: it takes all cores, and the frame would wait for one of them.
  private var computation: Effect?
  private let hasAllLessons: Bool
  private var interrupts = InterruptCounter()
  /// When the screen was drawn last.
  private var lastFrame = 0
  /// What went wrong with the last files after the last frame, so that no screen could say it; known once `run` is over.
  package private(set) var lateProblems: [String] = []

  /// Why the loop ended.
  package enum End: Equatable, Sendable {
    /// The person left.
    case quit
    /// There are no more keys to come, because the terminal is gone or the script ended.
    case endOfInput
    /// A signal asked to leave; what had to be saved is saved.
    case signal(TerminalSignal)
  }

  /// - Parameter hasAllLessons: whether the state's library is whole; if not, the rest is read once the first frame is drawn.
  package init(state: WorkbenchState, terminal: any Terminal, services: Services, hasAllLessons: Bool = true) {
    self.state = state
    self.hasAllLessons = hasAllLessons
    self.terminal = terminal
    self.services = services
    mailbox = Mailbox(waker: terminal.waker)
    effects = EffectRunner(services: services, mailbox: mailbox)
    recovery = RecoveryTimer(changes: state.explorer.history.changes)
  }

  /// Runs until the person leaves, keys end, or a signal says so.
  package func run() -> End {
    if let descriptor = services.lessonChanges { terminal.watch(fileDescriptor: descriptor) }
    perform(state.start())
    draw()
    if !hasAllLessons {
      // Here and not away from the main thread: a key that was typed ahead finds all lessons.
      state.complete(services.loadLessons(), notice: services.lessonsNotice)
      draw()
    }
    while true {
      let now = terminal.milliseconds()
      let waits = [
        ticker.wait(for: state.explorer.playback, now: now), recovery.wait(now: now), progress.wait(now: now),
      ]
      let event = terminal.nextEvent(timeout: waits.compactMap { $0 }.min())
      if let end = handle(event) {
        finish()
        return end
      }
      if recovery.isDue(changes: state.explorer.history.changes, now: terminal.milliseconds()) {
        perform(state.recoveryEffects)
      }
      drawUnlessMoreIsThere()
    }
  }

  /// Waits for files that are still being written. Whoever leaves on purpose needs no copy; whatever else ends the
  /// program leaves one.
  private func finish() {
    perform(state.isFinished ? [.forgetRecovery] : state.recoveryEffects)
    effects.finish()
    for case .problem(let sentence) in mailbox.collect() { lateProblems.append(sentence) }
  }

  /// How long keys that were typed ahead may go without a frame, in milliseconds.
  private static let longestWithoutFrame = 100

  /// Draws the state, unless the next event is there already: a terminal that is slower than the keys would be shown each of
  /// them long after the hand has stopped, and nobody has seen the frames between.
  private func drawUnlessMoreIsThere() {
    guard terminal.hasNextEvent, terminal.milliseconds() - lastFrame < Self.longestWithoutFrame else { return draw() }
    // Keys go by what the frame before them shows, such as how far a page reaches, whether it is drawn or not.
    _ = state.prepareFrame()
  }

  private func draw() {
    state.show(progress.note(effects.foremost, now: terminal.milliseconds()).map { WorkProgress($0) })
    let frame = state.prepareFrame()
    terminal.present(Painter.draw(state, frame: frame))
    lastFrame = terminal.milliseconds()
    guard let next = computation else { return }
    computation = nil
    effects.start(next)
    _ = progress.note(effects.foremost, now: terminal.milliseconds())
  }

  /// Does what an event asks for; returns the end when it was the last one.
  private func handle(_ event: TerminalEvent) -> End? {
    switch event {
    // The terminal is in raw mode: Ctrl-C from the keyboard is a key, an interrupt sent by somebody else a signal.
    case .key(.control("c")), .signal(.interrupt):
      if interrupts.isSecond(at: terminal.milliseconds()) {
        perform(state.leaving())
        return .quit
      }
      perform(state.interrupt())
    case .key(let key):
      perform(state.handle(key: key))
    case .paste(let text):
      perform(state.handle(paste: text))
    case .mouse(let mouse):
      perform(state.handle(mouse: mouse))
    case .resize(let size):
      state.resize(to: size)
    case .wake:
      for delivery in mailbox.collect() { perform(state.receive(delivery)) }
    case .readable:
      if services.drainLessonChanges() { effects.reloadLessons() }
    case .timeout:
      if ticker.isDue(now: terminal.milliseconds()) {
        ticker.stepped(state.explorer.playback)
        perform(state.apply(.explorer(.tick)))
      }
    case .signal(let signal):
      perform(state.leaving())
      return .signal(signal)
    case .endOfInput:
      perform(state.leaving())
      return .endOfInput
    }
    return state.isFinished ? .quit : nil
  }

  private func perform(_ pending: [Effect]) {
    for effect in pending {
      switch effect {
      case .copy(let text): terminal.copy(text)
      case .suspend: terminal.suspend()
      case .redraw: terminal.forget()
      case .recompute: computation = effect
      case .cancelWork: state.workWasCancelled(effects.cancelForemost())
      default: effects.start(effect)
      }
    }
  }
}
