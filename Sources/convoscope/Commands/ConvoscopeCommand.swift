import ArgumentParser
import Workbench

#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// The program. Without the name of a command it explores.
@main
struct ConvoscopeCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "convoscope",
    abstract: TextTable.english.text(.manualProgram),
    usage: TextTable.english.text(.manualUsage),
    discussion: TextTable.english.text(.manualProgramMore),
    version: "convoscope \(Version.current)",
    subcommands: [
      ExploreCommand.self, LessonCommand.self, LessonsCommand.self, StepCommand.self, RunCommand.self,
      ModelCommand.self, ExportCommand.self, DoctorCommand.self, CompletionsCommand.self, ManualCommand.self,
    ],
    defaultSubcommand: ExploreCommand.self)

  static func main() {
    do {
      var command = try parseAsRoot()
      try command.run()
    } catch {
      finish(with: error)
    }
  }

  /// Says why the program ends and ends it with the documented status.
  private static func finish(with error: any Error) -> Never {
    switch error {
    case let failure as Failure:
      StandardStreams.complain(failure.sentence)
      Self.end(failure.status)
    case is CheckFailed:
      Self.end(.failed)
    case OutputError.closed:
      Self.end(.done)
    case OutputError.refused(let code):
      StandardStreams.complain(TextTable.english.text(.errorStandardOutput, SystemReason.text(code)))
      Self.end(.cannotWrite)
    default:
      // Help and version are errors to the argument parser as well; those go to standard output.
      guard exitCode(for: error) != .success else { exit(withError: error) }
      // One line, whatever the parser makes of it.
      let parts = message(for: error).split(separator: "\n").map {
        $0.hasSuffix(".") || $0.hasSuffix("?") ? String($0) : $0 + "."
      }
      StandardStreams.complain((parts + [TextTable.english.text(.errorSeeHelp)]).joined(separator: " "))
      Self.end(exitCode(for: error) == .validationFailure ? .usage : .internalError)
    }
  }

  private static func end(_ status: ExitStatus) -> Never {
    #if canImport(Glibc)
      Glibc.exit(status.rawValue)
    #else
      Darwin.exit(status.rawValue)
    #endif
  }
}
