import CNCurses
import TerminalKit
import Testing

@testable import NCursesTerminal

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// One at a time: a process has one terminal, one set of signal handlers.
@Suite(.serialized) struct NCursesTerminalTests {
  /// Long enough for any machine; only a broken program waits that long.
  private let patience = 10_000

  private func surface(_ terminal: NCursesTerminal, _ text: String, style: Style = .plain) -> Surface {
    var surface = Surface(size: terminal.size)
    surface.write(text, row: 1, column: 2, style: style)
    return surface
  }

  @Test("a frame reaches the terminal, and closing gives the terminal back as it was") func openDrawClose() throws {
    let pseudo = try PseudoTerminal(rows: 12, columns: 40)
    let before = pseudo.modes()
    let terminal = try NCursesTerminal.open(on: pseudo)
    #expect(terminal.size == Size(rows: 12, columns: 40))
    #expect(terminal.capabilities == TerminalCapabilities(colorDepth: .palette256, unicode: true))
    #expect(pseudo.modes() != before)
    terminal.present(surface(terminal, "Grüße 卷积", style: Style(foreground: .indexed(196), attributes: .bold)))
    #expect(pseudo.draws("Grüße 卷积"))
    #expect(pseudo.seen.contains("\u{1B}[?1049h"))
    #expect(pseudo.seen.contains("\u{1B}[?2004h"))
    #expect(pseudo.seen.contains("38;5;196"))
    terminal.close()
    #expect(pseudo.modes() == before)
    #expect(pseudo.draws("\u{1B}[?1049l"))
    #expect(pseudo.seen.contains("\u{1B}[?2004l"))
    #expect(terminal.nextEvent(timeout: nil) == .endOfInput)
  }

  @Test("a terminal that nobody closes is given back when it is let go") func letGo() throws {
    let pseudo = try PseudoTerminal()
    let before = pseudo.modes()
    do { _ = try NCursesTerminal.open(on: pseudo) }
    #expect(pseudo.modes() == before)
  }

  @Test("a step of one cell costs few bytes, and an equal surface none") func economy() throws {
    let pseudo = try PseudoTerminal()
    let terminal = try NCursesTerminal.open(on: pseudo)
    defer { terminal.close() }
    var screen = surface(terminal, "start")
    for row in 5..<20 { screen.write(String(repeating: "0.5 ", count: 18), row: row, column: 3) }
    // Drawn last, because it stands lowest.
    screen.write("mark0", row: 22, column: 0)
    terminal.present(screen)
    _ = pseudo.drawn(until: "mark0")
    let whole = pseudo.seen.utf8.count
    screen.restyle(Rect(row: 8, column: 3, rows: 1, columns: 3)) { $0.adding(.reverse) }
    screen.write("mark1", row: 23, column: 0)
    terminal.present(screen)
    _ = pseudo.drawn(until: "mark1")
    #expect(pseudo.seen.utf8.count - whole < 120)
    terminal.present(screen)
    screen.write("mark2", row: 0, column: 0)
    let before = pseudo.seen.utf8.count
    terminal.present(screen)
    _ = pseudo.drawn(until: "mark2")
    #expect(pseudo.seen.utf8.count - before < 40)
  }

  @Test("keys arrive, also when their bytes come in pieces") func keys() throws {
    let pseudo = try PseudoTerminal()
    let terminal = try NCursesTerminal.open(on: pseudo)
    defer { terminal.close() }
    pseudo.type("\u{1B}[A\u{1B}OB\u{12}x\r")
    for key in [Key.up, .down, .control("r"), .character("x"), .enter] {
      #expect(terminal.nextEvent(timeout: patience) == .key(key))
    }
    pseudo.type([0xE5, 0x8D])
    #expect(terminal.nextEvent(timeout: 1) == .timeout)
    pseudo.type([0xB7])
    #expect(terminal.nextEvent(timeout: patience) == .key(.character("卷")))
    pseudo.type("\u{1B}")
    #expect(terminal.nextEvent(timeout: patience) == .key(.escape))
    pseudo.type("\u{3}\u{1A}\u{1C}\u{13}")
    for letter in ["c", "z", "\\", "s"] as [Character] {
      #expect(terminal.nextEvent(timeout: patience) == .key(.control(letter)))
    }
  }

  @Test("a paste is one event, and mouse reports nobody asked for are none") func paste() throws {
    let pseudo = try PseudoTerminal()
    let terminal = try NCursesTerminal.open(on: pseudo)
    defer { terminal.close() }
    pseudo.type("\u{1B}[200~1\t2\r3\u{1B}[201~\u{1B}[<0;10;5M\u{1B}[M !!q")
    #expect(terminal.nextEvent(timeout: patience) == .paste("1\t2\r3"))
    #expect(terminal.nextEvent(timeout: patience) == .key(.character("q")))
  }

  @Test("mouse reports come when they are asked for") func mouse() throws {
    let pseudo = try PseudoTerminal()
    let terminal = try NCursesTerminal.open(on: pseudo, options: .init(mouse: true))
    defer { terminal.close() }
    pseudo.type("\u{1B}[<0;10;5M")
    #expect(terminal.nextEvent(timeout: patience) == .mouse(MouseEvent(row: 4, column: 9, kind: .press)))
    #expect(pseudo.draws("\u{1B}[?1006h"))
  }

  @Test("a wake from another thread ends the wait") func wake() async throws {
    let pseudo = try PseudoTerminal()
    let terminal = try NCursesTerminal.open(on: pseudo)
    let waker = terminal.waker
    await Task.detached { waker.wake() }.value
    #expect(terminal.nextEvent(timeout: nil) == .wake)
    #expect(terminal.nextEvent(timeout: 0) == .timeout)
    terminal.close()
    waker.wake()
    let next = try NCursesTerminal.open(on: pseudo)
    #expect(next.nextEvent(timeout: 0) == .timeout)
    next.close()
  }

  @Test("a watched descriptor is reported, and forgotten when it has ended") func watching() throws {
    let pseudo = try PseudoTerminal()
    let terminal = try NCursesTerminal.open(on: pseudo)
    defer { terminal.close() }
    var ends: [Int32] = [0, 0]
    try #require(pipe(&ends) == 0)
    terminal.watch(fileDescriptor: ends[0])
    #expect(terminal.nextEvent(timeout: 0) == .timeout)
    #expect(write(ends[1], "x", 1) == 1)
    #expect(terminal.nextEvent(timeout: patience) == .readable(fileDescriptor: ends[0]))
    var byte: UInt8 = 0
    #expect(read(ends[0], &byte, 1) == 1)
    close(ends[1])
    #expect(terminal.nextEvent(timeout: patience) == .readable(fileDescriptor: ends[0]))
    #expect(terminal.nextEvent(timeout: 0) == .timeout)
    close(ends[0])
  }

  @Test("a new size is reported and the next surface is drawn whole") func resize() throws {
    let pseudo = try PseudoTerminal()
    let terminal = try NCursesTerminal.open(on: pseudo)
    defer { terminal.close() }
    terminal.present(surface(terminal, "before"))
    #expect(pseudo.draws("before"))
    pseudo.resize(rows: 30, columns: 100)
    kill(getpid(), SIGWINCH)
    #expect(terminal.nextEvent(timeout: patience) == .resize(Size(rows: 30, columns: 100)))
    #expect(terminal.size == Size(rows: 30, columns: 100))
    terminal.present(surface(terminal, "before"))
    #expect(pseudo.draws("before"))
    // A surface drawn for the old size is cut, not refused.
    terminal.present(Surface(size: Size(rows: 50, columns: 200)))
  }

  @Test(
    "signals that ask for the end come as events",
    arguments: [
      (SIGINT, TerminalSignal.interrupt), (SIGTERM, .terminate), (SIGHUP, .hangup), (SIGQUIT, .quit),
    ])
  func signals(number: Int32, signal: TerminalSignal) throws {
    let pseudo = try PseudoTerminal()
    let terminal = try NCursesTerminal.open(on: pseudo)
    defer { terminal.close() }
    kill(getpid(), number)
    #expect(terminal.nextEvent(timeout: patience) == .signal(signal))
  }

  @Test("while stopped the terminal is the shell's; afterwards everything is drawn again") func suspension() throws {
    let pseudo = try PseudoTerminal()
    let before = pseudo.modes()
    let terminal = try NCursesTerminal.open(on: pseudo)
    defer { terminal.close() }
    terminal.present(surface(terminal, "picture"))
    #expect(pseudo.draws("picture"))
    let during = pseudo.modes()
    terminal.suspend {
      #expect(pseudo.modes() == before)
      #expect(pseudo.draws("\u{1B}[?1049l"))
      pseudo.resize(rows: 10, columns: 50)
    }
    #expect(pseudo.modes() == during)
    #expect(terminal.nextEvent(timeout: patience) == .resize(Size(rows: 10, columns: 50)))
    terminal.present(surface(terminal, "picture"))
    #expect(pseudo.draws("picture"))
  }

  @Test("a screen that was forgotten is drawn whole, a known one not at all") func forgotten() throws {
    let pseudo = try PseudoTerminal()
    let terminal = try NCursesTerminal.open(on: pseudo)
    defer { terminal.close() }
    terminal.present(surface(terminal, "picture"))
    #expect(pseudo.draws("picture"))
    terminal.present(surface(terminal, "picture"))
    terminal.present(surface(terminal, "picture!"))
    #expect(pseudo.drawn(until: "!").contains("picture") == false)
    terminal.forget()
    terminal.present(surface(terminal, "picture!"))
    #expect(pseudo.draws("picture!"))
  }

  @Test("a program that is continued only to end leaves the shell's terminal alone") func endedWhileStopped() throws {
    let pseudo = try PseudoTerminal()
    let before = pseudo.modes()
    let terminal = try NCursesTerminal.open(on: pseudo)
    terminal.suspend {
      kill(getpid(), SIGTERM)
      while Int(cnc_pending()) & CNC_TERMINATE == 0 { sched_yield() }
    }
    #expect(terminal.nextEvent(timeout: patience) == .signal(.terminate))
    #expect(pseudo.modes() == before)
    terminal.present(surface(terminal, "unseen"))
    terminal.close()
    #expect(pseudo.modes() == before)
  }

  @Test("what is no usable terminal is refused with the reason and nothing is written") func refusals() throws {
    let pseudo = try PseudoTerminal()
    let before = pseudo.modes()
    #expect(throws: TerminalError.unknownTerminalType("no-such-terminal")) {
      try NCursesTerminal.open(on: pseudo, type: "no-such-terminal")
    }
    #expect(throws: TerminalError.terminalTypeTooSimple("dumb")) { try NCursesTerminal.open(on: pseudo, type: "dumb") }
    #expect(throws: TerminalError.unknownTerminalType("")) { try NCursesTerminal.open(on: pseudo, type: "") }
    let file = open("/dev/null", O_RDWR)
    defer { close(file) }
    #expect(throws: TerminalError.outputIsNotATerminal) {
      try NCursesTerminal.open(.init(), inputFileDescriptor: pseudo.program, outputFileDescriptor: file, type: "xterm")
    }
    #expect(throws: TerminalError.inputIsNotATerminal) {
      try NCursesTerminal.open(.init(), inputFileDescriptor: file, outputFileDescriptor: pseudo.program, type: "xterm")
    }
    #expect(pseudo.modes() == before)
    let terminal = try NCursesTerminal.open(on: pseudo)
    #expect(throws: TerminalError.alreadyOpen) { try NCursesTerminal.open(on: pseudo) }
    terminal.present(surface(terminal, "first"))
    #expect(pseudo.drawn(until: "first").hasPrefix("\u{1B}[?"))
    terminal.close()
  }

  @Test(
    "the colours of the type decide the depth",
    arguments: [
      ("xterm-256color", true, ColorDepth.palette256), ("xterm", true, .eight), ("vt100", true, .mono),
      ("linux", true, .eight), ("screen-256color", true, .palette256), ("xterm-256color", false, .mono),
    ])
  func depths(type: String, color: Bool, depth: ColorDepth) throws {
    let pseudo = try PseudoTerminal()
    let terminal = try NCursesTerminal.open(on: pseudo, type: type, options: .init(color: color))
    defer { terminal.close() }
    #expect(terminal.capabilities.colorDepth == depth)
    terminal.present(surface(terminal, "drawn", style: Style(foreground: .indexed(202), background: .indexed(17))))
    #expect(pseudo.draws("drawn"))
    #expect(pseudo.seen.contains("38;5;202") == (depth == .palette256))
  }

  @Test("with the ascii option nothing outside ASCII is drawn") func ascii() throws {
    let pseudo = try PseudoTerminal()
    let terminal = try NCursesTerminal.open(on: pseudo, options: .init(ascii: true))
    defer { terminal.close() }
    #expect(!terminal.capabilities.unicode)
    terminal.present(surface(terminal, "┌─│→卷é end"))
    #expect(pseudo.draws("+-|>? ? end"))
    #expect(pseudo.seen.utf8.allSatisfy { $0 < 0x80 })
  }

  @Test("no byte of a hostile text steers the terminal") func hostileText() throws {
    let pseudo = try PseudoTerminal()
    let terminal = try NCursesTerminal.open(on: pseudo)
    defer { terminal.close() }
    terminal.present(surface(terminal, "\u{1B}]0;title\u{7}\u{9B}31m\u{202E}end"))
    let drawn = pseudo.drawn(until: "end")
    #expect(!drawn.contains("\u{1B}]"))
    #expect(!drawn.contains("\u{7}"))
    #expect(!drawn.unicodeScalars.contains("\u{9B}"))
    #expect(!drawn.unicodeScalars.contains("\u{202E}"))
  }

  #if canImport(Glibc)
    @Test("our widths are those of the C library for everything it knows") func widths() throws {
      setenv("LC_ALL", "C.UTF-8", 1)
      try #require(cnc_adopt_locale())
      var wrong: [UInt32] = []
      for value in UInt32(0xA0)...0x10FFFF {
        guard let scalar = Unicode.Scalar(value) else { continue }
        let width = Int(cnc_width(value))
        if width >= 0, width != DisplayWidth.columns(of: scalar) { wrong.append(value) }
      }
      // A C library of a later Unicode version knows a few hundred scalars more and corrects some.
      #expect(wrong.count < 400, "\(wrong.prefix(20).map { String($0, radix: 16) })")
    }
  #endif
}
