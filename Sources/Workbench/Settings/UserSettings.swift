import TerminalKit

/// What a person has set in `config.yaml`: the theme, the views, the mouse, and keys of their own.
///
/// ```yaml
/// theme: contrast          # standard, contrast or mono
/// view: heat               # numbers, heat or blocks
/// map: grey                # cividis, grey or diverging
/// voice: words             # numbers, words, numpy, pytorch or swift
/// mouse: false
/// keys:
///   everywhere:
///     F5: predict          # a line of the : prompt
///   output:
///     x: kernel sobel-x
///     w: key Right         # what another key does
///     Q: none
/// ```
package struct UserSettings: Equatable, Sendable {
  package var theme = ThemeName.standard
  package var view: GridView?
  package var map: ColorMap?
  package var voice: Voice?
  package var mouse = true
  package var keys: [KeyContext: [Key: UserKey]] = [:]

  package init() {}

  /// One setting as it stands in the file: the names that lead to it, its text, and its line from 1.
  package struct Entry: Equatable, Sendable {
    package let path: [String]
    package let text: String
    package let line: Int

    package init(path: [String], text: String, line: Int) {
      self.path = path
      self.text = text
      self.line = line
    }
  }

  /// What is wrong with an entry, which then counts for nothing.
  package struct Problem: Equatable, Sendable {
    package let line: Int
    package let reason: Reason
  }

  package enum Reason: Equatable, Sendable {
    /// There is no such setting; these there are.
    case unknownSetting(String, known: [String])
    /// The setting has no such value; these it has.
    case unknownValue(String, of: String, known: [String])
    /// Keys do not work in such a place; in these they do.
    case unknownPlace(String, known: [String])
    /// There is no key of this name.
    case unknownKey(String)
    /// The key stays what it is: without it there would be no way out.
    case reservedKey(String)
  }

  private static let names = ["theme", "view", "map", "voice", "mouse", "keys"]

  /// Takes every entry that is in order, and says what is wrong with the others.
  package init(_ entries: [Entry], problems: inout [Problem]) {
    for entry in entries {
      if let reason = take(entry) { problems.append(Problem(line: entry.line, reason: reason)) }
    }
  }

  /// - Returns: Why the entry is not taken.
  private mutating func take(_ entry: Entry) -> Reason? {
    func chosen<Value: RawRepresentable<String> & CaseIterable>(_ type: Value.Type) -> Value? {
      Value(rawValue: entry.text)
    }
    func unknown<Value: RawRepresentable<String> & CaseIterable>(_ type: Value.Type) -> Reason {
      .unknownValue(entry.text, of: entry.path[0], known: type.allCases.map(\.rawValue))
    }
    switch (entry.path.first ?? "", entry.path.count) {
    case ("theme", 1):
      guard let value = chosen(ThemeName.self) else { return unknown(ThemeName.self) }
      theme = value
    case ("view", 1):
      guard let value = chosen(GridView.self) else { return unknown(GridView.self) }
      view = value
    case ("map", 1):
      guard let value = chosen(ColorMap.self) else { return unknown(ColorMap.self) }
      map = value
    case ("voice", 1):
      guard let value = chosen(Voice.self) else { return unknown(Voice.self) }
      voice = value
    case ("mouse", 1):
      guard let value = Bool(entry.text) else {
        return .unknownValue(entry.text, of: "mouse", known: ["true", "false"])
      }
      mouse = value
    case ("keys", 3): return takeKey(entry.path[1], entry.path[2], entry.text)
    default: return .unknownSetting(entry.path.joined(separator: "."), known: Self.names)
    }
    return nil
  }

  private static let everywhere = "everywhere"

  private mutating func takeKey(_ place: String, _ name: String, _ text: String) -> Reason? {
    let places = KeyContext.panels
    let contexts = place == Self.everywhere ? places : places.filter { $0.rawValue == place }
    guard !contexts.isEmpty else {
      return .unknownPlace(place, known: [Self.everywhere] + places.map(\.rawValue))
    }
    guard let key = Key(name: name) else { return .unknownKey(name) }
    guard key != .control("c"), key != .escape else { return .reservedKey(name) }
    let action: UserKey
    let words = text.split(whereSeparator: \.isWhitespace).map(String.init)
    switch (words.first, words.count) {
    case ("none", 1): action = .nothing
    case ("key", 2):
      guard let other = Key(name: words[1]) else { return .unknownKey(words[1]) }
      action = .key(other)
    default: action = .line(text)
    }
    for context in contexts { keys[context, default: [:]][key] = action }
    return nil
  }
}

/// What a key of a person's own does.
package enum UserKey: Equatable, Sendable {
  /// A line of the `:` prompt.
  case line(String)
  /// What another key does by the program's own table.
  case key(Key)
  case nothing
}

extension KeyContext {
  /// Where keys can be set: the panels.
  static let panels: [KeyContext] = [.output, .input, .kernel, .lesson, .dense, .stack]
}

extension WorkbenchState {
  /// Takes over what a person has set.
  package mutating func use(_ settings: UserSettings) {
    self.settings = settings
    if let view = settings.view { look.view = view }
    if let map = settings.map { look.map = map }
    if let voice = settings.voice { self.voice = voice }
  }

  /// Says on the first screen what was wrong outside of it, such as in the file of settings.
  package mutating func say(problem sentence: String) {
    message = StatusMessage(text: sentence, kind: .problem)
  }

  /// What a key does here by the person's own settings; nil where the program's table counts.
  func userAction(for key: Key, in context: KeyContext) -> UserKey? { settings.keys[context]?[key] }
}

extension TextTable {
  /// - Parameter count: how many problems there are; of several the first is told.
  package func sentence(for problem: UserSettings.Problem, in path: String, count: Int = 1) -> String {
    let reason: String =
      switch problem.reason {
      case .unknownSetting(let name, let known): text(.settingUnknown, excerpt(name), list(known))
      case .unknownValue(let value, let name, let known): text(.settingValue, name, excerpt(value), list(known))
      case .unknownPlace(let place, let known): text(.settingPlace, excerpt(place), list(known))
      case .unknownKey(let name): text(.settingKey, excerpt(name))
      case .reservedKey(let name): text(.settingReserved, name)
      }
    let sentence = text(.settingProblem, path, "\(problem.line)", reason)
    return count > 1 ? sentence + " " + text(.settingMore, "\(count - 1)") : sentence
  }
}
