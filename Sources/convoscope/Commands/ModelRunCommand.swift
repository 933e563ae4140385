import ArgumentParser
import ConvolutionEngine
import Explorer
import Workbench

/// Runs a network on a batch of inputs with weights from a folder.
struct ModelRunCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "run", abstract: Interface.texts.text(.manualModelRun),
    discussion: Interface.texts.text(.manualModelRunMore))

  @Argument(help: ArgumentHelp(.manualModelName))
  var name: String

  @Option(parsing: .unconditional, help: ArgumentHelp(.manualModelInput, value: .manualValueFile))
  var input: String

  @Option(parsing: .unconditional, help: ArgumentHelp(.manualModelWeights, value: .manualValueFolder))
  var weights: String

  @Option(
    name: .shortAndLong, parsing: .unconditional, help: ArgumentHelp(.manualRunOutput, value: .manualValueFile))
  var output: String?

  @OptionGroup
  var work: WorkOptions

  @OptionGroup
  var language: LanguageOptions

  func run() throws {
    let texts = Interface.texts
    let schedule = try work.schedule(texts)
    if let output { try ArrayFiles.checkName(output, texts: texts) }
    let network = try NetworkFiles.network(name, texts: texts)
    let array = try ArrayFiles.read(input, as: Float.self, texts: texts)
    let answer = try answer(of: network, to: array, schedule, texts)
    if let output {
      try ArrayFiles.write(answer, to: output, texts: texts)
    } else {
      var lines = LineOutput()
      for line in ArrayTable.lines(of: answer, texts: texts, number: { NumberText.shortest($0) }) {
        try lines.write(line)
      }
      try lines.flush()
    }
  }

  /// A single picture without a batch axis gets an answer without one.
  private func answer(
    of network: Network, to array: NDArray<Float>, _ schedule: RowBandSchedule, _ texts: TextTable
  ) throws(Failure) -> NDArray<Float> {
    let isSingle = array.rank == network.input.axes.count
    guard isSingle || array.rank == network.input.axes.count + 1 else {
      throw Failure(
        status: .badData,
        sentence: texts.text(.modelInputAxes, texts.axes(array.axes), texts.axes(network.input.axes)))
    }
    let batch = isSingle ? 1 : array.axes[0]
    let activation: Activation
    do throws(LayerError) {
      let shape = try ActivationShape(axes: isSingle ? array.axes : Array(array.axes.dropFirst()))
      let tensorShape = try shape.tensorShape(batch: batch)
      guard let tensor = try? Tensor(shape: tensorShape, values: array.values) else {
        throw LayerError.activationTensor(tensorShape, expected: shape)
      }
      activation = try Activation(shape: shape, tensor: tensor)
    } catch {
      throw Failure(status: .badData, sentence: texts.text(.networkInputRefused, texts.sentence(for: error)))
    }
    let weights = try NetworkFiles.weights(of: network, input: activation.shape, folder: weights, texts: texts)
    do throws(NetworkError) {
      if let activations = try network.forward(activation, weights: weights, schedule: schedule, algorithm: .auto) {
        let output = activations.output
        let axes = (isSingle ? [] : [batch]) + output.shape.axes
        if let answer = try? NDArray(axes: axes, values: output.tensor.values) { return answer }
      }
    } catch {
      throw Failure(status: .badData, sentence: texts.sentence(for: error))
    }
    throw Failure(status: .internalError, sentence: texts.text(.errorInternal))
  }
}
