/// The weights and buffers of a network by their names in a PyTorch state dict: all of them, each with the right axes.
public struct NetworkWeights: Sendable {
  private var arrays: [String: NDArray<Float>]

  /// Weights that are all there.
  ///
  /// `….num_batches_tracked`, which PyTorch counts for batch norms and no answer depends on, may be among them.
  /// - Parameters:
  ///   - input: the input that the axes are for; nil for the network's usual one.
  ///   - arrays: by name.
  /// - Throws: `NetworkError.missingWeights`, `.unexpectedWeights`, `.weightAxes`, or that the input does not fit.
  public init(
    for network: Network, input: ActivationShape? = nil, _ arrays: [String: NDArray<Float>]
  ) throws(NetworkError) {
    let parameters = try network.parameters(for: input)
    let missing = parameters.map(\.name).filter { arrays[$0] == nil }
    guard missing.isEmpty else { throw .missingWeights(missing) }
    let expected = Set(parameters.map(\.name))
    let strangers = arrays.keys.filter { !expected.contains($0) && !$0.hasSuffix(".num_batches_tracked") }
    guard strangers.isEmpty else { throw .unexpectedWeights(strangers.sorted()) }
    var own: [String: NDArray<Float>] = [:]
    for parameter in parameters {
      guard let array = arrays[parameter.name] else { continue }
      guard array.axes == parameter.tensor.axes else {
        throw .weightAxes(parameter.name, expected: parameter.tensor.axes, actual: array.axes)
      }
      own[parameter.name] = array
    }
    self.arrays = own
  }

  /// Weights that are fetched one after another, in the order of the network.
  ///
  /// - Parameter read: gives the array of a name, which should have these axes.
  /// - Throws: `NetworkWeightsError.reading` with what `read` throws, `.network` as the other initialiser.
  public init<Failure: Error>(
    for network: Network, input: ActivationShape? = nil,
    reading read: (_ name: String, _ axes: [Int]) throws(Failure) -> NDArray<Float>
  ) throws(NetworkWeightsError<Failure>) {
    let parameters: [NetworkParameter]
    do {
      parameters = try network.parameters(for: input)
    } catch {
      throw .network(error)
    }
    var arrays: [String: NDArray<Float>] = [:]
    for parameter in parameters {
      do throws(Failure) {
        arrays[parameter.name] = try read(parameter.name, parameter.tensor.axes)
      } catch {
        throw .reading(parameter.name, error)
      }
    }
    do {
      try self.init(for: network, input: input, arrays)
    } catch {
      throw .network(error)
    }
  }

  /// Puts other numbers into the array of a name, which must be there and hold as many.
  mutating func replace(_ name: String, with values: [Float]) {
    guard let axes = arrays[name]?.axes, let array = try? NDArray(axes: axes, values: values) else {
      preconditionFailure("\(values.count) numbers are not those of \(name)")
    }
    arrays[name] = array
  }

  /// The array of that name.
  public subscript(name: String) -> NDArray<Float>? { arrays[name] }
}

/// Why weights could not be had.
public enum NetworkWeightsError<Failure: Error>: Error {
  /// The array of this name could not be read.
  case reading(String, Failure)
  case network(NetworkError)
}
