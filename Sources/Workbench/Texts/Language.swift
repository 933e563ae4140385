/// A language of the interface.
package enum Language: String, CaseIterable, Sendable {
  case english = "en"
  case simplifiedChinese = "zh-Hans"

  /// The table of its texts.
  package var texts: TextTable {
    switch self {
    case .english: .english
    case .simplifiedChinese: .simplifiedChinese
    }
  }

  /// Its name in itself.
  package var name: String { texts.text(.languageName) }

  /// Whether ASCII is enough to write it.
  package var isASCII: Bool { self == .english }

  /// The language of a tag or locale such as `zh-Hans`, `zh_CN.UTF-8` or `en-GB`; nil for others.
  ///
  /// Chinese without a script or region is taken for the simplified one; Traditional Chinese is another language.
  package init?(tag: String) {
    let simplified: Set<Substring> = ["hans", "cn", "sg", "my"]
    let name = tag.prefix { $0 != "." && $0 != "@" }.lowercased()
    let parts = name.split(whereSeparator: { $0 == "-" || $0 == "_" })
    switch parts.first {
    case "en":
      self = .english
    case "zh" where parts.count == 1 || !simplified.isDisjoint(with: parts.dropFirst()):
      guard !parts.contains("hant") else { return nil }
      self = .simplifiedChinese
    default:
      return nil
    }
  }

  /// The language of an environment, by the rules of gettext: the locale is the first of `LC_ALL`, `LC_MESSAGES` and
  /// `LANG` that is not empty; of the list in `LANGUAGE`, which counts unless that locale is C, the first known language
  /// wins. English where none is known.
  package init(environment: [String: String]) {
    let locale = ["LC_ALL", "LC_MESSAGES", "LANG"].lazy.compactMap { environment[$0] }.first { !$0.isEmpty } ?? "C"
    let isC = ["C", "POSIX"].contains(String(locale.prefix { $0 != "." }))
    let list = (environment["LANGUAGE"] ?? "").split(separator: ":")
    let wanted = isC || list.isEmpty ? [locale] : list.map(String.init)
    self = wanted.lazy.compactMap(Language.init(tag:)).first ?? .english
  }
}
