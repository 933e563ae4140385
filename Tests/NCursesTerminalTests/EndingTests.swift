import TerminalKit
import Testing

@testable import NCursesTerminal

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// Each ending happens in a process of its own, on a terminal that this process watches.
@Suite(.serialized) struct EndingTests {
  /// In the other process: takes the terminal by its name and shows something.
  private static func show(on name: String) throws -> NCursesTerminal {
    let descriptor = open(name, O_RDWR | O_NOCTTY)
    let terminal = try NCursesTerminal.open(
      .init(), inputFileDescriptor: descriptor, outputFileDescriptor: descriptor, type: "xterm-256color")
    var surface = Surface(size: terminal.size)
    surface.write("shown", row: 0, column: 0)
    terminal.present(surface)
    return terminal
  }

  private func expectGivenBack(_ pseudo: PseudoTerminal, modes: [UInt8]) {
    #expect(pseudo.draws("shown"))
    #expect(pseudo.seen.contains("\u{1B}[?1049l") || pseudo.draws("\u{1B}[?1049l"))
    #expect(pseudo.seen.contains("\u{1B}[?2004l"))
    #expect(pseudo.modes() == modes)
  }

  @Test("a Swift trap gives the terminal back") func trap() async throws {
    let pseudo = try PseudoTerminal()
    let modes = pseudo.modes()
    await #expect(processExitsWith: .failure) { [name = pseudo.name as String] in
      let terminal = try EndingTests.show(on: name)
      let numbers = [Int](repeating: 0, count: terminal.size.rows)
      print(numbers[numbers.count])
    }
    expectGivenBack(pseudo, modes: modes)
  }

  @Test("abort gives the terminal back and dies by its signal") func abortion() async throws {
    let pseudo = try PseudoTerminal()
    let modes = pseudo.modes()
    await #expect(processExitsWith: .signal(SIGABRT)) { [name = pseudo.name as String] in
      let terminal = try EndingTests.show(on: name)
      withExtendedLifetime(terminal) { abort() }
    }
    expectGivenBack(pseudo, modes: modes)
  }

  @Test("an exit from anywhere gives the terminal back") func exiting() async throws {
    let pseudo = try PseudoTerminal()
    let modes = pseudo.modes()
    await #expect(processExitsWith: .exitCode(3)) { [name = pseudo.name as String] in
      let terminal = try EndingTests.show(on: name)
      withExtendedLifetime(terminal) { exit(3) }
    }
    expectGivenBack(pseudo, modes: modes)
  }

  @Test("closing by a signal gives the terminal back and dies by it") func closingBySignal() async throws {
    let pseudo = try PseudoTerminal()
    let modes = pseudo.modes()
    await #expect(processExitsWith: .signal(SIGTERM)) { [name = pseudo.name as String] in
      let terminal = try EndingTests.show(on: name)
      kill(getpid(), SIGTERM)
      guard case .signal(let signal) = terminal.nextEvent(timeout: 10_000) else { exit(1) }
      terminal.close(raising: signal)
    }
    expectGivenBack(pseudo, modes: modes)
  }
}
