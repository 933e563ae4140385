import ConvolutionEngine
import TestSupport

@testable import Explorer

/// Actions of every kind at random; some are refused.
enum RandomEdits {
  /// - Parameter edits: how many edits there are to go to.
  static func next(_ random: inout SeededGenerator, edits: Int) -> ExplorerAction {
    func number(_ range: ClosedRange<Int>) -> Int { Int.random(in: range, using: &random) }
    let value = Float(number(-9...9)) / 4
    return switch number(0...29) {
    case 0...3: .edit(.input, Coordinate(row: number(0...7), column: number(0...7)), value)
    case 4: .edit(.weights, Coordinate(row: number(0...2), column: number(0...2)), value)
    case 5: .set(.stride, .axes(PerAxis(vertical: number(0...3), horizontal: number(1...2))))
    case 6: .set(.padding, .sides(Padding(top: number(0...2), left: 1, bottom: 0, right: number(0...3))))
    case 7: .set(.paddingMode, .modes(PerAxis(PaddingMode.allCases[number(0...3)])))
    case 8: .resize(.input, PerAxis(vertical: number(0...9), horizontal: number(3...9)))
    case 9: .reveal(number(0...1) == 0 ? .live : .stepping)
    case 10: .preset(.weights, ["identity", "blur", "gaussian-5", "nothing"][number(0...3)], size: nil)
    case 11: .preset(.input, "noise", size: PerAxis(vertical: number(3...9), horizontal: number(3...9)))
    case 12:
      .together([.set(.dilation, .axes(PerAxis(number(1...2)))), .edit(.input, Coordinate(row: 0, column: 0), value)])
    case 22: .filters(number(1...4))
    case 23: .randomFilters(number(1...3), seed: UInt64(number(0...9)))
    case 24: .channels(number(1...3))
    case 25: .set(.groups, .integer(number(1...3)))
    case 26:
      number(0...2) == 0 ? .remove(.bias) : .edit(.bias, Coordinate(channel: number(0...3), row: 0, column: 0), value)
    case 27: number(0...1) == 0 ? .channel(number(0...2)) : .filter(number(0...3))
    case 28: .reveal(.predict)
    case 29: AnswerText("\(number(-3...3))").map { number(0...2) == 0 ? .skip : .answer($0) } ?? .skip
    case 13, 14: .undo
    case 15: .redo
    case 16: .goToEdit(number(0...max(1, edits)))
    case 17: .jump(row: number(0...6), column: number(0...6))
    case 18: .subStep(number(0...1) == 0 ? .forward : .back)
    case 19: .speed(number(1...60))
    case 20: .select(number(0...1) == 0 ? .input : .kernel, row: number(0...4), column: number(0...4))
    default: .step(ExplorerAction.Step.allCases[number(0...7)])
    }
  }
}
