/// The Chinese texts, a table for each part of the program, with the same parts as `EnglishTexts`.
///
/// The words of the field, one Chinese word for each English one, so that a reader of textbooks meets no surprise:
///
///     convolution 卷积            cross-correlation 互相关      transposed convolution 转置卷积
///     kernel 卷积核 (narrow: 核)   filter 滤波器                 weight 权重, bias 偏置
///     stride 步幅                 padding 填充                  dilation 膨胀
///     input 输入, output 输出      channel 通道                  groups 分组, depthwise 逐通道
///     feature map 特征图          receptive field 感受野        jump 间隔
///     pooling 池化                dense layer 全连接层          activation 激活
///     operator 算子               operand 操作数                shape 形状, axis 轴
///     window 窗口                 cell 单元格, 单元, 格          turned kernel 翻转的卷积核
///     gather view 收集视图        scatter view 散布视图         overlaps 重叠数
///     multiply-accumulates 乘加   parameter 参数                batch 批
///     tied weights 共享权重       locality 局部性               translation 平移不变
///     heat map 热力图             half blocks 半块              scale 标度
///     live 实时                   stepping 单步                 predict 预测
///     lesson 课程                 task 任务                     hint 提示
///     session 会话                preset 预设                   study 专题, stack 堆叠
///     undo 撤销                   redo 重做                     tolerance 容差
///
/// Code, options, words of commands, names of files and keys stay as they are; so do the values after options, whose help
/// the argument parser aligns by characters. A blank stands between Chinese
/// characters and letters or digits, none beside Chinese punctuation.
enum ChineseTexts {
  /// All of them. A key that stands in two tables is a mistake that ends the program at once, as within one table.
  static let all = Dictionary(uniqueKeysWithValues: tables.joined().map { ($0.key, $0.value) })

  private static let tables = [
    keys, messages, refusals, steps, commandLine, files, manual, screen, page, doctor, blocks, lines, views,
    settings, dense, stack, comparing, maps, export, languages, labs,
  ]
}

extension TextTable {
  /// The texts in simplified Chinese.
  package static let simplifiedChinese = TextTable(
    language: Language.simplifiedChinese.rawValue, entries: ChineseTexts.all)
}
