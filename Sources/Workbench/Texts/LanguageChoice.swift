/// The language of a run: what was asked for, and what can be shown.
package struct LanguageChoice: Equatable, Sendable {
  /// The language of `--lang`, else that of the environment.
  package let wanted: Language
  /// What is shown: English where nothing but ASCII can be.
  package let shown: Language
  /// A value of `--lang` that names no language.
  package let unknown: String?
  /// The arguments without `--lang` and its value, for a parser that need not know it.
  package let arguments: [String]

  /// - Parameters:
  ///   - arguments: those after the program's name. The last of several `--lang` counts; after `--` none does.
  ///   - environment: see `Language.init(environment:)`.
  ///   - isUTF8: whether the locale has more than ASCII.
  package init(arguments: [String], environment: [String: String], isUTF8: Bool) {
    var rest: [String] = []
    var tag: String?
    var isASCII = !isUTF8
    var index = 0
    while index < arguments.count {
      let argument = arguments[index]
      index += 1
      if argument == "--" {
        rest += [argument] + arguments[index...]
        break
      }
      if argument == "--lang", index < arguments.count {
        tag = arguments[index]
        index += 1
      } else if argument.hasPrefix("--lang=") {
        tag = String(argument.dropFirst("--lang=".count))
      } else {
        isASCII = isASCII || argument == "--ascii"
        rest.append(argument)
      }
    }
    let named = tag.flatMap(Language.init(tag:))
    let wanted = named ?? Language(environment: environment)
    self.wanted = wanted
    shown = isASCII && !wanted.isASCII ? .english : wanted
    unknown = named == nil ? tag : nil
    self.arguments = rest
  }
}
