import CNCurses
import TerminalKit

/// The real terminal: ncurses draws, poll waits, our decoder reads keys. One at a time, used from one thread.
package final class NCursesTerminal: Terminal {
  /// What the person asked for.
  package struct Options: Sendable {
    package var color: Bool
    package var ascii: Bool
    package var mouse: Bool

    /// - Parameters:
    ///   - color: false shows everything in the terminal's own colours.
    ///   - ascii: true draws nothing outside ASCII.
    ///   - mouse: true asks for mouse reports; without it the terminal keeps its own selection.
    package init(color: Bool = true, ascii: Bool = false, mouse: Bool = false) {
      self.color = color
      self.ascii = ascii
      self.mouse = mouse
    }
  }

  package private(set) var size: Size
  package let capabilities: TerminalCapabilities
  package let waker = TerminalWaker { cnc_wake() }

  private let options: Options
  private var presenter: Presenter
  private var decoder: InputDecoder
  private var ready = EventQueue()
  private var watched: [Int32] = []
  /// When the unfinished input is given up, on our clock.
  private var patienceEnds: Int?
  /// The screen belongs to the shell: stopped, or closed.
  private var isAway = false

  /// Opens the terminal of standard input and output; keys come from the controlling terminal when standard input is
  /// something else (a picture from a pipe).
  package static func open(_ options: Options = Options()) throws(TerminalError) -> NCursesTerminal {
    do {
      return try NCursesTerminal(options: options, input: 0, output: 1, type: nil)
    } catch .inputIsNotATerminal {
      let keyboard = cnc_open_controlling_terminal()
      guard keyboard >= 0 else { throw .inputIsNotATerminal }
      defer { cnc_close_descriptor(keyboard) }
      return try NCursesTerminal(options: options, input: keyboard, output: 1, type: nil)
    }
  }

  /// Opens a terminal given by its descriptors, which stay the caller's.
  /// - Parameter type: its type where that isn't in `TERM`.
  package static func open(
    _ options: Options, inputFileDescriptor: Int32, outputFileDescriptor: Int32, type: String? = nil
  ) throws(TerminalError) -> NCursesTerminal {
    try NCursesTerminal(options: options, input: inputFileDescriptor, output: outputFileDescriptor, type: type)
  }

  private init(options: Options, input: Int32, output: Int32, type: String?) throws(TerminalError) {
    let isUTF8 = TerminalLocale.adopt()
    let result = Int(cnc_open(input, output, type, options.color, options.mouse))
    switch result {
    case CNC_OPENED: break
    case CNC_ALREADY_OPEN: throw .alreadyOpen
    case CNC_INPUT_NOT_A_TERMINAL: throw .inputIsNotATerminal
    case CNC_OUTPUT_NOT_A_TERMINAL: throw .outputIsNotATerminal
    case CNC_UNKNOWN_TYPE: throw .unknownTerminalType(type ?? String(cString: cnc_type()))
    case CNC_TYPE_TOO_SIMPLE: throw .terminalTypeTooSimple(type ?? String(cString: cnc_type()))
    default: throw .systemRefused
    }
    self.options = options
    size = Size(rows: Int(cnc_rows()), columns: Int(cnc_columns()))
    capabilities = TerminalCapabilities(
      colorDepth: ColorDepth(colors: Int(cnc_colors())), unicode: isUTF8 && !options.ascii)
    presenter = Presenter(capabilities: capabilities, colorPairs: Int(cnc_color_pairs()))
    decoder = InputDecoder(escapeDelay: Int(cnc_escape_delay()), sequences: TerminfoKeys.sequences())
  }

  deinit {
    if !isClosed { cnc_close() }
  }

  private var isClosed = false

  /// Gives the terminal back; afterwards only `.endOfInput` comes. Calling it again does nothing.
  package func close() {
    guard !isClosed else { return }
    isClosed = true
    isAway = true
    cnc_close()
  }

  /// Gives the terminal back and ends the process by the signal, so that whoever waits for it sees the truth.
  package func close(raising signal: TerminalSignal) -> Never {
    close()
    cnc_die_by_signal(signal.number)
  }

  package func present(_ surface: Surface) {
    guard !isAway else { return }
    presenter.present(surface, on: size)
  }

  package func forget() {
    presenter.forget()
  }

  package func milliseconds() -> Int { Int(cnc_milliseconds()) }

  /// At most 16 descriptors; one that can never be read again is reported once more and then forgotten.
  package func watch(fileDescriptor: Int32) {
    guard watched.count < Int(CNC_WATCHED_LIMIT), !watched.contains(fileDescriptor) else { return }
    watched.append(fileDescriptor)
  }

  /// By OSC 52, to terminals of the xterm kind; one that does not know it, or may not, ignores it.
  package func copy(_ text: String) {
    guard !isAway else { return }
    cnc_copy(Base64.encoded(text.utf8))
  }

  package func suspend() {
    suspend { cnc_stop(true) }
  }

  /// - Parameter stop: stops the process and returns when it goes on.
  func suspend(stop: () -> Void) {
    guard !isAway else { return }
    isAway = true
    cnc_leave()
    stop()
    comeBack()
  }

  package var hasNextEvent: Bool { !ready.isEmpty }

  package func nextEvent(timeout milliseconds: Int?) -> TerminalEvent {
    let deadline = milliseconds.map { self.milliseconds() + max(0, $0) }
    while true {
      if let event = ready.next() { return event }
      if isClosed { return .endOfInput }
      let now = self.milliseconds()
      if let ends = patienceEnds, ends <= now {
        patienceEnds = nil
        decoder.expire()
        ready.append(decoder.drain())
        continue
      }
      let wait = [deadline, patienceEnds].compactMap { $0 }.min().map { max(0, $0 - now) }
      let report = cnc_wait(wait.map { Int32(clamping: $0) } ?? -1, watched, Int32(watched.count))
      handle(report)
      if let deadline, ready.isEmpty, self.milliseconds() >= deadline { return .timeout }
    }
  }

  private func handle(_ report: cnc_report) {
    handle(pending: Int(report.pending))
    if report.input { read() }
    let seen = report.ready | report.lost
    guard seen != 0 else { return }
    for (index, descriptor) in watched.enumerated() where seen >> UInt64(index) & 1 == 1 {
      ready.append([.readable(fileDescriptor: descriptor)])
    }
    watched = watched.enumerated().filter { report.lost >> UInt64($0.offset) & 1 == 0 }.map(\.element)
  }

  private func handle(pending: Int) {
    for signal in TerminalSignal.allCases where pending & signal.bit != 0 { ready.append([.signal(signal)]) }
    if pending & CNC_STOP != 0 {
      suspend { cnc_stop(false) }
    } else if pending & CNC_CONTINUED != 0 {
      // Stopped without a warning, or a stop ended late: whatever is on the screen now isn't ours.
      comeBack()
    } else if pending & CNC_RESIZED != 0 {
      adoptSize()
    }
    if pending & CNC_WAKE != 0 { ready.append([.wake]) }
  }

  /// Takes the screen again after a stop, unless the program was only woken to end: then the terminal stays the
  /// shell's, because touching it from the background would stop the program once more.
  private func comeBack() {
    let pending = Int(cnc_pending())
    guard TerminalSignal.allCases.allSatisfy({ pending & $0.bit == 0 }) else { return }
    isAway = false
    cnc_return()
    adoptSize()
  }

  private func adoptSize() {
    cnc_adopt_size()
    size = Size(rows: Int(cnc_rows()), columns: Int(cnc_columns()))
    // Terminals move text about when they change size, so nothing on the screen is trusted.
    presenter.forget()
    ready.append([.resize(size)])
  }

  private func read() {
    let events: [TerminalEvent]? = withUnsafeTemporaryAllocation(of: UInt8.self, capacity: 4096) { buffer in
      let length = Int(cnc_read(buffer.baseAddress, Int32(buffer.count)))
      if length == 0 { return nil }
      return decoder.decode(buffer[..<max(0, length)])
    }
    guard let events else {
      ready.append([.endOfInput])
      return
    }
    ready.append(
      events.filter { event in
        if case .mouse = event { options.mouse } else { true }
      })
    patienceEnds = decoder.patience.map { milliseconds() + $0 }
  }
}

extension TerminalSignal {
  fileprivate var bit: Int {
    switch self {
    case .interrupt: CNC_INTERRUPT
    case .terminate: CNC_TERMINATE
    case .hangup: CNC_HANGUP
    case .quit: CNC_QUIT
    }
  }

  fileprivate var number: Int32 {
    switch self {
    case .interrupt: 2
    case .terminate: 15
    case .hangup: 1
    case .quit: 3
    }
  }
}
