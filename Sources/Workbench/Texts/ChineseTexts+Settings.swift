extension ChineseTexts {
  /// Settings of a person's own, and what the command line says of the screen as a whole.
  static let settings: [TextKey: String] = [
    .settingProblem: "{0}:{1}: {2}。",
    .settingMore: "（还有 {0} 处。）",
    .settingUnknown: "没有设置“{0}”，只有 {1}",
    .settingValue: "{0} 不能是“{1}”，只能是 {2}",
    .settingPlace: "不能为“{0}”设按键，只能为 {1}",
    .settingKey: "没有按键“{0}”",
    .settingReserved: "{0} 的意义不变：它用来退出",
    .settingNotUTF8: "{0} 不是 UTF-8，其中的内容都不算数。",
    .manualTheme: "屏幕的样子：{0}。",
    .manualDump: "把第一屏写成纯文本后结束；不需要终端。",
    .manualDumpSize: "该屏的列数和行数，默认 80x24。",
    .manualValueSize: "WxH",
    .errorUnknownTheme: "没有主题“{0}”，只有 {1}。",
    .errorDumpSize: "“{0}”不是屏幕大小：列数和行数为 1 到 1000，如 80x24。",
    .errorDumpSizeAlone: "--dump-size 要与 --dump 同用。",
    .helpOwnKeys: "你自己的按键",
    .ownKeyNothing: "无",
    .ownKeyAs: "同 {0}",
  ]
}
