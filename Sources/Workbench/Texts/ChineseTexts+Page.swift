extension ChineseTexts {
  /// The manual page. In its lists a tabulator stands between an item and what is said of it.
  static let page: [TextKey: String] = [
    .pageName: "名称",
    .pageSummary: "在可编辑的网格上逐格观察卷积",
    .pageSynopsis: "概要",
    .pageDescription: "说明",
    .pageAbout:
      """
    终端中的卷积探索工具。窗口在输入上滑动；每个乘积、每个和都在屏幕上，网格、卷积核、步幅、填充、膨胀、通道和算子随输入即时改变。\
    网格旁的课程解释所见，检查所做。

    不给文件和选项时，从上次离开处打开课程。
    """,
    .pageCommands: "命令",
    .pageKeys: "按键",
    .pageKeysAbout: "在屏幕上按“?”显示当前面板的按键。",
    .pageTyping: "输入数时",
    .pagePrompt: "在命令行和回答中",
    .pageLists: "在列表中",
    .pageFiles: "文件",
    .pageFilesList:
      """
    $XDG_STATE_HOME/convoscope	课程中已完成的内容，以及用于恢复的未保存工作的副本；未设该变量时为 ~/.local/state/convoscope。
    PREFIX/share/convoscope/Lessons	随程序提供的课程。
    """,
    .pageEnvironment: "环境",
    .pageEnvironmentList:
      """
    CONVOSCOPE_LESSONS	没有用 --lessons 指明时的课程文件夹。
    NO_COLOR	非空时不用颜色。
    TERM	终端的类型。
    LC_ALL, LC_CTYPE, LANG	文字能否用 UTF-8；否则一切用 ASCII 绘制。
    LANGUAGE, LC_ALL, LC_MESSAGES, LANG	没有 --lang 时的界面语言。
    ESCDELAY	Esc 等待按键序列余下部分的毫秒数；未设时为 25。
    """,
    .pageExit: "退出状态",
    .pageExitList:
      """
    0	完成。
    1	检查未通过。
    2	没有可用的终端。
    64	命令行本身有误。
    65	数据有误，或形状不符。
    66	输入缺失或不可读。
    69	有需要安装的东西没有安装。
    70	内部错误。
    73	无法写输出。
    """,
    .manualCompletions: "打印在 shell 中补全命令和选项的脚本。",
    .manualCompletionsMore: "只用于当前 bash：eval \"$(convoscope completions bash)\"。",
    .manualShell: "{0} 之一。",
    .errorUnknownShell: "没有“{0}”的补全，只有 {1} 的",
    .manualManual: "以 roff 格式打印手册页，供 man 阅读。",
    .manualManualMore: "不安装也可阅读：convoscope manual | man -l -",
  ]
}
