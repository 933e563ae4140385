extension ChineseTexts {
  /// Choosing, copying, pasting and filling several cells.
  static let blocks: [TextKey: String] = [
    .keyExtend: "扩大选区：输入的数会填进选中的每一格",
    .keySelect: "开始用方向键选择多格；再按一次或按 Esc 结束",
    .keyCopy: "复制选中的单元格，未选时复制整个网格",
    .keyPaste: "把复制的内容写到这里；终端自己的粘贴也能贴入电子表格和 NumPy 输出",
    .keyClear: "选中的单元格清为 0",
    .selectionIs: "已选 {0} 格，和为 {1}",
    .copied: "已复制：{0}，{1}",
    .pasted: "已粘贴：{0}，从 {1} 开始",
    .nothingToCopy: "复制需要一个网格：按 Tab 可到网格。",
    .tooMuchToCopy: "内容太多，剪贴板放不下：最多 {0} 格；用 `:save FILE` 可写出全部。",
    .nothingToPaste: "还没有复制过任何内容。",
    .pasteDoesNotFit: "{0} 个单元格从 {1} 起放不下，只能放 {2}：请往左上移动，或用 } 扩大网格。",
    .pasteEmpty: "粘贴的内容里没有数。",
    .pasteNotANumber: "粘贴的内容不是网格：第 {1} 行的“{0}”不是数。",
    .pasteUneven: "粘贴的内容不是网格：第 {0} 行有 {1} 个数，前面各行有 {2} 个。",
    .pasteAbridged: "粘贴的内容不完整：其中有表示省略的点。",
    .blockTooLarge: "一次改动太多：最多 {0} 格。",
    .editBlock: "{0}，从 {2} 起的 {1}",
  ]
}
