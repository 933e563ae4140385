import Foundation

/// What a program left behind: its status and everything it wrote.
package struct ProgramRun: Sendable {
  /// The exit code, or 128 plus the signal that ended the program, as shells count.
  package let status: Int32
  package let standardOutputBytes: [UInt8]
  package let standardErrorBytes: [UInt8]

  /// Standard output read as UTF-8.
  package var standardOutput: String { String(decoding: standardOutputBytes, as: UTF8.self) }
  /// Standard error read as UTF-8.
  package var standardError: String { String(decoding: standardErrorBytes, as: UTF8.self) }
}

/// Runs a program to its end and returns what it did.
///
/// Input and output go through files rather than pipes, so no amount of either can block; the program sees that none
/// of the three is a terminal. Signals have their default meaning, whatever they mean to the process that runs the tests.
/// - Parameters:
///   - command: Absolute path, or a name to be found on the PATH of this process.
///   - environment: Added to this process's environment; nil takes a variable away.
///   - input: Bytes of standard input; it ends after them.
///   - folder: The program's current folder; nil keeps ours.
///   - patience: Seconds until the program is killed and `TestFailure` thrown, so that a hang fails instead of hanging.
/// - Throws: `TestFailure` when the program cannot be started or does not end.
package func run(
  _ command: String, _ arguments: [String] = [], environment: [String: String?] = [:], input: [UInt8] = [],
  in folder: String? = nil, patience: Double = 120
) throws -> ProgramRun {
  let scratch = try TemporaryFolder()
  try scratch.write(input, to: "input")
  // The shell changes the folder: the C library's own way has another name, or none, on each platform.
  let change = folder.map { ["/bin/sh", "-c", "cd -- \"$1\" && shift && exec \"$@\"", "sh", $0] } ?? []
  let words = change + [command] + arguments
  let process = try spawn(
    words, environment: mergedEnvironment(environment),
    input: scratch.path("input"), output: scratch.path("output"), errors: scratch.path("errors"))

  let deadline = Date().addingTimeInterval(patience)
  var status: Int32 = 0
  while waitpid(process, &status, WNOHANG) == 0 {
    guard Date() < deadline else {
      kill(process, SIGKILL)
      waitpid(process, &status, 0)
      let said = String(decoding: try scratch.read("output") + scratch.read("errors"), as: UTF8.self)
      throw TestFailure("\(command) \(arguments) did not end within \(patience) seconds; it wrote: \(said)")
    }
    usleep(2_000)
  }
  // The low seven bits hold the signal, the next byte the exit code; the C macros for this do not reach Swift.
  let signal = status & 0x7F
  return ProgramRun(
    status: signal == 0 ? (status >> 8) & 0xFF : 128 + signal,
    standardOutputBytes: try scratch.read("output"), standardErrorBytes: try scratch.read("errors"))
}

private func mergedEnvironment(_ changes: [String: String?]) -> [String: String] {
  var environment = ProcessInfo.processInfo.environment
  for (name, value) in changes { environment[name] = value }
  return environment
}

/// Starts a program and returns its process number.
///
/// Not Foundation's `Process`: on Linux that waits for a socket to close which daemons of the program (the tmux server)
/// keep open, and it hands ignored signals on.
private func spawn(
  _ words: [String], environment: [String: String], input: String, output: String, errors: String
) throws -> pid_t {
  #if canImport(Darwin)
    var actions: posix_spawn_file_actions_t?
    var attributes: posix_spawnattr_t?
  #else
    var actions = posix_spawn_file_actions_t()
    var attributes = posix_spawnattr_t()
  #endif
  posix_spawn_file_actions_init(&actions)
  defer { posix_spawn_file_actions_destroy(&actions) }
  posix_spawn_file_actions_addopen(&actions, 0, input, O_RDONLY, 0)
  posix_spawn_file_actions_addopen(&actions, 1, output, O_WRONLY | O_CREAT | O_TRUNC, 0o600)
  posix_spawn_file_actions_addopen(&actions, 2, errors, O_WRONLY | O_CREAT | O_TRUNC, 0o600)

  var all = sigset_t()
  var none = sigset_t()
  sigfillset(&all)
  sigemptyset(&none)
  posix_spawnattr_init(&attributes)
  defer { posix_spawnattr_destroy(&attributes) }
  posix_spawnattr_setsigdefault(&attributes, &all)
  posix_spawnattr_setsigmask(&attributes, &none)
  posix_spawnattr_setflags(&attributes, Int16(POSIX_SPAWN_SETSIGDEF) | Int16(POSIX_SPAWN_SETSIGMASK))

  // Copies that C may keep until the call returns.
  let argumentPointers = words.map { strdup($0) } + [nil]
  let environmentPointers = environment.map { strdup($0.key + "=" + $0.value) } + [nil]
  defer { (argumentPointers + environmentPointers).forEach { free($0) } }
  var process: pid_t = 0
  let answer = posix_spawnp(&process, words[0], &actions, &attributes, argumentPointers, environmentPointers)
  guard answer == 0 else {
    throw TestFailure("\(words[0]) could not be started: \(String(cString: strerror(answer)))")
  }
  return process
}
