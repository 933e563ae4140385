import ConvolutionEngine
import Explorer
import Testing

@testable import Workbench

@Suite("Sentences for errors")
struct SentencesTests {
  private let texts = TextTable.english

  @Test(
    "A refusal says what is not possible and what is",
    arguments: [
      (GeometryError.stride(0, axis: .vertical), "A vertical stride of 0 is not possible; 1 to 1073741824 is."),
      (.dilation(-2, axis: .horizontal), "A horizontal dilation of -2 is not possible; 1 to 1073741824 is."),
      (.padding(-1, axis: .vertical), "A vertical padding of -1 is not possible; 0 to 1073741824 is."),
      (.emptyInput(axis: .vertical), "The input has no rows; it needs at least one."),
      (.emptyKernel(axis: .horizontal), "The kernel has no columns; it needs at least one."),
      (.extent(2, axis: .horizontal), "2 columns are too many; at most 1073741824 are possible."),
      (
        .kernelDoesNotFit(effectiveExtent: 9, paddedInput: 7, axis: .vertical),
        "The kernel spans 9 rows, but the padded input has 7; a smaller kernel or dilation, or more padding, would fit."
      ),
      (
        .paddingModeDoesNotFit(.reflect, padding: 7, largestLegal: 6, axis: .horizontal),
        "A horizontal padding of 7 columns reaches too far for reflect padding; at most 6 here."
      ),
    ])
  func geometry(error: GeometryError, sentence: String) {
    #expect(texts.sentence(for: error) == sentence)
    #expect(texts.sentence(for: ExplorerError.experiment(.convolution(.geometry(error)))) == sentence)
  }

  @Test(
    "The legal numbers of a parameter are said as a range, or as what is finite",
    arguments: [
      (LegalValues.integers(-2...1), "-2 to 1"), (.numbers(0...1), "0 to 1"),
      (.numbers(0.2...2e9), "0.2 to 2000000000"),
      (.numbers(0...Double.greatestFiniteMagnitude), "a finite number from 0 on"),
      (.numbers(-Double.greatestFiniteMagnitude...Double.greatestFiniteMagnitude), "a finite number"),
      (.positive, "a finite number above 0"), (.texts(["zeros", "reflect"]), "zeros or reflect"),
    ])
  func legalValues(legal: LegalValues, words: String) {
    #expect(
      texts.sentence(for: ExperimentError.parameterValue(.axis, .integer(7), legal: legal))
        == "axis cannot be 7 here; \(words) is possible.")
  }

  @Test("Two inputs that do not fit are told apart")
  func twoInputs() {
    #expect(
      texts.sentence(for: ExperimentError.mismatch(.input, [2], .secondInput, [3], rule: .equal))
        == "The input has the axes (2) and the second input has (3); they must be equal.")
  }

  @Test("A file of another format than the one asked for is named with both")
  func otherFormat() {
    #expect(
      texts.text(.formatOther, "a.npy", "NumPy", "PNG") == "a.npy holds PNG data; NumPy data were expected.")
    #expect(texts.text(.formatNot, "a.csv", "NumPy") == "a.csv holds no NumPy data.")
  }

  @Test("Every refusal of the explorer is a sentence with its facts and without a hole")
  func explorer() throws {
    let shape = try Shape(height: 5, width: 6)
    let volume = try Shape(batch: 2, channels: 3, height: 5, width: 6)
    let errors: [(ExplorerError, [String])] = [
      (.noSuchCell(row: 7, column: 8, size: shape), ["7", "8", "5×6"]),
      (.noSuchChannel(3, count: 3), ["3", "0 to 2"]),
      (.unknownPreset("sobl-x", operand: .weights), ["kernel", "“sobl-x”", "sobel-x"]),
      (.unknownPreset("zebra", operand: .input), ["input", "“zebra”", "plus", "checkerboard"]),
      (.speed(61), ["61", "1 to 60"]),
      (.size(PerAxis(vertical: 0, horizontal: 4), limit: 99), ["0×4", "99"]),
      (.noSuchFilter(3, count: 3), ["filter 3", "0 to 2"]),
      (.filterCount(0, groups: 1, limit: 99), ["0 filters", "1 to 99"]),
      (.filterCount(5, groups: 3, limit: 99), ["5 filters", "3 groups", "multiple of 3"]),
      (.channelCount(100, groups: 1, limit: 99), ["100 channels", "1 to 99"]),
      (.channelCount(5, groups: 3, limit: 99), ["5 channels", "multiple of 3"]),
      (.tooManyWeights(filters: 2, channels: 3, kernel: PerAxis(5), limit: 99), ["2×3×5×5", "99"]),
      (.kernelSize("gaussian-5", PerAxis(5), filters: PerAxis(3)), ["gaussian-5", "5×5", "3×3"]),
      (.experiment(.convolution(.groups(4, channels: 6, filters: 12))), ["4 groups", "1, 2, 3 or 6"]),
      (.noFilters(.convTranspose2d), ["conv-transpose2d"]),
      (.nothingToUndo, ["undo"]),
      (.nothingToRedo, ["redo"]),
      (.experiment(.missingOperand(.weights)), ["kernel"]),
      (
        .experiment(.coordinate(Coordinate(row: 9, column: 8), operand: .input, shape: shape)),
        ["input", "9", "8", "5×6"]
      ),
      (.experiment(.unknownParameter(.stride, operation: .conv2d)), ["stride", "conv2d", "padding-mode"]),
      (.experiment(.outputTooLarge(volume, limit: 77)), ["2×3×5×6", "77"]),
      (
        .experiment(.convolution(.channelMismatch(input: 3, weights: 2, groups: 1))),
        ["3 in the input", "2 in the kernel"]
      ),
      (.experiment(.convolution(.biasMismatch(bias: 4, filters: 2))), ["4 values", "2 filters"]),
      (.experiment(.convolution(.output(.tooLarge([1, 2, 3, 4])))), ["1×2×3×4"]),
      (.experiment(.convolution(.output(.negativeSide([1, -2, 3, 4])))), ["1×-2×3×4"]),
      (.experiment(.convolution(.output(.valueCount(count: 5, shape: shape)))), ["5", "5×6", "30"]),
    ]
    for (error, facts) in errors {
      let sentence = texts.sentence(for: error)
      for fact in facts { #expect(sentence.contains(fact), "\(sentence)") }
      #expect(!sentence.contains("{") && (sentence.hasSuffix(".") || sentence.hasSuffix("?")), "\(sentence)")
    }
  }

  @Test("An action that is not understood says which word, and shows at most 40 characters of it")
  func actionText() throws {
    func sentence(_ text: String) throws -> String {
      texts.sentence(for: try #require(throws: ActionTextError.self) { try ExplorerAction(text: text) })
    }
    #expect(try sentence("jump here 3") == "“here” was found where a row was expected.")
    #expect(try sentence("jump") == "The text ends where a row was expected.")
    let expectations = [
      ("fly", "an action"), ("step up-left", "a direction"), ("select bias 0 0", "a grid"),
      ("edit output 0 0 1", "an operand"), ("edit kernel f 0 0 0 1", "a filter"), ("channel one", "a channel"),
      ("jump 1 here", "a column"), ("substep up", "forward, back or all"), ("speed fast", "cells per second"),
      ("preset input", "a preset"), ("reveal never", "live, stepping or predict"), ("answer x", "a number"),
      ("set colour 1", "a parameter"),
      ("set stride", "a value"), ("set stride x", "a value for stride"),
      ("load input 2x2 a 1", "a shape such as 1x1x2x2"), ("resize input 7", "a size such as 7x9"),
      ("edit input 0 0 one", "a number"), ("load input 1x1x1x2 a 1", "2 numbers"),
      ("load input 1x1x1x1 %z 1", "a name"),
      ("play 3", "nothing more"),
    ]
    for (text, words) in expectations {
      #expect(try sentence(text).hasSuffix(" where \(words) was expected."), "\(text)")
    }
    let long = try sentence("jump " + String(repeating: "w", count: 1000))
    #expect(long.contains("“" + String(repeating: "w", count: 39) + "…”"))
    #expect(long.count < 100)
  }
}
