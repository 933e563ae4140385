import ArgumentParser
import ConvolutionEngine
import Formats

/// The options that make an experiment; `explore` and `step` share them. Values may begin with a minus sign.
struct ExperimentOptions: ParsableArguments {
  @Argument(
    help: ArgumentHelp(
      "The input: a picture (PNG, JPEG, netpbm) or a table (CSV, TSV, NumPy's .npy); - reads standard input."))
  var file: String?

  @Option(
    parsing: .unconditional,
    help: ArgumentHelp(
      "The kernel: a table file, or one of \(KernelPreset.all.map(\.name).joined(separator: ", ")).",
      valueName: "name|file"))
  var kernel: String?

  @Option(
    parsing: .unconditional,
    help: ArgumentHelp(
      "An input to take instead of a file: \(InputPreset.all.map(\.name).joined(separator: ", ")).",
      valueName: "name"))
  var inputPreset: String?

  @Option(
    parsing: .unconditional,
    help: ArgumentHelp("Cells between neighbouring windows, on both axes or rows,columns.", valueName: "n|n,m"))
  var stride: String?

  @Option(
    parsing: .unconditional,
    help: ArgumentHelp(
      "Cells added around the input: all sides, vertical,horizontal or top,left,bottom,right.",
      valueName: "n|n,m|t,l,b,r"))
  var padding: String?

  @Option(
    parsing: .unconditional,
    help: ArgumentHelp(
      "What stands in the padding: \(PaddingMode.allCases.map(\.rawValue).joined(separator: ", ")); "
        + "for both axes or vertical,horizontal.", valueName: "mode|mode,mode"))
  var paddingMode: String?

  @Option(
    parsing: .unconditional,
    help: ArgumentHelp("Cells from one tap of the kernel to the next; 1 is dense.", valueName: "n|n,m"))
  var dilation: String?

  @Flag(help: "Turn the kernel by 180 degrees: true convolution instead of cross-correlation.")
  var flip = false

  /// The values that were given for the operator's parameters, as they were typed.
  var parameterTexts: [(name: ParameterName, text: String)] {
    let texts: [(ParameterName, String?)] = [
      (.stride, stride), (.dilation, dilation), (.padding, padding), (.paddingMode, paddingMode),
      (.flip, flip ? "true" : nil),
    ]
    return texts.compactMap { name, text in text.map { (name, $0) } }
  }

  /// Whether nothing at all was asked for.
  var isEmpty: Bool { file == nil && kernel == nil && inputPreset == nil && parameterTexts.isEmpty }
}
