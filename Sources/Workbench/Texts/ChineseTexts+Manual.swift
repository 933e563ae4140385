extension ChineseTexts {
  /// What `--help` says.
  static let manual: [TextKey: String] = [
    // What --help says
    .manualNoColor: "不用颜色，同环境中非空的 NO_COLOR。",
    .manualNoMouse: "鼠标留给终端；一切都能用按键完成。",
    .manualASCII: "边框、箭头和明暗只用 ASCII 字符绘制。",
    .manualLessonsFolder: "课程文件夹，代替随程序提供的课程。",
    .manualInputFile: "输入：图片（PNG、JPEG、netpbm）或表格（CSV、TSV、NumPy 的 .npy）；- 读标准输入。",
    .manualKernel: "卷积核：表格文件，或 {0} 之一；用逗号隔开多个，即为同样多的滤波器。",
    .manualColor: "把图片的颜色读成红、绿、蓝三个通道；否则转为灰度。",
    .manualFilters: "滤波器数：--kernel 的副本，没有 --kernel 则为随机权重。",
    .manualInputPreset: "代替文件的输入：{0}。",
    .manualPaddingMode: "填充里放什么：{0}；两个轴相同，或写 纵向,横向。",
    .manualDilation: "卷积核相邻两个权重之间的格数；1 为紧密。",
    .manualFlip: "卷积核旋转 180 度：真正的卷积，而不是互相关。",
    .manualProgram: "在可编辑的网格上逐格观察卷积。",
    .manualUsage:
      """
    convoscope [文件] [选项]
    convoscope lesson [编号]
    convoscope lessons
    convoscope step --plain [文件] [选项]
    """,
    .manualProgramMore:
      """
    不给文件和选项时，从上次离开处打开课程；给了则打开探索界面。`convoscope help explore` 列出各选项。\
    USAGE、OPTIONS 等标题由命令行解析库给出，仍为英文。

    退出码：0 完成，1 检查未通过，2 没有可用的终端，64 命令行有误，65 数据有误或形状不符，66 输入缺失或不可读，\
    69 缺少需要安装的东西，70 内部错误，73 无法写输出。
    """,
    .manualExplore: "探索图片或表格；不写命令名时就做这个。",
    .manualExploreMore:
      """
    不给文件和选项时，从上次离开处打开课程。用 --output 则不打开屏幕：按所给的输入、卷积核和参数算出输出并写入文件，\
    格式由文件名结尾决定。
    """,
    .manualSession: "会话存在时打开它；“:session save”会写到这里。",
    .manualStudy: "在舞台上打开专题：dense 或 stack，后面的词同“:study”，如 \"dense 6x6 tied delta 1\"。",
    .manualValueStudy: "study",
    .manualOutput: "把输出写到 .npy、.csv 或 .png 文件，然后结束。",
    .manualLesson: "从上次离开处打开课程。",
    .manualLessonMore: "不给编号时打开上次的课程，或第一个还有任务的课程。",
    .manualLessonID: "课程的编号或序号，见 `convoscope lessons`。",
    .manualLessons: "列出课程及各课的进度。",
    .manualCheck: "检查课程文件，并演示所有存好的解答；有错时退出码为 1。",
    .manualCheckMore: "读每种语言的每个文件，演示每个存好的解答；每个问题一行，以文件名和行号开头。末尾几行说明有多少课、任务和译文正常。",
    .manualNew: "为新的一课写一个可供改写的文件。",
    .manualNewMore: "文件的序号接在最后一课之后；绝不覆盖已有的文件。--lessons 指定文件夹。",
    .manualSlug: "课程编号，如 edges-and-corners：a 至 z、0 至 9 和短横线。",
    .manualProgressExport: "把学习进度写入文件，供另一台机器使用。",
    .manualProgressImport: "把这样的文件并入这里的学习进度。",
    .manualProgressImportMore: "不会丢失任何内容：任何一边已完成的，并入后都算完成。损坏的文件会整个拒绝。",
    .manualProgressFile: "文件。",
    .manualStep: "把每一步打印成句子，供管道和读屏软件使用。",
    .manualStepMore:
      """
    每个输出单元一行：窗口在哪里、每个乘积、结果。仅凭这些行就能重建输出。不需要终端。
    """,
    .manualPlain: "纯文字句子，也是唯一的形式；可以省略。",
    .manualPredict: "不直接给出而是询问每个值；答案从标准输入逐行读取。",
    .manualAll: "所有输出单元，这是默认。",
    .manualFrom: "从这个输出单元开始；行列都从 0 数起。",
    .manualCount: "最多打印这么多输出单元。",
    .manualRun: "对 .npy 数组应用一个算子，名称和规则同 PyTorch。",
    .manualRunMore:
      "数组的轴同 PyTorch：平面为 (H,W)、(C,H,W) 或 (N,C,H,W)，信号为 (L)、(C,L) 或 (N,C,L)；输出的轴数与输入相同。"
      + "任何类型的数都会读入并转换；输出为 float32，要求时为 float64。没有 --output 时打印成表格。--list 列出所有算子及其选项。",
    .manualRunOperator: "算子，见 `convoscope run --list`。",
    .manualRunInput: "输入，.npy 文件或 - 表示标准输入；连接多个数组的算子可重复给出。",
    .manualRunWeight: "权重：(O,C/groups,kH,kW)，转置为 (C,O/groups,kH,kW)，线性为 (out,in)。",
    .manualRunBias: "每个输出通道一个数。",
    .manualRunRunningMean: "各通道的均值，用于 batch-norm。",
    .manualRunRunningVar: "各通道的方差，用于 batch-norm。",
    .manualRunQuery: "注意力的查询，(...,L,E)。",
    .manualRunKey: "注意力的键，(...,S,E)。",
    .manualRunValue: "注意力的值，(...,S,Ev)。",
    .manualRunTheta: "采样的仿射变换，(N,2,3)。",
    .manualRunKernelSize: "池化窗口，两轴相同或写 行,列。",
    .manualRunStride: "相邻窗口之间的格数，两轴相同或写 行,列；池化默认为窗口大小。",
    .manualRunPadding:
      "输入周围的格数：四边相同，或 纵向,横向，或 上,左,下,右；信号为两端相同或 左,右；也可为 same 或 valid。"
      + "转置卷积则裁去同样多。",
    .manualRunGroups: "通道和滤波器的分组数；与通道数相同即逐通道卷积。",
    .manualRunOutputPadding: "转置卷积在下边和右边多出的行和列。",
    .manualRunMode: "一维卷积保留的部分，代替填充：full、same 或 valid。",
    .manualRunSampleStep: "一维卷积的采样间隔，每个和都乘以它。",
    .manualRunCeilMode: "让最后一个池化窗口超出输入。",
    .manualRunCountIncludePad: "平均池化是否计入填充的格；默认计入。",
    .manualRunOutputSize: "自适应池化或采样的输出大小，两轴相同或写 行,列。",
    .manualRunStartDim: "flatten 合并的第一个轴。",
    .manualRunEndDim: "flatten 合并的最后一个轴；负数从末尾数起。",
    .manualRunNegativeSlope: "leaky-relu 在 0 以下的斜率。",
    .manualRunAxis: "softmax 或 concat 的轴；负数从末尾数起。",
    .manualRunEps: "batch-norm 加到方差上的数。",
    .manualRunP: "dropout 丢弃一个数的概率。",
    .manualRunSeed: "dropout 的随机种子。",
    .manualRunTrain: "让 dropout 像训练时那样丢弃。",
    .manualRunScale: "upsample-nearest 的倍数，两轴相同或写 行,列。",
    .manualRunAlignCorners: "采样时以角上单元的中心为角。",
    .manualRunOutput: "要写的 .npy 文件，或 - 表示标准输出。",
    .manualRunDtype: "float32；conv1d 和 conv2d 也可用 float64：乘积与和都用它。",
    .manualRunThreads: "最多使用的线程数；不影响结果。",
    .manualRunAlgorithm: "如何计算：{0}。到 row-bands 为止结果精确，从 direct 起用 float32 求和；auto 选最快的。",
    .manualRunExplain: "在标准错误上说明用哪种算法、为什么。",
    .manualRunList: "列出算子及其选项。",
    .manualValueFlag: "true|false",
    .manualModel: "整个网络：有哪些、代价多大、看多远、给出什么。",
    .manualModelList: "列出各架构及其通常的输入和参数量。",
    .manualModelSummary: "显示每层的输出、参数、乘加次数和感受野。",
    .manualModelSummaryMore:
      "不会生成权重。乘加（MACs）指一张图中权重与激活的乘积数，偏置不算。感受野有大小、相邻单元的间隔和第一个单元的中心，"
      + "都以输入的格计。",
    .manualModelName: "架构名，见 `convoscope model list`，或 YAML 文件。",
    .manualModelInputShape: "输入的轴（不含批），代替通常的。",
    .manualModelJSON: "打印 JSON 而不是表格。",
    .manualModelRun: "用一批输入运行网络。",
    .manualModelRunMore: "权重是 .npy 文件，命名同 PyTorch 的 state dict，如 features.0.weight.npy。",
    .manualModelInput: "输入，.npy 文件或 - 表示标准输入：(N,C,H,W)，单张图为 (C,H,W)。",
    .manualModelWeights: "存放权重的文件夹。",
    .manualValueShape: "c,h,w",
    .manualValueFolder: "dir",
    .manualValueNameOrFile: "name|file",
    .manualValueName: "name",
    .manualValueAxes: "n|n,m",
    .manualValueSides: "n|n,m|t,l,b,r",
    .manualValueModes: "mode|mode,mode",
    .manualValueFile: "file",
    .manualValueCell: "row,column",
    .manualValueNumber: "n",
  ]
}
