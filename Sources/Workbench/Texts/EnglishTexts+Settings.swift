extension EnglishTexts {
  /// Settings of a person's own, and what the command line says of the screen as a whole.
  static let settings: [TextKey: String] = [
    .settingProblem: "{0}:{1}: {2}.",
    .settingMore: "({0} more.)",
    .settingUnknown: "there is no setting “{0}”, only {1}",
    .settingValue: "{0} cannot be “{1}”, only {2}",
    .settingPlace: "keys cannot be set for “{0}”, only for {1}",
    .settingKey: "there is no key “{0}”",
    .settingReserved: "{0} keeps its meaning: it is the way out",
    .settingNotUTF8: "{0} is not UTF-8, so that nothing in it counts.",
    .manualTheme: "How the screen looks: {0}.",
    .manualDump: "Write the first screen as plain text and end; needs no terminal.",
    .manualDumpSize: "Columns and rows of that screen, 80x24 unless given.",
    .manualValueSize: "WxH",
    .errorUnknownTheme: "There is no theme “{0}”, only {1}.",
    .errorDumpSize: "“{0}” is no size of a screen: columns and rows from 1 to 1000 are, such as 80x24.",
    .errorDumpSizeAlone: "--dump-size goes with --dump.",
    .helpOwnKeys: "Your own keys",
    .ownKeyNothing: "nothing",
    .ownKeyAs: "as {0}",
  ]
}
