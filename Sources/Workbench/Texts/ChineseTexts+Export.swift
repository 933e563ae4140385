extension ChineseTexts {
  /// What there is to say about pictures, animations, recordings and code.
  static let export: [TextKey: String] = [
    .exportPart: "显示的是：{0}",
    .exportPartOfSteps: "其中有 {1} 个输出单元中的 {0} 个；--steps 可取更多。",
    .exportNeedsTarget: "导出到哪里？用 --to FILE 指明，如 --to picture.png。",
    .exportUnknownEnding: "从 {0} 看不出要做什么；文件名可以 {1} 结尾，以 / 结尾则为存放网格的文件夹，或用 --format 指明。",
    .exportStandardOutput: "标准输出",
    .exportGridsNeedFolder: "网格是多个文件，需要文件夹；标准输出只能写一个。",
    .exportMissingLibrary: "没有安装 {0}；Debian 和 Ubuntu 上用 `apt-get install {1}`，其他用 `brew install {2}`。",
    .exportLibraryRefused: "{0} 没能做出来；可能是内存不够。",
    .exportTooManyNumbers: "{0} 个数太多，不能写成代码；上限是 {1}。.npy 文件夹放得下。",
    .exportNoCode: "{1} 在这些参数下没有 {0} 代码；numpy 或 swift 有一些。",
    .exportHeading: "{0}：整个输出，与 Convoscope 的计算一致。",
    .exportNotStarted: "导出无法开始（{0}）。",
    .exportStudyStill: "研究没有可导出为 {0} 的内容；.png、.svg、.pdf 可导出它的图片，Esc 返回网格。",
    .exportComparisonStill: "比较两个输出时，没有可导出为 {0} 的步骤；.png、.svg、.pdf 可导出图片。",
    .lineExport: "导出图片、动画、代码：由文件名结尾决定",
    .lineExportNumPy: "导出计算整个输出的 NumPy 代码",
    .lineExportPyTorch: "导出计算整个输出的 PyTorch 代码",
    .lineExportSwift: "导出计算整个输出的 Swift 代码",
    .exporting: "正在导出到 {0} …",
    .exported: "已导出到 {0}",
    .expectedNumberBetween: "{0} 到 {1} 的整数",
    .expectedTerminal: "列数 x 行数，如 80x24，从 30x10 到 500x200",

    // --help
    .manualExport: "导出图片、动画、录像、代码或网格。",
    .manualExportMore:
      """
    做什么由文件名的结尾决定：幻灯片用的图片（.png、.svg、.pdf），逐步移动的动画（.gif），asciinema 录像（.cast），\
    计算输出的代码（.py 为 NumPy，.swift；--format pytorch），或者，文件名以 / 结尾时，存放所有网格的 .npy 文件夹。\
    不需要终端；新文件写完之前，原有内容保持完整。\
    数字视图按幻灯片绘制；其他视图、比较和研究与屏幕上一样。
    """,
    .manualExportTo: "要写的文件，以 / 结尾的文件夹，或 - 表示标准输出。",
    .manualExportFormat: "文件名看不出时，要做什么：{0}。",
    .manualExportSession: "一切取自这个会话的当前状态；- 读标准输入。",
    .manualExportCell: "图片要解释的输出单元，或步骤的起点；行列都从 0 数起。",
    .manualExportWidth: "从左到右的像素数：默认 1920，.gif 为 960；高度是它的 9/16。",
    .manualExportSpeed: "动画或录像每秒的输出单元数，1 到 60；默认 6。",
    .manualExportSteps: "动画或录像最多的输出单元数，至多 1000；默认 {0}。",
    .manualExportTerminal: "录像的屏幕大小，默认 80x24；非数字视图的图片默认 100x28。",
    .manualExportView: "单元的画法，没有会话说明或要与之不同时：{0}。",
    .manualExportMap: "不是数字的单元的颜色：{0}。",
    .manualValueTerminal: "columns x rows",
  ]
}
