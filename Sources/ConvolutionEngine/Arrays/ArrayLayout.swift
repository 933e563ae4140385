/// How arrays with any number of axes become the N×C×H×W tensors of an operator, and its output an array again.
public enum ArrayLayout: Sendable {
  /// (H,W), (C,H,W) or (N,C,H,W); the output has as many axes. A single plane takes a single filter.
  case planes
  /// As `planes`, and (L) with padding left and right.
  case paddedPlanes
  /// (C,H,W) or (N,C,H,W).
  case maps
  /// (L), (C,L) or (N,C,L).
  case signals
  /// Any axes, at least one; two inputs have the same ones.
  case elements
  /// Any axes, at least one, of which the parameter `axis` names one, counted from the end when negative.
  case axis
  /// (N,C), (N,C,L), (N,C,H,W) or (N,C,D,H,W): the channels are axis 1.
  case channels
  /// Any axes, at least one; the last one holds the features. Weights (out,in).
  case features
  /// Any axes, of which those from `start-dim` to `end-dim` become one.
  case flattened
  /// (L,E), (B,L,E) or (N,B,L,E) for query, key and value alike.
  case sequences
  /// (H,W), (C,H,W) with theta (2,3), or (N,C,H,W) with theta (N,2,3).
  case sampled
}

/// Arrays laid out for an operator: everything about them but the numbers, which keep their storage order.
public struct ArrayArrangement: Sendable {
  /// The shape of each operand's tensor.
  public internal(set) var shapes: [OperandName: Shape]
  /// The parameters as they are for the tensors: an axis of the arrays has another number there.
  public internal(set) var parameters: Parameters
  /// The axes of the output array for the shape of the output tensor.
  public let outputAxes: @Sendable (Shape) -> [Int]
}

extension ArrayLayout {
  /// Finds the tensors' shapes for arrays with these axes.
  ///
  /// - Throws: `ExperimentError.arrayAxes`, `.mismatch`, `.parameterValue`, `.missingOperand` or `.shape`.
  public func arranged(
    _ axes: [OperandName: [Int]], _ parameters: Parameters
  ) throws(ExperimentError) -> ArrayArrangement {
    switch self {
    case .planes: try WindowLayout.planes(axes, parameters)
    case .paddedPlanes: try WindowLayout.paddedPlanes(axes, parameters)
    case .maps: try WindowLayout.maps(axes, parameters)
    case .signals: try WindowLayout.signals(axes, parameters)
    case .sampled: try WindowLayout.sampled(axes, parameters)
    case .elements: try AxisLayout.elements(axes, parameters)
    case .axis: try AxisLayout.axis(axes, parameters)
    case .channels: try AxisLayout.channels(axes, parameters)
    case .features: try AxisLayout.features(axes, parameters)
    case .flattened: try AxisLayout.flattened(axes, parameters)
    case .sequences: try AxisLayout.sequences(axes, parameters)
    }
  }
}

extension [OperandName: [Int]] {
  /// The axes of an operand that the layout cannot do without.
  func required(_ name: OperandName) throws(ExperimentError) -> [Int] {
    guard let axes = self[name] else { throw .missingOperand(name) }
    return axes
  }
}

extension Shape {
  /// The shape of an arrangement; sides in the order N, C, H, W.
  init(arranging sides: (Int, Int, Int, Int)) throws(ExperimentError) {
    do {
      try self.init(batch: sides.0, channels: sides.1, height: sides.2, width: sides.3)
    } catch {
      throw .shape(error)
    }
  }

  /// The product of some axes, as one side.
  static func side(_ axes: some Collection<Int>) throws(ExperimentError) -> Int {
    do throws(NDArrayError) {
      return try NDArray<Float>.count(of: Array(axes))
    } catch {
      throw .shape(.tooLarge(Array(axes)))
    }
  }
}
