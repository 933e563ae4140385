/// How the program ends; the numbers from 64 on are those of BSD's `sysexits.h`.
enum ExitStatus: Int32 {
  case done = 0
  /// A check or lint failed.
  case failed = 1
  /// There is no terminal to work on.
  case noTerminal = 2
  /// The command line alone is wrong.
  case usage = 64
  /// Data or shapes are bad.
  case badData = 65
  /// Input is missing or unreadable.
  case missingInput = 66
  /// Something that has to be installed is not.
  case unavailable = 69
  case internalError = 70
  case cannotWrite = 73
}

/// Why a command ended without having done its work.
struct Failure: Error {
  let status: ExitStatus
  /// One sentence: what, where, and what was expected.
  let sentence: String
}

/// A check found something and has said so on standard output.
struct CheckFailed: Error {}
