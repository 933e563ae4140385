import Testing

@testable import Workbench

@Suite("The language of a run")
struct LanguageTests {
  @Test(
    "Locales and tags of simplified Chinese and English are known, others are not",
    arguments: [
      ("zh_CN.UTF-8", Language.simplifiedChinese), ("zh_SG", .simplifiedChinese), ("zh-Hans", .simplifiedChinese),
      ("zh-Hans-HK", .simplifiedChinese), ("ZH-CN", .simplifiedChinese), ("zh", .simplifiedChinese), ("en", .english),
      ("en_GB.UTF-8@euro", .english), ("zh_TW.UTF-8", nil), ("zh-Hant", nil), ("zh-Hant-CN", nil), ("de_DE", nil),
      ("C", nil), ("", nil), ("zhx", nil),
    ] as [(String, Language?)])
  func tags(tag: String, language: Language?) {
    #expect(Language(tag: tag) == language)
  }

  @Test(
    "The environment is read as gettext reads it",
    arguments: [
      ([:], Language.english), (["LANG": "zh_CN.UTF-8"], .simplifiedChinese),
      (["LC_ALL": "C", "LANG": "zh_CN.UTF-8"], .english), (["LC_ALL": "", "LANG": "zh_CN.UTF-8"], .simplifiedChinese),
      (["LC_MESSAGES": "zh_CN.UTF-8", "LANG": "en_US.UTF-8"], .simplifiedChinese),
      (["LC_ALL": "en_US.UTF-8", "LC_MESSAGES": "zh_CN.UTF-8"], .english),
      (["LANGUAGE": "zh_CN:en", "LANG": "en_US.UTF-8"], .simplifiedChinese),
      (["LANGUAGE": "de:zh_CN", "LANG": "de_DE.UTF-8"], .simplifiedChinese),
      (["LANGUAGE": "en:zh_CN", "LANG": "zh_CN.UTF-8"], .english),
      (["LANGUAGE": "de", "LANG": "zh_CN.UTF-8"], .english), (["LANGUAGE": "zh_CN", "LANG": "C.UTF-8"], .english),
      (["LANGUAGE": "zh_CN"], .english), (["LANG": "de_DE.UTF-8"], .english),
    ] as [([String: String], Language)])
  func environments(environment: [String: String], language: Language) {
    #expect(Language(environment: environment) == language)
  }

  private func choose(_ arguments: String..., isUTF8: Bool = true) -> LanguageChoice {
    LanguageChoice(arguments: arguments, environment: ["LANG": "zh_CN.UTF-8"], isUTF8: isUTF8)
  }

  @Test("--lang wins over the environment wherever it stands, and the parser never sees it")
  func option() {
    let choice = choose("step", "--lang", "en", "--plain")
    #expect(choice.shown == .english)
    #expect(choice.arguments == ["step", "--plain"])
    #expect(choose("--lang=zh-Hans").shown == .simplifiedChinese)
    #expect(choose("--lang", "zh-Hans", "--lang=en").shown == .english)
    #expect(choose("--", "--lang", "en").shown == .simplifiedChinese)
    #expect(choose("--", "--lang", "en").arguments == ["--", "--lang", "en"])
  }

  @Test("An unknown --lang is reported in the language of the environment")
  func unknown() {
    #expect(choose("--lang", "tlh").unknown == "tlh")
    #expect(choose("--lang", "tlh").shown == .simplifiedChinese)
    #expect(choose("--lang=").unknown == "")
    #expect(choose("--lang", "en").unknown == nil)
  }

  @Test("A --lang without a value is left to the parser")
  func noValue() {
    #expect(choose("--lang").arguments == ["--lang"])
    #expect(choose("--lang").unknown == nil)
  }

  @Test("Where only ASCII can be shown, English stands in for Chinese")
  func ascii() {
    #expect(choose("--lang", "zh-Hans", isUTF8: false).shown == .english)
    #expect(choose("--lang", "zh-Hans", isUTF8: false).wanted == .simplifiedChinese)
    #expect(choose("--ascii").shown == .english)
    #expect(choose("--lang", "en", isUTF8: false).wanted == .english)
  }
}
