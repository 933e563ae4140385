/// A network as training sees it: which of its layers gradients go through, and whose weights they are for.
struct TrainingGraph: Sendable {
  let network: Network
  /// The weights and buffers of each node.
  private let parameters: [[NetworkParameter]]
  /// Whether gradients go back through each node: it is used, and it or a node before it has weights to train.
  private let trained: [Bool]

  /// - Throws: `TrainingError.noGradient`, `.noClasses`, `.nothingToTrain` or `.network`.
  init(_ network: Network) throws(TrainingError) {
    let shapes: [ActivationShape]
    var parameters = network.nodes.map { _ in [NetworkParameter]() }
    do throws(NetworkError) {
      shapes = try network.shapes()
      for parameter in try network.parameters() { parameters[parameter.node].append(parameter) }
    } catch {
      throw .network(error)
    }
    guard shapes[network.output].isVector else { throw .noClasses(shapes[network.output]) }
    var trained: [Bool] = []
    for (index, node) in network.nodes.enumerated() {
      let isAfter = node.inputs.contains { $0.value(in: trained, input: false) }
      trained.append(
        network.isUsed(index) && (isAfter || parameters[index].contains { $0.tensor.isTrainable }))
      guard trained[index], !(node.layer is any TrainableLayer) else { continue }
      let inputs = node.inputs.map { $0.value(in: shapes, input: network.input) }
      let isDifferentiable: Bool
      do throws(LayerError) {
        isDifferentiable = try OperatorLayer.isDifferentiable(node.layer, for: inputs)
      } catch {
        throw .network(.layer(node.name, error))
      }
      guard isDifferentiable else { throw .noGradient(layer: node.name, kind: node.layer.kind) }
    }
    guard trained[network.output] else { throw .nothingToTrain }
    self.network = network
    self.parameters = parameters
    self.trained = trained
  }

  func isTrained(_ index: Int) -> Bool { trained[index] }

  /// The weights and buffers of a node.
  func parameters(of index: Int) -> [NetworkParameter] { parameters[index] }
}
