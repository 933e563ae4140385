import TestSupport
import Testing

@Suite("Bad values and shapes for convoscope run")
struct RunBadInputTests {
  /// A line, how it must end, and what its sentence must say.
  struct Case: Sendable, CustomTestStringConvertible {
    let line: String
    let facts: [String]

    init(_ line: String, _ facts: String...) {
      (self.line, self.facts) = (line, facts)
    }

    var testDescription: String { line }
  }

  /// A desk with the files that a line names; their names say what is in them: `5x4.npy` has the axes (5,4), `.npy` none.
  private static func desk(for line: String) throws -> RunDesk {
    let names = line.split(separator: " ").filter { $0.hasSuffix(".npy") }
    let files = names.map { ("\($0)", NPYFile.filled($0.dropLast(4).split(separator: "x").compactMap { Int($0) })) }
    return try RunDesk(Dictionary(files, uniquingKeysWith: { first, _ in first }))
  }

  private static let conv2d = "conv2d --input 5x5.npy --weight 3x3.npy "
  private static let conv1d = "conv1d --input 9.npy --weight 3.npy "
  private static let transposed = "conv-transpose2d --input 5x5.npy --weight 3x3.npy "
  private static let normalized = "batch-norm --input 2x3.npy --running-mean 3.npy --running-var 3.npy "

  @Test(
    "What the command line alone shows to be wrong ends with 64",
    arguments: [
      Case("", "Which operator", "--list"),
      Case("conv3d --input 5x5.npy", "conv3d", "conv2d"),
      Case("conv2d", "--input"),
      Case("max-pool2d --input 5x5.npy", "--kernel-size"),
      Case("add --input 5x5.npy", "second --input"), Case("attention --query 5x5.npy --key 5x5.npy", "--value"),
      Case(conv2d + "--no-such-option", "--no-such-option", "--help"), Case(conv2d + "--stride", "--stride", "--help"),
      Case(conv2d + "more", "more"),
      Case(conv2d + "--axis -1", "--axis", "--padding-mode"),
      Case("relu --input 5x5.npy --input 5x5.npy", "2 inputs", "takes 1"),
      Case("conv2d --input - --weight -", "Standard input"),
      Case(conv2d + "--stride two", "--stride", "“two”", "2,1"),
      Case(conv2d + "--stride 1,2,3", "“1,2,3”"),
      Case(conv2d + "--stride 99999999999999999999", "--stride"),
      Case(conv1d + "--stride 2,1", "“2,1”", "a whole number"),
      Case(conv2d + "--padding 1,2,3", "“1,2,3”", "same or valid"),
      Case(conv1d + "--padding 1,2,3,4", "left, right"),
      Case(conv2d + "--padding-mode mirror", "“mirror”", "reflect"),
      Case(conv2d + "--groups 1.0", "“1.0”"), Case(conv1d + "--mode half", "“half”", "full, same or valid"),
      Case(conv1d + "--dt nan", "“nan”"),
      Case(transposed + "--output-padding one", "“one”"), Case("max-pool2d --input 5x5.npy --kernel-size 2x2", "“2x2”"),
      Case("avg-pool2d --input 5x5.npy --kernel-size 2 --count-include-pad maybe", "“maybe”", "true or false"),
      Case("adaptive-avg-pool2d --input 2x5x5.npy --output-size big", "“big”"),
      Case("flatten --input 5x5.npy --start-dim first", "“first”"),
      Case("leaky-relu --input 5x5.npy --negative-slope --1", "“--1”"),
      Case("softmax --input 5x5.npy --axis x", "“x”"), Case(normalized + "--eps tiny", "“tiny”"),
      Case("dropout --input 5x5.npy --p half", "“half”"),
      Case("upsample-nearest --input 5x5.npy --scale inf", "“inf”"),
      Case(conv2d + "--dtype half", "“half”", "float64"), Case(conv2d + "--threads many", "“many”"),
      Case(conv2d + "--algorithm fourier", "“fourier”", "row-bands"),
    ])
  func usage(wrong: Case) throws {
    try Self.desk(for: wrong.line).expectRefusal(wrong.line, 64, wrong.facts)
  }

  @Test(
    "Illegal values end with 65 and say which are legal",
    arguments: [
      Case(conv2d + "--stride 0", "stride of 0", "1 to"), Case(conv2d + "--stride 2,-1", "horizontal stride of -1"),
      Case(conv2d + "--stride 1000000000000000000", "1000000000000000000"),
      Case(conv2d + "--dilation 0", "dilation of 0"), Case(conv2d + "--dilation 1,9223372036854775807", "horizontal"),
      Case(conv2d + "--padding -1", "padding of -1", "0 to"),
      Case(conv2d + "--algorithm gather", "gather", "exact, reference"),
      Case(conv2d + "--algorithm fft --stride 2", "fft", "row-bands"),
      Case("relu --input 5x5.npy --algorithm direct", "direct", "auto, exact or reference"),
      Case(conv2d + "--algorithm direct --dtype float64", "direct", "row-bands"),
      Case(conv2d + "--padding 5 --padding-mode reflect", "reflect", "at most 4"),
      Case(conv2d + "--padding 6 --padding-mode circular", "circular", "at most 5"),
      Case(conv2d + "--groups 0", "0 groups"),
      Case(conv2d + "--groups 2", "2 groups", "divide"),
      Case(conv2d + "--threads 0", "0 threads", "1 or more"),
      Case(conv1d + "--mode full --padding 1", "mode", "padding"),
      Case(conv1d + "--mode full --padding-mode reflect", "mode", "padding-mode"),
      Case(conv1d + "--dt 0", "dt cannot be 0", "above 0"), Case(conv1d + "--dt 1e999", "dt", "finite"),
      Case(transposed + "--padding same", "same"),
      Case(transposed + "--padding-mode reflect", "reflect", "zeros"),
      Case(transposed + "--output-padding 1", "output padding of 1", "below the stride"),
      Case(transposed + "--stride 2 --output-padding -1", "output padding of -1", "0 to 1"),
      Case("max-pool2d --input 5x5.npy --kernel-size 0", "kernel-size cannot be 0"),
      Case("avg-pool2d --input 5x5.npy --kernel-size 2 --padding -1", "padding of -1"),
      Case("adaptive-avg-pool2d --input 2x5x5.npy --output-size 0", "output-size cannot be 0"),
      Case("affine-grid-sample --input 5x5.npy --theta 2x3.npy --output-size 3,0", "output-size"),
      Case("softmax --input 5x5.npy --axis 2", "axis cannot be 2", "-2 to 1"),
      Case("concat --input 5x5.npy --input 5x5.npy --axis -3", "axis cannot be -3"),
      Case("flatten --input 5x5.npy --start-dim 2", "start-dim cannot be 2"),
      Case("flatten --input 5x5.npy --end-dim -9223372036854775808", "end-dim"),
      Case("leaky-relu --input 5x5.npy --negative-slope 1e400", "negative-slope", "a finite number is"),
      Case(normalized + "--eps -1", "eps cannot be -1", "from 0 on"),
      Case("dropout --input 5x5.npy --p 1.5", "p cannot be 1.5", "0 to 1"),
      Case("dropout --input 5x5.npy --p 0.5 --train --seed -1", "seed cannot be -1"),
      Case("upsample-nearest --input 5x5.npy --scale 0.1", "scale cannot be 0.1"),
      Case("relu --input 5x5.npy --dtype float64", "relu", "no float64"),
    ])
  func values(wrong: Case) throws {
    try Self.desk(for: wrong.line).expectRefusal(wrong.line, 65, wrong.facts)
  }

  @Test(
    "Shapes that do not fit end with 65 and name both and the rule",
    arguments: [
      Case("conv2d --input 5.npy --weight 3x3.npy", "input (5), weight (3,3)", "(H,W)"),
      Case("conv2d --input .npy --weight 3x3.npy", "input ()"),
      Case("conv2d --input 5x5.npy --weight 2x1x3x3.npy", "(5,5)", "(2,1,3,3)", "(1,1,kH,kW)"),
      Case("conv2d --input 2x5x5.npy --weight 3x3.npy", "(2,5,5)", "(3,3)"),
      Case("conv2d --input 2x5x5.npy --weight 2x1x3x3.npy", "(2,5,5)", "(2,1,3,3)", "as many"),
      Case("conv2d --input 2x5x5.npy --weight 4x2x3x3.npy --bias 3.npy", "bias (3)", "one for each"),
      Case("conv2d --input 2x5x5.npy --weight 4x2x3x3.npy --bias 5x1.npy", "bias (5,1)"),
      Case("conv2d --input 2x5x5.npy --weight 0x2x3x3.npy", "(0,2,3,3)", "at least one"),
      Case("conv2d --input 0x5.npy --weight 3x3.npy", "(0,5)", "no rows"),
      Case("conv2d --input 3x3.npy --weight 5x5.npy", "5 rows", "has 3"),
      Case("conv1d --input 9.npy --weight 2x2x3.npy", "(9)", "(2,2,3)"),
      Case("conv-transpose2d --input 2x5x5.npy --weight 4x2x3x3.npy", "(2,5,5)", "(4,2,3,3)"),
      Case(transposed + "--padding 4", "crops 8 of 7 rows"),
      Case("max-pool2d --input 3x3.npy --kernel-size 4", "4 rows", "has 3"),
      Case("max-pool1d --input 1x1x3x3.npy --kernel-size 2", "(1,1,3,3)", "(N,C,L)"),
      Case("global-avg-pool2d --input 5x5.npy", "(5,5)", "(C,H,W)"),
      Case("linear --input 5x5.npy --weight 3x3.npy", "(5,5) and the weight has (3,3)", "last axis"),
      Case("linear --input 2x3.npy --weight 3x3.npy --bias 5.npy", "(3,3) and the bias has (5)"),
      Case("relu --input .npy", "input ()"),
      Case("add --input 5x5.npy --input 5x1.npy", "(5,5) and the second input has (5,1)", "equal"),
      Case("concat --input 5x5.npy --input 2x3.npy", "(5,5) and the second input has (2,3)"),
      Case("concat --input 5x5.npy --input 5x5.npy --input 2x3.npy", "(10,5) and the second input has (2,3)"),
      Case("batch-norm --input 2x3.npy --running-mean 5.npy --running-var 3.npy", "running-mean has (5)"),
      Case("attention --query 5x5.npy --key 3x3.npy --value 5x5.npy", "(5,5) and the key has (3,3)"),
      Case("affine-grid-sample --input 2x2x5x5.npy --theta 2x3.npy", "theta (2,3)", "(N,2,3)"),
    ])
  func shapes(wrong: Case) throws {
    try Self.desk(for: wrong.line).expectRefusal(wrong.line, 65, wrong.facts)
  }

  @Test(
    "An output of more than 64 Mi numbers is refused before there is memory for it",
    arguments: [
      Case(conv2d + "--padding 1000000000", "2000000003×2000000003", "67108864"),
      Case(transposed + "--stride 1000000000", "4000000003×4000000003"),
      Case("adaptive-avg-pool2d --input 2x5x5.npy --output-size 1000000000", "1000000000"),
      Case("upsample-nearest --input 5x5.npy --scale 100000000", "500000000×500000000"),
      Case("pad --input 5x5.npy --padding 1000000000", "2000000005"),
    ])
  func tooLarge(wrong: Case) throws {
    // A trap or an allocation of terabytes would end otherwise.
    try Self.desk(for: wrong.line).expectRefusal(wrong.line, 65, wrong.facts)
  }

  @Test("Values at the edge of what is legal are computed as quickly as others")
  func edges() throws {
    let desk = try Self.desk(for: Self.conv2d)
    let far = try desk.output(Self.conv2d + "--padding 1000000000 --stride 1000000000")
    #expect(far.values == [0, 0, 0, 0, 9, 0, 0, 0, 0])
    #expect(
      try desk.output(
        "max-pool2d --input 5x5.npy --kernel-size 1073741824 --padding 1073741824 --stride 1073741824"
      ).axes == [2, 2])
    #expect(try desk.output(Self.conv2d + "--padding 5 --padding-mode circular --stride 20").values == [9])
  }
}
