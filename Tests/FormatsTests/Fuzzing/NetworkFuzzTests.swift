import ConvolutionEngine
import Formats
import TestSupport
import Testing

/// Damaged network files: a network that can be summed up, or an error whose texts are harmless.
@Suite("Fuzzed networks")
struct NetworkFuzzTests {
  private static let sample = """
    name: net
    input: [3, 16, 16]
    layers:
      - {name: a, kind: conv2d, filters: 8, kernel-size: [3, 3], padding: same, groups: 1, bias: false}
      - {kind: batch-norm, eps: 1e-5}
      - relu
      - {name: pool, kind: max-pool2d, kernel-size: 2, stride: 2, padding: [1, 0], ceil-mode: true}
      - {name: up, kind: conv-transpose2d, filters: 8, kernel-size: 2, stride: 2, output-padding: 1}
      - {name: big, kind: adaptive-avg-pool2d, output-size: 99}
      - {name: scaled, kind: upsample-nearest, scale: 0.5}
      - {kind: concat, from: [scaled, scaled]}
      - {kind: add, from: [concat, concat, concat]}
      - flatten
      - {kind: linear, features: 10}
    output: linear
    """
  /// Short ones, so that most damage leaves something to be summed up.
  private static let short = [
    "input: [1, 9, 9]\nlayers:\n  - {kind: conv2d, filters: 2, kernel-size: 3}\n  - relu\n",
    "input: [2, 8, 8]\nlayers:\n  - {kind: conv2d, filters: 4, kernel-size: 3, dilation: 2}\n  - flatten\n",
    "input: [3, 4, 4]\nlayers:\n  - {name: a, kind: batch-norm}\n  - {kind: add, from: [a, a]}\noutput: add\n",
    "input: [4]\nlayers:\n  - {kind: linear, features: 3, bias: true}\n  - softmax\n",
  ]
  private static let tokens =
    LayerCatalog.all.map { "- {kind: \($0.kind), filters: 2, features: 2, kernel-size: 2}" } + [
      "- relu\n", "input: ", "layers:", "from: [a, a]", "name: ", "{", "}", "[", "]", "&a ", "*a", "!!str ", "|\n",
      ">\n",
      "\"\\e[31m\"", "? ", "<<: ", "---\n", "...\n", "%YAML 1.1\n", "\t", "'", "\"", "#", "~", ".inf", "0x7fffffff",
      "1,2,3,4",
    ]

  @Test("no damaged network file breaks the reader or the summing up") func network() throws {
    try ReaderFuzzing("network", samples: ([Self.sample] + Self.short).map { Array($0.utf8) }, tokens: Self.tokens).run
    { input in
      do throws(NetworkFileError) {
        let network = try NetworkReader.read(bytes: input)
        _ = try? NetworkSummary(network)
        return .accepted
      } catch {
        for text in texts(in: error) { try requireHarmless(text) }
        return .refused
      }
    }
  }
}
