import ConvolutionEngine

#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif

/// The summary of a network as JSON, for other programs.
enum SummaryJSON {
  /// - Returns: one document, keys in alphabetical order, without a newline at its end.
  static func text(of summary: NetworkSummary) throws -> String {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
    return String(decoding: try encoder.encode(Document(summary)), as: UTF8.self)
  }

  private struct Document: Encodable {
    let name: String
    let inputShape: [Int]
    let outputShape: [Int]
    let layers: [LayerRow]
    let total: Costs

    init(_ summary: NetworkSummary) {
      name = summary.network
      inputShape = summary.input.axes
      outputShape = summary.output.axes
      layers = summary.rows.map(LayerRow.init)
      total = Costs(summary.total)
    }

    enum CodingKeys: String, CodingKey {
      case name, layers, total
      case inputShape = "input_shape"
      case outputShape = "output_shape"
    }
  }

  private struct LayerRow: Encodable {
    let name: String
    let kind: String
    let inputs: [String]
    let outputShape: [Int]
    let kernel: [Int]?
    let groups: Int?
    let costs: Costs
    let receptiveField: Field?
    let isUsed: Bool

    init(_ row: NetworkSummary.Row) {
      name = row.name
      kind = row.kind
      inputs = row.inputs
      outputShape = row.output.axes
      kernel = row.kernel.map { [$0.vertical, $0.horizontal] }
      groups = row.groups
      costs = Costs(row.costs)
      receptiveField = row.receptiveField.map(Field.init)
      isUsed = row.isUsed
    }

    enum CodingKeys: String, CodingKey {
      case name, kind, inputs, kernel, groups, costs
      case outputShape = "output_shape"
      case receptiveField = "receptive_field"
      case isUsed = "used"
    }
  }

  /// Rows, then columns. A jump is a number, or null where joined branches move unequally.
  private struct Field: Encodable {
    let size: [Int]
    let jump: [Double?]
    let start: [Double?]

    init(_ field: PerAxis<AxisReceptiveField>) {
      size = [field.vertical.size, field.horizontal.size]
      jump = [field.vertical.jump?.value, field.horizontal.jump?.value]
      start = [field.vertical.start, field.horizontal.start]
    }
  }

  private struct Costs: Encodable {
    let parameters: Int
    let weights: Int
    let biases: Int
    let buffers: Int
    let multiplyAccumulates: Int
    let activationBytes: Int
    let parameterBytes: Int

    init(_ costs: NetworkSummary.Costs) {
      parameters = costs.parameters
      weights = costs.weights
      biases = costs.biases
      buffers = costs.buffers
      multiplyAccumulates = costs.multiplyAccumulates
      activationBytes = costs.activationBytes
      parameterBytes = costs.parameterBytes
    }

    enum CodingKeys: String, CodingKey {
      case parameters, weights, biases, buffers
      case multiplyAccumulates = "macs"
      case activationBytes = "activation_bytes"
      case parameterBytes = "parameter_bytes"
    }
  }
}
