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
    abstract: Interface.texts.text(.manualProgram),
    usage: Interface.texts.text(.manualUsage),
    discussion: Interface.texts.text(.manualProgramMore),
    version: "convoscope \(Version.current)",
    subcommands: [
      ExploreCommand.self, LessonCommand.self, LessonsCommand.self, StepCommand.self, RunCommand.self,
      ModelCommand.self, ExportCommand.self, DoctorCommand.self, CompletionsCommand.self, ManualCommand.self,
    ],
    defaultSubcommand: ExploreCommand.self)

  @OptionGroup
  var language: LanguageOptions

  static func main() {
    // A limit on the size of files is told as a full disk is, with a sentence, instead of ending the program.
    signal(SIGXFSZ, SIG_IGN)
    do {
      if let unknown = Interface.choice.unknown {
        let known = Interface.texts.list(Language.allCases.map(\.rawValue))
        throw Failure(status: .usage, sentence: Interface.texts.text(.languageUnknown, unknown, known))
      }
      var command = try parseAsRoot(Interface.choice.arguments)
      if let notice = Interface.notice { StandardStreams.complain(notice) }
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
      StandardStreams.complain(Interface.texts.text(.errorStandardOutput, SystemReason.text(code)))
      Self.end(.cannotWrite)
    default:
      // Help and version are errors to the argument parser as well; those go to standard output.
      guard exitCode(for: error) != .success else { tell(error) }
      // One line, whatever the parser makes of it.
      let parts = message(for: error).split(separator: "\n").map {
        [".", "?", "。", "？"].contains($0.suffix(1)) ? String($0) : $0 + "."
      }
      StandardStreams.complain((parts + [Interface.texts.text(.errorSeeHelp)]).joined(separator: " "))
      Self.end(exitCode(for: error) == .validationFailure ? .usage : .internalError)
    }
  }

  /// Writes the help or the version, broken by the width of its characters where these are not all alike.
  private static func tell(_ error: any Error) -> Never {
    let isASCII = Interface.choice.shown.isASCII
    let text =
      isASCII
      ? fullMessage(for: error) : HelpText.wrapped(fullMessage(for: error, columns: HelpText.unbroken), columns: 80)
    do {
      var output = LineOutput()
      try output.write(text)
      try output.flush()
    } catch {
      finish(with: error)
    }
    end(.done)
  }

  private static func end(_ status: ExitStatus) -> Never {
    #if canImport(Glibc)
      Glibc.exit(status.rawValue)
    #else
      Darwin.exit(status.rawValue)
    #endif
  }
}
