import ConvolutionEngine

extension ExplorerAction {
  /// The actions of comparing and shifting.
  static func comparing(_ verb: String, _ words: inout ActionWords) throws(ActionTextError) -> ExplorerAction {
    switch verb {
    case "shift":
      let shift = PerAxis(vertical: try words.integer(.row), horizontal: try words.integer(.column))
      return .shift(shift, words.isAtEnd ? .zeros : try words.choice(.shiftFill))
    case "shift-fill": return .shiftFill(try words.choice(.shiftFill))
    case "shift-comparison": return .shiftComparison(try words.onOrOff())
    case "show": return .showOutput(try words.choice(.outputView))
    case "tolerance":
      let relative = try words.tolerance()
      let absolute = words.isAtEnd ? Tolerance.float32.absolute : try words.tolerance()
      guard let tolerance = Tolerance(relative: relative, absolute: absolute) else {
        throw ActionTextError(word: "\(relative)", expected: .tolerance)
      }
      return .tolerance(tolerance)
    default:
      if words.take("off") { return .compare(nil) }
      if words.take("target") { return .compareTarget }
      let word = try words.next(.comparison)
      guard let algorithm = ComparedAlgorithm(name: word) else {
        throw ActionTextError(word: word, expected: .comparison)
      }
      return .compare(algorithm)
    }
  }
}

extension ActionWords {
  fileprivate mutating func onOrOff() throws(ActionTextError) -> Bool {
    if take("on") { return true }
    let word = try next(.onOrOff)
    guard word == "off" else { throw ActionTextError(word: word, expected: .onOrOff) }
    return false
  }

  fileprivate mutating func tolerance() throws(ActionTextError) -> Double {
    let word = try next(.tolerance)
    guard let value = Double(word), value >= 0, value.isFinite else {
      throw ActionTextError(word: word, expected: .tolerance)
    }
    return value
  }
}
