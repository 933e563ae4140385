import ConvolutionEngine
import Explorer

/// What is asked of the kernel as a whole.
package enum KernelFact: Sendable, Equatable {
  /// The sum of all weights: what a flat picture of ones becomes.
  case sum(NumberTest)
  /// The weights that are not 0.
  case nonZero(CountTest)
  /// Whether a turn by 180° changes nothing, so that correlation and convolution are the same.
  case symmetric(Bool)
  /// Height and width.
  case size(PerAxis<Int>)
  /// Output channels.
  case filters(CountTest)
  /// Input channels.
  case channels(CountTest)

  func holds(for state: ExplorerState) -> Bool {
    guard let weights = state.experiment.operands[.weights] else { return false }
    switch self {
    case .sum(let test): return test.accepts(Float(weights.values.reduce(0.0) { $0 + Double($1) }))
    case .nonZero(let test): return test.accepts(weights.values.count { $0 != 0 })
    case .symmetric(let wanted): return weights.isSame(as: weights.turned, upTo: []) == wanted
    case .size(let size): return weights.shape.height == size.vertical && weights.shape.width == size.horizontal
    case .filters(let test): return test.accepts(state.outputShape.channels)
    case .channels(let test): return test.accepts(state.experiment.inputShape.channels)
    }
  }
}

extension Tensor {
  /// Whether shape and numbers are the same but for what is left open; unlike `==`, 0 and −0 are the same number.
  func isSame(as other: Tensor, upTo freedoms: Set<KernelFreedom>) -> Bool {
    guard shape == other.shape else { return false }
    let forms = freedoms.contains(.flip) ? [other, other.turned] : [other]
    let signs: [Double] = freedoms.contains(.sign) ? [1, -1] : [1]
    return forms.contains { form in
      signs.contains { sign in
        let factor = freedoms.contains(.scale) ? scale(from: form) : 1
        return isSame(as: form, times: sign * factor, isExact: freedoms.isEmpty)
      }
    }
  }

  private func isSame(as form: Tensor, times factor: Double, isExact: Bool) -> Bool {
    guard !isExact else { return values.elementsEqual(form.values) }
    return factor > 0 || factor < 0
      ? zip(values, form.values).allSatisfy { own, other in
        NumberTest.equals(Float(factor * Double(other))).accepts(own)
      }
      : false
  }

  /// How many times as large the numbers are, by their largest one.
  private func scale(from other: Tensor) -> Double {
    func largest(_ tensor: Tensor) -> Double { tensor.values.reduce(0) { max($0, abs(Double($1))) } }
    let divisor = largest(other)
    return divisor > 0 ? largest(self) / divisor : 1
  }

  /// Every plane turned by 180°.
  var turned: Tensor {
    var turned = self
    for offset in 0..<shape.count {
      var place = shape.coordinate(at: offset)
      (place.row, place.column) = (shape.height - 1 - place.row, shape.width - 1 - place.column)
      turned[place] = values[offset]
    }
    return turned
  }
}
