extension [LessonInline] {
  /// The same with formulas where code stands between dollar signs, as GitHub writes them: $`x_i`$.
  ///
  /// A dollar sign by itself stays one, so that no prose has to escape it.
  var withFormulas: [LessonInline] {
    var result: [LessonInline] = []
    var index = startIndex
    // What is left of a text whose dollar sign was taken.
    var rest: String?
    while index < endIndex {
      let inline: LessonInline
      if let taken = rest { inline = .text(taken) } else { inline = self[index] }
      rest = nil
      if case .code(let formula) = inline, case .text(let before)? = result.last, before.hasSuffix("$"),
        index + 1 < endIndex, case .text(let after) = self[index + 1], after.hasPrefix("$")
      {
        result.removeLast()
        if before != "$" { result.append(.text(String(before.dropLast()))) }
        result.append(.formula(formula))
        rest = String(after.dropFirst())
      } else if inline != .text("") {
        result.append(inline)
      }
      index += 1
    }
    return result
  }
}
