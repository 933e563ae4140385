extension ChineseTexts {
  /// Feature maps side by side.
  static let maps: [TextKey: String] = [
    .keyMaps: "并排显示所有特征图：同一标度、各自标度、回到网格",
    .mapTitle: "滤波器 {0}",
    .mapScaleShared: "共用 {0} 到 {1}",
    .mapScaleOwn: "各自 {0} 到 {1}",
    .mapScaleSigned: "±{0}",
    .mapsShared: "所有特征图并排，共用一个标度。",
    .mapsOwn: "所有特征图并排，各用自己的标度。",
    .mapsEnded: "回到网格。",
    .lookIsOfGrids: "{0}（用于网格：按 {1} 回到网格）",
    .doneInGrids: "完成",
    .onlyOneMap: "只有一张特征图；:kernels sobel-x sobel-y 会有两张。",
    .kernelsItem: "一次用多个卷积核 …",
    .editKernels: "卷积核数：{0}",
  ]
}
