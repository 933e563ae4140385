import ConvolutionEngine
import Explorer
import Testing

@testable import LessonKit

@Suite struct CheckReaderTests {
  @Test("Every kind of check is read")
  func kinds() throws {
    #expect(try LessonText.check("reach: {row: 3, column: 4}") == .reachCell(row: 3, column: 4))
    #expect(try LessonText.check("set: {stride: 2}") == .parameter(.stride, .axes(PerAxis(2))))
    #expect(
      try LessonText.check("set: {padding: '1,2', flip: true}")
        == .all([
          .parameter(.padding, .sides(Padding(vertical: 1, horizontal: 2))), .parameter(.flip, .flag(true)),
        ]))
    let sharpen = try #require(KernelPreset.named("sharpen")?.weights)
    #expect(try LessonText.check("kernel: {preset: sharpen}") == .kernelEquals(sharpen))
    #expect(
      try LessonText.check("input: {rows: [[1, 1/2], [-3, 0]]}") == .inputEquals(Tensor(rows: [[1, 0.5], [-3, 0]])))
    #expect(
      try LessonText.check("kernel-cell: {at: [1, 2], at-least: 5}") == .cell(.weights, row: 1, column: 2, .atLeast(5)))
    #expect(try LessonText.check("unchanged: input") == .unchanged(.input))
    #expect(
      try LessonText.check("output: {cell: [3, 4], at-most: -1}") == .output(.cell(row: 3, column: 4, .atMost(-1))))
    #expect(
      try LessonText.check("output: {every: 0, rows: 2-4, columns: 1}")
        == .output(.every(.equals(0), rows: 2...4, columns: 1...1)))
    #expect(
      try LessonText.check("output: {every: {at-least: 1}}") == .output(.every(.atLeast(1), rows: nil, columns: nil)))
    #expect(try LessonText.check("output: {maximum-at: [1, 2]}") == .output(.maximumAt(row: 1, column: 2)))
    #expect(try LessonText.check("output: {minimum-at: [1, 2]}") == .output(.minimumAt(row: 1, column: 2)))
    #expect(
      try LessonText.check("output: {size: 5x6}") == .output(.size(PerAxis(vertical: 5, horizontal: 6))))
    #expect(try LessonText.check("predict: next") == .question(.nextCell))
    #expect(
      try LessonText.check("all:\n- predict: next\n- reach: {row: 0, column: 1}")
        == .all([.question(.nextCell), .reachCell(row: 0, column: 1)]))
  }

  @Test(
    "What is no check is refused with its line",
    arguments: [
      ("reach: {row: 1}", 1, .missingField("column")),
      ("reach: {row: -1, column: 0}", 1, .badValue(field: "row", value: "-1")),
      ("reach:\n  row: 1\n  collumn: 1", 3, .unknownField("collumn", known: ["row", "column"])),
      ("reach: {row: 1, column: 1}\npredict: next", 1, .badCheck("reach, predict")),
      ("{}", 1, .badCheck("")), ("all: []", 1, .badValue(field: "all", value: "")),
      ("- a", 1, .wrongKind(field: "check", expected: .mapping)),
      ("set:\n  stride: wide", 2, .badValue(field: "stride", value: "wide")),
      ("kernel: {preset: sobbel}", 1, .unknownPreset("sobbel")),
      ("kernel: {rows: [[1, 2], [3]]}", 1, .badRows), ("kernel: {rows: []}", 1, .badRows),
      ("kernel: {rows: [[nan]]}", 1, .badValue(field: "rows", value: "nan")),
      ("kernel: {rows: [[one]]}", 1, .wrongKind(field: "rows", expected: .number)),
      ("unchanged: lesson", 1, .badValue(field: "unchanged", value: "lesson")),
      ("output: {cell: [3], equals: 1}", 1, .wrongKind(field: "cell", expected: .cell)),
      ("output: {cell: [3, 3]}", 1, .missingField("equals")),
      ("output: {cell: [3, 3], equals: inf}", 1, .badValue(field: "equals", value: "inf")),
      ("output: {cell: [3, 3], equals: 1, at-most: 2}", 1, .badCheck("equals, at-most")),
      ("output: {cell: [1, 1], maximum-at: [1, 1]}", 1, .badCheck("cell, maximum-at")),
      ("output: {size: 5}", 1, .wrongKind(field: "size", expected: .size)),
      ("output: {every: 0, rows: 4-2}", 1, .badValue(field: "rows", value: "4-2")),
      ("output: {every: 0, rows: 1-9223372036854775807}", 1, .badValue(field: "rows", value: "1-9223372036854775807")),
      ("predict: last", 1, .badValue(field: "predict", value: "last")),
    ] as [(String, Int, LessonProblem.Reason)])
  func refused(yaml: String, line: Int, reason: LessonProblem.Reason) {
    #expect(throws: LessonFault(line: line, reason: reason)) { try LessonText.check(yaml) }
  }
}
