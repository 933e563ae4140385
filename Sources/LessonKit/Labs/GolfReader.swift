import Explorer

/// Reads the field `golf` of a task: `{score: parameters, par: 28, among: {layers: 3, kernels: [1, 3], padding: [same]}}`.
enum GolfReader {
  /// The most numbers in one list of a search space.
  private static let listLimit = 16

  /// - Parameter check: the goal, which has to be a check of the stack alone.
  static func read(_ value: LessonValue, check: Check) throws(LessonFault) -> Golf {
    let fields = try LessonFields(value, name: "golf", known: ["score", "par", "among"])
    guard check.isStackGoal else { throw LessonFault(line: value.line, reason: .badCheck("golf")) }
    return Golf(
      score: try CheckReader.choice(try fields.required("score"), name: "score"),
      par: try fields.required("par").wholeNumber("par", in: 0...Int.max),
      space: try space(try fields.required("among")))
  }

  private static func space(_ value: LessonValue) throws(LessonFault) -> GolfSpace {
    let fields = try LessonFields(
      value, name: "among", known: ["layers", "kernels", "strides", "padding", "dilations", "pools"])
    func numbers(_ name: String, in range: ClosedRange<Int>, else usual: [Int]) throws(LessonFault) -> [Int] {
      guard let list = fields[name] else { return usual }
      var numbers: [Int] = []
      for number in try list.list(name) { numbers.append(try number.wholeNumber(name, in: range)) }
      guard !numbers.isEmpty, numbers.count <= listLimit else { throw list.badValue(name, "\(numbers.count)") }
      return numbers
    }
    let sides = 1...StackStudy.sideLimit
    var paddings: [GolfSpace.Padding] = [.cells(0)]
    if let list = fields["padding"] {
      paddings = []
      for item in try list.list("padding") {
        let text = try item.text("padding")
        paddings.append(text == "same" ? .same : .cells(try item.wholeNumber("padding", in: 0...StackStudy.sideLimit)))
      }
      guard !paddings.isEmpty, paddings.count <= listLimit else { throw list.badValue("padding", "\(paddings.count)") }
    }
    return GolfSpace(
      layers: try fields.required("layers").wholeNumber("layers", in: GolfSpace.layerCounts),
      kernels: try numbers("kernels", in: sides, else: [3]), strides: try numbers("strides", in: sides, else: [1]),
      paddings: paddings, dilations: try numbers("dilations", in: sides, else: [1]),
      pools: try numbers("pools", in: sides, else: []))
  }
}
