extension ChineseTexts {
  /// Choosing a language, and what joins pieces of text in it.
  static let languages: [TextKey: String] = [
    .languageName: "简体中文",
    .languageNotShown: "要显示{0}，终端区域须为 UTF-8，且不用 --ascii；这里用英文。",
    .languageUnknown: "没有语言“{0}”；可用的有 {1}。",
    .languageLessons: "还没有{0}的课程；这里显示英文课程。",
    .languageLessonsPartly: "{2} 课中还有 {1} 课没有{0}译文；这些课为英文。",
    .manualLanguage: "界面语言，en 或 zh-Hans；默认取自 LANGUAGE、LC_ALL、LC_MESSAGES 和 LANG。",
    .manualValueLanguage: "language",
    .doctorLanguage: "语言",
    .doctorLanguageIs: "{0}",
    .doctorLanguageNotShown: "{0}这里无法显示；改用英文",

    .joinItems: "、",
    .joinClauses: "，",
    .joinWords: "",
    .labelEnd: "：",
    .sentenceEnd: "。",
  ]
}
