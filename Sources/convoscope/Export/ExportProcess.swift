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

  /// Waits until it is done, or until the work is given up.
  ///
  /// The other process writes no file: it can be ended at any moment and leaves nothing behind. What it has made is
  /// written by this one, as a whole. Only a folder of grids, which takes no time, it writes itself.
  static func export(
    _ session: Session, _ request: ExportRequest, work: PendingWork, texts: TextTable
  ) throws(ServiceFailure) {
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
    guard let output = tmpfile() else {
      throw ServiceFailure(sentence: texts.text(.exportNotStarted, SystemReason.text(errno)))
    }
    defer { fclose(output) }
    let format = request.format.flatMap(ExportFormat.init) ?? ExportFormat.named(by: request.path)
    // Without a format the other process has the sentence for it.
    let isOneFile = format.map { $0 != .npy } ?? false
    let target =
      isOneFile
      ? ["--to", "-", "--format", format?.rawValue ?? ""]
      : ["--to", request.path] + (request.format.map { ["--format", $0] } ?? [])
    let arguments =
      [program, "export", "--session", "-", "--progress", "--lang", texts.language] + target
      + ["--speed", "\(request.cellsPerSecond)"]
      + (terminal(request.size).map { ["--terminal", $0] } ?? [])
    let status = try run(
      arguments, input: fileno(input), output: fileno(output), errors: fileno(errors), work: work, texts: texts)
    guard !work.isCancelled else { return }
    guard status == 0 else {
      let said = lastLine(of: errors)
      throw ServiceFailure(sentence: said.isEmpty ? texts.text(.exportNotStarted, "\(status)") : said)
    }
    guard isOneFile else { return }
    do throws(Failure) {
      try GridFiles.write(content(of: output), to: request.path, work: work, texts: texts)
    } catch {
      throw ServiceFailure(sentence: error.sentence)
    }
  }

  private static func content(of file: UnsafeMutablePointer<FILE>) -> [UInt8] {
    rewind(file)
    var bytes: [UInt8] = []
    var part = [UInt8](repeating: 0, count: 1 << 16)
    while case let count = fread(&part, 1, part.count, file), count > 0 { bytes += part[..<count] }
    return bytes
  }

  /// A terminal that recordings can have; nil for one beyond their limits, which get the usual one.
  private static func terminal(_ size: Size) -> String? {
    ExportSettings.rows.contains(size.rows) && ExportSettings.columns.contains(size.columns)
      ? "\(size.columns)x\(size.rows)" : nil
  }

  /// Runs a program to its end, or ends it when the work is given up; returns its exit code, or 128 and the signal that
  /// ended it.
  private static func run(
    _ arguments: [String], input: Int32, output: Int32, errors: Int32, work: PendingWork, texts: TextTable
  ) throws(ServiceFailure) -> Int32 {
    // The other process writes into the pipe how far it is; it closes with it.
    var ends: [Int32] = [-1, -1]
    guard pipe(&ends) == 0 else {
      throw ServiceFailure(sentence: texts.text(.exportNotStarted, SystemReason.text(errno)))
    }
    defer { close(ends[0]) }
    for end in ends { _ = fcntl(end, F_SETFD, FD_CLOEXEC) }
    #if canImport(Darwin)
      var actions: posix_spawn_file_actions_t?
    #else
      var actions = posix_spawn_file_actions_t()
    #endif
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    posix_spawn_file_actions_adddup2(&actions, input, STDIN_FILENO)
    posix_spawn_file_actions_adddup2(&actions, output, STDOUT_FILENO)
    posix_spawn_file_actions_adddup2(&actions, errors, STDERR_FILENO)
    posix_spawn_file_actions_adddup2(&actions, ends[1], ExportProgress.descriptor)
    let environment = ProcessEnvironment.variables(variables).map { $0.key + "=" + $0.value }
    let words = arguments.map { strdup($0) } + [nil]
    let settings = environment.map { strdup($0) } + [nil]
    defer { (words + settings).forEach { free($0) } }
    var process: pid_t = 0
    let code = posix_spawnp(&process, arguments[0], &actions, nil, words, settings)
    close(ends[1])
    guard code == 0 else { throw ServiceFailure(sentence: texts.text(.exportNotStarted, SystemReason.text(code))) }
    follow(ends[0], until: work) { kill(process, SIGKILL) }
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

  /// How long a person may wait until an export that was given up ends, in milliseconds.
  private static let patience: Int32 = 50

  /// Takes in how far the other process is until it closes its end, or until the work is given up, and then ends it.
  private static func follow(_ descriptor: Int32, until work: PendingWork, end: () -> Void) {
    var told = 0
    var total = 0
    var rest: [UInt8] = []
    var part = [UInt8](repeating: 0, count: 4096)
    while true {
      guard !work.isCancelled else { return end() }
      var polled = pollfd(fd: descriptor, events: Int16(POLLIN), revents: 0)
      guard poll(&polled, 1, patience) > 0 else { continue }
      let count = read(descriptor, &part, part.count)
      if count < 0, errno == EINTR { continue }
      guard count > 0 else { return }
      rest += part[..<count]
      guard let progress = ExportProgress.last(in: rest) else { continue }
      if let end = rest.lastIndex(of: UInt8(ascii: "\n")) { rest.removeSubrange(...end) }
      if progress.total != total {
        total = progress.total
        told = 0
        work.begin(total: total)
      }
      work.advance(by: progress.done - told)
      told = progress.done
    }
  }

  /// The program's own sentence comes last, after whatever a library had to say.
  private static func lastLine(of file: UnsafeMutablePointer<FILE>) -> String {
    rewind(file)
    var bytes = [UInt8](repeating: 0, count: 1 << 14)
    let count = fread(&bytes, 1, bytes.count, file)
    return String(decoding: bytes[..<count], as: UTF8.self).split(separator: "\n").last.map(String.init) ?? ""
  }
}
