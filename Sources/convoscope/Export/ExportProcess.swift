import Explorer
import TerminalKit
import Workbench

#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// An export from inside the program: the program is started once more, as `convoscope export`, with the session on its
/// standard input.
///
/// So the drawing libraries stay out of this process, which neither grows by them, nor ends with them, nor has their
/// warnings on its screen.
enum ExportProcess {
  /// What a program needs of the environment to find fonts and folders, and what sanitizers are told.
  private static let variables = [
    "HOME", "PATH", "LANG", "LC_ALL", "LC_CTYPE", "TMPDIR", "XDG_CACHE_HOME", "XDG_CONFIG_HOME", "XDG_DATA_HOME",
    "XDG_DATA_DIRS",
    "FONTCONFIG_FILE", "FONTCONFIG_PATH", "ASAN_OPTIONS", "TSAN_OPTIONS",
  ]

  /// Waits until it is done.
  static func export(_ session: Session, _ request: ExportRequest, texts: TextTable) throws(ServiceFailure) {
    let bytes: [UInt8]
    do throws(SessionFault) {
      bytes = try SessionText.write(session)
    } catch {
      throw ServiceFailure(sentence: texts.sentence(for: error))
    }
    // Files without a name rather than pipes: no amount of text can block either side.
    guard let program = ProcessEnvironment.executable, let input = tmpfile() else {
      throw ServiceFailure(sentence: texts.text(.exportNotStarted, SystemReason.text(errno)))
    }
    defer { fclose(input) }
    guard let errors = tmpfile() else {
      throw ServiceFailure(sentence: texts.text(.exportNotStarted, SystemReason.text(errno)))
    }
    defer { fclose(errors) }
    guard fwrite(bytes, 1, bytes.count, input) == bytes.count, fflush(input) == 0,
      lseek(fileno(input), 0, SEEK_SET) == 0
    else { throw ServiceFailure(sentence: texts.text(.exportNotStarted, SystemReason.text(errno))) }
    let arguments =
      [program, "export", "--session", "-", "--to", request.path, "--lang", texts.language]
      + (request.format.map { ["--format", $0] } ?? [])
      + ["--speed", "\(request.cellsPerSecond)"]
      + (terminal(request.size).map { ["--terminal", $0] } ?? [])
    let status = try run(arguments, input: fileno(input), errors: fileno(errors), texts: texts)
    guard status != 0 else { return }
    let said = lastLine(of: errors)
    throw ServiceFailure(sentence: said.isEmpty ? texts.text(.exportNotStarted, "\(status)") : said)
  }

  /// A terminal that recordings can have; nil for one beyond their limits, which get the usual one.
  private static func terminal(_ size: Size) -> String? {
    ExportSettings.rows.contains(size.rows) && ExportSettings.columns.contains(size.columns)
      ? "\(size.columns)x\(size.rows)" : nil
  }

  /// Runs a program to its end; returns its exit code, or 128 and the signal that ended it.
  private static func run(
    _ arguments: [String], input: Int32, errors: Int32, texts: TextTable
  ) throws(ServiceFailure) -> Int32 {
    #if canImport(Darwin)
      var actions: posix_spawn_file_actions_t?
    #else
      var actions = posix_spawn_file_actions_t()
    #endif
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    posix_spawn_file_actions_adddup2(&actions, input, STDIN_FILENO)
    posix_spawn_file_actions_addopen(&actions, STDOUT_FILENO, "/dev/null", O_WRONLY, 0)
    posix_spawn_file_actions_adddup2(&actions, errors, STDERR_FILENO)
    let environment = ProcessEnvironment.variables(variables).map { $0.key + "=" + $0.value }
    let words = arguments.map { strdup($0) } + [nil]
    let settings = environment.map { strdup($0) } + [nil]
    defer { (words + settings).forEach { free($0) } }
    var process: pid_t = 0
    let code = posix_spawnp(&process, arguments[0], &actions, nil, words, settings)
    guard code == 0 else { throw ServiceFailure(sentence: texts.text(.exportNotStarted, SystemReason.text(code))) }
    var status: Int32 = 0
    while waitpid(process, &status, 0) < 0 {
      guard errno == EINTR else {
        throw ServiceFailure(sentence: texts.text(.exportNotStarted, SystemReason.text(errno)))
      }
    }
    // The low seven bits hold the signal, the next byte the exit code; the C macros for this do not reach Swift.
    let signal = status & 0x7F
    return signal == 0 ? (status >> 8) & 0xFF : 128 + signal
  }

  /// The program's own sentence comes last, after whatever a library had to say.
  private static func lastLine(of file: UnsafeMutablePointer<FILE>) -> String {
    rewind(file)
    var bytes = [UInt8](repeating: 0, count: 1 << 14)
    let count = fread(&bytes, 1, bytes.count, file)
    return String(decoding: bytes[..<count], as: UTF8.self).split(separator: "\n").last.map(String.init) ?? ""
  }
}
