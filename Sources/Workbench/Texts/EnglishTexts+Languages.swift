extension EnglishTexts {
  /// Choosing a language, and what joins pieces of text in it.
  static let languages: [TextKey: String] = [
    .languageName: "English",
    .languageNotShown: "{0} needs a UTF-8 locale, and no --ascii, to be shown; English stands in for it.",
    .languageUnknown: "There is no language “{0}”; there is {1}.",
    .languageLessons: "There are no lessons in {0} yet; these are in English.",
    .languageLessonsPartly: "{1} of {2} lessons are not translated into {0} yet; these are in English.",
    .manualLanguage: "The language: en or zh-Hans; else that of LANGUAGE, LC_ALL, LC_MESSAGES and LANG.",
    .manualValueLanguage: "language",
    .doctorLanguage: "language",
    .doctorLanguageIs: "{0}",
    .doctorLanguageNotShown: "{0} cannot be shown here; English stands in for it",

    .joinItems: ", ",
    .joinClauses: ", ",
    .joinWords: " ",
    .labelEnd: ": ",
    .sentenceEnd: ".",
  ]
}
