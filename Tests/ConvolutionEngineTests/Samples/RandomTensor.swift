import ConvolutionEngine

extension SplitMix64 {
  /// A whole number in `range`.
  mutating func integer(_ range: ClosedRange<Int>) -> Int {
    range.lowerBound + Int(next() % UInt64(range.count))
  }

  mutating func element<Element>(of choices: [Element]) -> Element? {
    choices.isEmpty ? nil : choices[integer(0...(choices.count - 1))]
  }

  /// Float32 values from −1 to 1 with all their bits in use, so that every sum of them rounds.
  mutating func fractions(_ shape: Shape) throws -> Tensor {
    try Tensor(shape: shape, values: (0..<shape.count).map { _ in Float(integer(-0xff_ffff...0xff_ffff)) / 0xff_ffff })
  }

  /// Whole numbers from −9 to 9: sums and products of them are exact in any order.
  mutating func integers(_ shape: Shape) throws -> Tensor {
    try Tensor(shape: shape, values: (0..<shape.count).map { _ in Float(integer(-9...9)) })
  }

  /// Fractions, with infinities, NaNs of several bit patterns, both zeros and subnormals strewn in.
  mutating func awkward(_ shape: Shape) throws -> Tensor {
    let special: [Float] = [
      .infinity, -.infinity, .nan, -.nan, Float(bitPattern: 0x7fc1_2345), -0.0, 0, .leastNonzeroMagnitude,
      -.greatestFiniteMagnitude, .greatestFiniteMagnitude,
    ]
    var tensor = try fractions(shape)
    for offset in 0..<shape.count where integer(0...3) == 0 {
      if let value = element(of: special) { tensor[shape.coordinate(at: offset)] = value }
    }
    return tensor
  }

  /// Values of ±1 and ±2⁶⁰, whose products cancel to the last bit or swallow each other: nearly every change of the
  /// order of a sum changes the result, which sums of fractions hide by the rounding to Float32.
  mutating func cancelling(_ shape: Shape) throws -> Tensor {
    let choices: [Float] = [1, -1, 0x1p60, -0x1p60]
    return try Tensor(shape: shape, values: (0..<shape.count).map { _ in element(of: choices) ?? 0 })
  }

  /// One of the three kinds of values that show most.
  mutating func values(_ kind: ValueKind, _ shape: Shape) throws -> Tensor {
    switch kind {
    case .fractions: try fractions(shape)
    case .awkward: try awkward(shape)
    case .cancelling: try cancelling(shape)
    }
  }
}

/// See the functions of `SplitMix64` of the same names.
enum ValueKind: CaseIterable {
  case fractions, awkward, cancelling
}
