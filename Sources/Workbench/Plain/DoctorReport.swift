import LessonKit
import TerminalKit

/// What the program finds around itself, as lines with what to change.
package struct DoctorReport: Sendable {
  /// What was found; whoever looks fills it in.
  package struct Facts: Equatable, Sendable {
    /// Version of the program and what it runs on.
    package var program: String
    package var terminalType: String
    package var typeProblem: TypeProblem?
    package var colors: Int
    package var colorsAreOff: Bool
    package var outputIsTerminal: Bool
    package var size: Size?
    /// The first of `LC_ALL`, `LC_CTYPE` and `LANG` that is set, as `NAME=value`; nil when none is.
    package var locale: String?
    package var isUTF8: Bool
    /// The language that was asked for.
    package var language: Language
    package var state: Folder
    package var config: Folder
    /// The folder of the lessons; nil when there is none.
    package var lessonFolder: String?
    package var lessonCount: Int
    package var lessonProblems: Int
    package var escapeDelay: Int

    package init(
      program: String, terminalType: String, typeProblem: TypeProblem?, colors: Int, colorsAreOff: Bool,
      outputIsTerminal: Bool, size: Size?, locale: String?, isUTF8: Bool, language: Language = .english,
      state: Folder, config: Folder, lessonFolder: String?, lessonCount: Int, lessonProblems: Int, escapeDelay: Int
    ) {
      self.program = program
      self.terminalType = terminalType
      self.typeProblem = typeProblem
      self.colors = colors
      self.colorsAreOff = colorsAreOff
      self.outputIsTerminal = outputIsTerminal
      self.size = size
      self.locale = locale
      self.isUTF8 = isUTF8
      self.language = language
      self.state = state
      self.config = config
      self.lessonFolder = lessonFolder
      self.lessonCount = lessonCount
      self.lessonProblems = lessonProblems
      self.escapeDelay = escapeDelay
    }
  }

  package enum TypeProblem: Equatable, Sendable {
    case noEntry, tooSimple
  }

  /// A folder of the user's.
  package enum Folder: Equatable, Sendable {
    case writable(String)
    /// Not there; it will be made when there is something to keep.
    case missing(String)
    /// There, or to be made, and closed to us.
    case refused(String)
    /// Nobody says where it is.
    case nowhere
  }

  /// One thing that was looked at.
  struct Finding: Equatable, Sendable {
    enum Grade: Equatable, Sendable {
      case fine
      /// Works, but could be better.
      case note
      /// Keeps something from working.
      case problem
    }

    let grade: Grade
    let subject: TextKey
    let text: String
    /// What to change; nil when there is nothing.
    let advice: String?
  }

  let findings: [Finding]
  private let texts: TextTable

  package init(_ facts: Facts, texts: TextTable = .english) {
    self.texts = texts
    findings = [
      Finding(grade: .fine, subject: .doctorProgram, text: texts.text(.doctorProgramIs, facts.program), advice: nil),
      Self.output(facts, texts), Self.type(facts, texts), Self.size(facts, texts), Self.colors(facts, texts),
      Self.locale(facts, texts), Self.language(facts, texts), Self.escape(facts, texts),
      Self.folder(facts.state, .doctorState, texts),
      Self.folder(facts.config, .doctorConfig, texts), Self.lessons(facts, texts),
    ].compactMap { $0 }
  }

  /// Whether nothing keeps the program from working.
  package var isHealthy: Bool { !findings.contains { $0.grade == .problem } }

  /// A line for each finding, one for each advice, and one that sums up.
  package var lines: [String] {
    func mark(_ finding: Finding) -> String {
      switch finding.grade {
      case .fine: texts.text(.doctorFine)
      case .note: texts.text(.doctorNote)
      case .problem: texts.text(.doctorProblem)
      }
    }
    func columns(_ texts: [String]) -> Int { texts.map { DisplayWidth.columns(of: $0) }.max() ?? 0 }
    let marks = columns(findings.map(mark))
    let subjects = columns(findings.map { texts.text($0.subject) })
    let indent = String(repeating: " ", count: marks + subjects + 4)
    let body = findings.flatMap { finding in
      let line = [
        mark(finding).leftAligned(to: marks), texts.text(finding.subject).leftAligned(to: subjects), finding.text,
      ]
      .joined(separator: "  ")
      return [Sanitizer.sanitized(line)] + (finding.advice.map { [indent + Sanitizer.sanitized($0)] } ?? [])
    }
    let problems = findings.filter { $0.grade == .problem }.count
    return body + [texts.text(problems == 0 ? .doctorAllFine : .doctorProblems, "\(problems)")]
  }

  // MARK: What is looked at

  private static func output(_ facts: Facts, _ texts: TextTable) -> Finding {
    Finding(
      grade: facts.outputIsTerminal ? .fine : .note, subject: .doctorOutput,
      text: texts.text(facts.outputIsTerminal ? .doctorIsTerminal : .doctorIsNoTerminal),
      advice: facts.outputIsTerminal ? nil : texts.text(.doctorOutputAdvice))
  }

  private static func type(_ facts: Facts, _ texts: TextTable) -> Finding {
    switch facts.typeProblem {
    case nil:
      Finding(
        grade: .fine, subject: .doctorType, text: texts.text(.doctorTypeIs, facts.terminalType), advice: nil)
    case .noEntry?:
      Finding(
        grade: .problem, subject: .doctorType, text: texts.text(.doctorNoEntry, facts.terminalType),
        advice: texts.text(.doctorTypeAdvice))
    case .tooSimple?:
      Finding(
        grade: .problem, subject: .doctorType, text: texts.text(.doctorTooSimple, facts.terminalType),
        advice: texts.text(.doctorTypeAdvice))
    }
  }

  private static func size(_ facts: Facts, _ texts: TextTable) -> Finding? {
    guard let size = facts.size else { return nil }
    let least = Layout.minimum
    let fits = size.rows >= least.rows && size.columns >= least.columns
    return Finding(
      grade: fits ? .fine : .problem, subject: .doctorSize,
      text: texts.text(.doctorSizeIs, "\(size.columns)", "\(size.rows)"),
      advice: fits ? nil : texts.text(.doctorSizeAdvice, "\(least.columns)", "\(least.rows)"))
  }

  private static func colors(_ facts: Facts, _ texts: TextTable) -> Finding {
    if facts.colorsAreOff {
      return Finding(grade: .note, subject: .doctorColors, text: texts.text(.doctorColorsOff), advice: nil)
    }
    let text = facts.colors > 0 ? texts.text(.doctorColorsAre, "\(facts.colors)") : texts.text(.doctorNoColors)
    return Finding(
      grade: facts.colors >= 256 ? .fine : .note, subject: .doctorColors, text: text,
      advice: facts.colors >= 256 ? nil : texts.text(.doctorColorsAdvice))
  }

  private static func locale(_ facts: Facts, _ texts: TextTable) -> Finding {
    let setting = facts.locale ?? "LANG="
    return Finding(
      grade: facts.isUTF8 ? .fine : .note, subject: .doctorLocale,
      text: texts.text(facts.isUTF8 ? .doctorUTF8 : .doctorNotUTF8, setting),
      advice: facts.isUTF8 ? nil : texts.text(.doctorLocaleAdvice))
  }

  /// The language that is shown is that of the texts.
  private static func language(_ facts: Facts, _ texts: TextTable) -> Finding {
    let isShown = facts.language.rawValue == texts.language
    return Finding(
      grade: isShown ? .fine : .note, subject: .doctorLanguage,
      text: isShown
        ? texts.text(.doctorLanguageIs, facts.language.name)
        : texts.text(.doctorLanguageNotShown, facts.language.rawValue),
      advice: isShown ? nil : texts.text(.doctorLocaleAdvice))
  }

  /// Over a slow line more than the usual delay may be wanted; beyond this Esc feels broken.
  private static let longEscapeDelay = 100

  private static func escape(_ facts: Facts, _ texts: TextTable) -> Finding {
    let isLong = facts.escapeDelay > longEscapeDelay
    return Finding(
      grade: isLong ? .note : .fine, subject: .doctorEscape,
      text: texts.text(.doctorEscapeIs, "\(facts.escapeDelay)"), advice: isLong ? texts.text(.doctorEscapeAdvice) : nil)
  }

  private static func folder(_ folder: Folder, _ subject: TextKey, _ texts: TextTable) -> Finding {
    switch folder {
    case .writable(let path):
      Finding(grade: .fine, subject: subject, text: texts.text(.doctorFolderIs, path), advice: nil)
    case .missing(let path):
      Finding(grade: .fine, subject: subject, text: texts.text(.doctorFolderWillBe, path), advice: nil)
    case .refused(let path):
      Finding(
        grade: .problem, subject: subject, text: texts.text(.doctorFolderRefused, path),
        advice: texts.text(.doctorFolderAdvice))
    case .nowhere:
      Finding(
        grade: .problem, subject: subject, text: texts.text(.storageNoHome), advice: texts.text(.doctorFolderAdvice))
    }
  }

  private static func lessons(_ facts: Facts, _ texts: TextTable) -> Finding {
    guard let folder = facts.lessonFolder, facts.lessonCount + facts.lessonProblems > 0 else {
      return Finding(
        grade: .problem, subject: .doctorLessons, text: texts.text(.doctorNoLessons),
        advice: texts.text(.doctorLessonsAdvice))
    }
    guard facts.lessonProblems == 0 else {
      return Finding(
        grade: .problem, subject: .doctorLessons,
        text: texts.text(.doctorLessonsBroken, "\(facts.lessonProblems)", folder),
        advice: texts.text(.doctorLessonsBrokenAdvice))
    }
    return Finding(
      grade: .fine, subject: .doctorLessons, text: texts.text(.doctorLessonsAre, "\(facts.lessonCount)", folder),
      advice: nil)
  }
}
