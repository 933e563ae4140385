import TestSupport
import Testing

#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

@Suite("The screen as the command line opens it")
struct ScreenCommandTests {
  @Test("A table from standard input is shown, and keys come from the terminal all the same")
  func pipedInput() throws {
    let state = try TemporaryFolder()
    let program = TmuxSession.quoted(try Checkout.binary())
    try TmuxSession.with(
      command: "printf '1,2\\n3,4\\n' | \(program) - --kernel edge-1x2", environment: ["XDG_STATE_HOME": state.path]
    ) { session in
      try session.waitForScreen(containing: "Input 2×2")
      try session.press("Right", "Down")
      try session.waitForScreen(containing: "out[1,0]")
      try session.press("q")
      #expect(try session.waitForExit() == 0)
    }
  }

  @Test("What :save writes is the output, bit for bit what --output writes")
  func save() throws {
    let folder = try TemporaryFolder()
    let program = TmuxSession.quoted(try Checkout.binary())
    try TmuxSession.with(
      command: "\(program) --kernel sharpen", environment: ["XDG_STATE_HOME": folder.path], folder: folder.path
    ) { session in
      try session.waitForScreen(containing: "sharpen")
      try session.type(":save screen.npy")
      try session.press("Enter")
      try session.waitForScreen(containing: "output written to screen.npy")
      try session.press("q")
      #expect(try session.waitForExit() == 0)
    }
    let direct = try run(Checkout.binary(), ["--kernel", "sharpen", "-o", "direct.npy"], in: folder.path)
    #expect(direct.status == 0)
    #expect(try folder.read("screen.npy") == folder.read("direct.npy"))
  }

  @Test("A signal gives the terminal back and ends the program as a signal", arguments: [SIGTERM, SIGHUP])
  func signals(number: Int32) throws {
    let state = try TemporaryFolder()
    let program = TmuxSession.quoted(try Checkout.binary())
    try TmuxSession.with(
      command: "exec \(program) --kernel blur", environment: ["XDG_STATE_HOME": state.path]
    ) { session in
      try session.waitForScreen(containing: "blur")
      kill(try session.processIdentifier(), number)
      #expect(try session.waitForExit() == 128 + number)
    }
  }
}
