extension ChineseTexts {
  /// The study of a dense layer.
  static let dense: [TextKey: String] = [
    // Keys
    .keyTies: "平移不变：所有单元共享权重，或每条连接各有权重",
    .keyReachLess: "局部性：Δ − 1，最小为 0；大于 8 时减半",
    .keyReachFurther: "局部性：Δ + 1，最大到整个网格；大于 8 时加倍",
    .keySlice: "进入一个隐藏单元的权重，或离开一个输入单元的权重",
    .keyMatrix: "并排的切片，或全部权重排成一个矩阵",
    .keyDenseBias: "带偏置或不带",
    .keyRenew: "换一组数",
    .hintTies: "平移",
    .hintReachLess: "Δ −",
    .hintReachFurther: "Δ +",
    .hintSlice: "按输入",
    .hintSliceBack: "按隐藏单元",
    .hintMatrix: "矩阵",
    .hintMatrixBack: "切片",
    .denseReachIsWhole: "每个权重已够到整个网格；没有更多可连接的了。",
    .denseReachIsLeast: "Δ 为 0：每个隐藏单元只看同一位置的输入单元。",
    .denseSizeLimit: "边长为 {0} 到 {1} 格。",

    // Titles
    .denseTitle: "全连接层，{0} 到 {0}",
    .denseTranslation: "平移不变",
    .denseLocality: "局部性 Δ={0}",
    .denseInputTitle: "X(k,l)",
    .denseHiddenTitle: "H(i,j)",
    .denseKernelTitle: "V(a,b)",
    .denseHiddenSliceTitle: "W({0},{1},k,l)",
    .denseInputSliceTitle: "W(i,j,{0},{1})",
    .denseMatrixTitle: "{0} 到 {0} 的 W：行 i,j，列 k,l",

    // Counts
    .denseEdges: "连接",
    .denseWeights: "权重",
    .denseBiases: "偏置",
    .denseParameters: "合计",
    .denseRowDense: "全连接",
    .denseRowTied: "共享",
    .denseRowLocal: "局部，Δ={0}",
    .denseRowConvolution: "两者，Δ={0}",
    .denseCountsLine: "{0}：{1} 条连接，{2}+{3} 个数",
    .denseFoot: "形状相同：全连接 {0} 个数 / 卷积 {1} {2}",
    .denseFootShort: "全连接 {0}，卷积 {1}",

    // Sums
    .denseSumOwn: "ΣX×W",
    .denseSumTied: "ΣX×V",
    .denseSumTooLong: "{0} 个乘积，多得无法在此相加；按 D 让权重够得近些",
    .denseFeeds: "X({0},{1}) = {2} 供给 {3} 个隐藏单元：",
    .denseFeedsCell: "{0} 到 H({1},{2})",

    // What is to be seen
    .denseSayOwn: "每个隐藏单元对每个输入单元都有自己的权重。",
    .denseSayBlind: "哪些单元相邻，对这一层毫无意义。",
    .denseSayTied: "共享：W(i,j,i+a,j+b) = V(a,b)，同名即同一个权重。",
    .denseSaySlides: "移动一下，切片会随单元一起滑动。",
    .denseSayOffsets: "a 从 {0} 到 {1}，b 从 {2} 到 {3}：还不算少。",
    .denseSayCut: "超出 Δ={0} 的权重被切掉（{1}）。",
    .denseSayPlace: "每个位置仍各学各的；一处学到的帮不了别处。",
    .denseSayRims: "沿一行 {0} 个单元各看 {1} 个，边缘处共少 {2} 个。",
    .denseSayOutside: "在 ({0},{1}) 处，{3} 个偏移中有 {2} 个落在 X 之外，那里是 0。",
    .denseSayTurned: "从输入看，V 旋转了 180°。",
    .denseSayEqual: "H = {0}，卷积核 {1}，填充 {2}：{3} 格逐位相等。",
    .denseSayTooLarge: "H = {0}，卷积核 {1}，填充 {2}。",
    .denseSayDiffers: "conv2d 在 ({0},{1}) 处不同；这是程序的错误。",
    .denseSayShift: "平移 X，H 也随之平移，只有边缘例外。",
    .denseSayMatrix: "权重各不相同：这个矩阵里没有重复。",
    .denseSayMatrixTied: "每个权重沿各块的一条对角线重复：托普利茨矩阵。",
    .denseSayMatrixCut: "只剩对角线附近的一条带；其余被切掉（{0}）。",
    .denseSayMatrixBand: "一条带，每个权重沿带重复：写成矩阵的卷积。",
  ]
}
