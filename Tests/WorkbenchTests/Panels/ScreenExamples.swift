import ConvolutionEngine
import Explorer
import LessonKit
import TerminalKit

@testable import Workbench

/// Screens that the golden tests share.
enum ScreenExamples {
  static let ordinary = Size(rows: 24, columns: 80)

  /// A lesson of two pages about the plus under Sobel-x.
  static func lesson() -> Lesson {
    let task = LessonTask(
      id: "centre",
      prompt: [.paragraph([.text("Move the window to the centre of the plus, row 3 and column 3 of the output.")])],
      check: .reachCell(row: 3, column: 3),
      hints: [
        [.paragraph([.text("The output has the focus: "), .code("→"), .text(" moves on by one cell.")])],
        [.paragraph([.text("Row 3 is three rows down.")])],
      ],
      solution: Solution(actions: [.jump(row: 3, column: 3)]),
      explanation: [.paragraph([.text("Left and right of the centre are alike, so the answer is 0.")])])
    return Lesson(
      id: "kernels", number: 2, title: "Kernels as questions",
      pages: [
        LessonPage(
          blocks: [
            .heading(level: 2, [.text("A kernel asks a question")]),
            .paragraph([
              .text("The kernel asks every place: "),
              .emphasis([.text("is it brighter on the right than on the left?")]),
              .softBreak, .text("Step on and watch where the answer is large, and what it is at the centre."),
            ]),
            .list(
              ordered: nil,
              items: [
                [.paragraph([.strong([.text("Positive")]), .text(": brighter on the right.")])],
                [.paragraph([.strong([.text("Negative")]), .text(": brighter on the left.")])],
              ]),
          ], task: task),
        LessonPage(blocks: [.paragraph([.text("That was all.")])]),
      ])
  }

  static func chineseLesson() -> Lesson {
    let task = LessonTask(
      id: "centre", prompt: [.paragraph([.text("把窗口移到第 3 行第 3 列。")])],
      check: .reachCell(row: 3, column: 3), hints: [[.paragraph([.text("按 → 键。")])]], solution: Solution())
    return Lesson(
      id: "kernels", number: 2, title: "卷积核是一个问题",
      pages: [
        LessonPage(
          blocks: [
            .paragraph([
              .text(
                "卷积核（kernel）在每一个位置上问同一个问题：右边比左边亮吗？窗口每走一步，就把窗口里的九个数与卷积核的九个数相乘，"
                  + "再把九个乘积加起来，得到输出中的一个数。")
            ]),
            .quote([.paragraph([.text("答案大的地方，就是“竖直边缘”所在的地方。")])]),
          ], task: task)
      ])
  }

  static func workbench(
    _ size: Size = ordinary, depth: ColorDepth = .palette256, unicode: Bool = true, lesson: Lesson? = nil,
    texts: TextTable = .english
  ) throws -> WorkbenchState {
    var state = try Examples.plusUnderSobel(
      size: size, capabilities: TerminalCapabilities(colorDepth: depth, unicode: unicode), texts: texts)
    if let lesson { state.open(lesson) }
    return state
  }

  /// A workbench on other grids.
  static func workbench(
    input: Tensor, kernel: Tensor, size: Size = ordinary, name: String = "photo.png"
  ) throws -> WorkbenchState {
    let experiment = try Experiment(
      operation: .conv2d, operands: Operands([.input: input, .weights: kernel]))
    let explorer = ExplorerState(
      document: ExplorerDocument(experiment: experiment, origins: [.input: GridOrigin(name: name)]))
    return WorkbenchState(
      explorer: explorer, size: size,
      capabilities: TerminalCapabilities(colorDepth: .palette256, unicode: true))
  }

  static func kernel(_ name: String) throws -> Tensor {
    guard let preset = KernelPreset.named(name) else { throw MissingPreset(name: name) }
    return preset.weights
  }

  struct MissingPreset: Error {
    let name: String
  }
}

extension WorkbenchState {
  /// Opens a lesson beside the present grids.
  mutating func open(_ lesson: Lesson) {
    self.lesson = LessonSession(lesson: lesson, explorer: explorer)
    self.lesson?.begin(explorer)
  }

  /// Draws the next frame, as the run loop does.
  mutating func draw() -> Surface {
    let frame = prepareFrame()
    return Painter.draw(self, frame: frame)
  }

  /// The next frame in plain lines.
  mutating func screen() -> String { draw().lines.joined(separator: "\n") }
}
