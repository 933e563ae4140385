/// The gradients of a convolution over padded maps, one weight over one plane at a time.
///
/// Where the reference goes from output cell to output cell, this takes a picture, a filter, a channel and a tap, and goes
/// over the plane. For each weight the cells still come in storage order; for each input cell the taps are taken from the
/// last to the first, which is the output cells from the first to the last. So the sums are the reference's, bit for bit.
/// Only where padding repeats cells (reflect, replicate, circular), an input cell gets its ghosts' parts as sums of
/// their own at the end: n products and their parts are then off by at most n·2⁻⁵³ of the sum of their magnitudes.
struct PaddedConvolutionGradient {
  private let convolution: Convolution
  private let maps: PaddedMaps
  private let plane: TapPlane

  /// nil where padded maps would be far larger than the picture.
  init?(of convolution: Convolution) {
    guard let maps = PaddedMaps(of: convolution) else { return nil }
    self.convolution = convolution
    self.maps = maps
    plane = TapPlane(convolution, over: maps)
  }

  /// The tensors must have the shapes that the convolution was made with. Complexity: O(output × C/groups × kH × kW).
  func gradients(input: Tensor, weights: Tensor, outputGradient: Tensor) -> OperandGradients {
    let output = convolution.output
    let cellsPerPicture = output.channels * output.height * output.width
    var inputSums = Array(repeating: 0.0, count: convolution.input.count)
    var weightSums = Array(repeating: 0.0, count: convolution.weights.count)
    var biasSums = Array(repeating: 0.0, count: output.channels)
    var padded = Array(repeating: 0.0, count: maps.count)
    var paddedSums = Array(repeating: 0.0, count: maps.count)
    var gradient = Array(repeating: 0.0, count: cellsPerPicture)
    for picture in 0..<output.batch {
      maps.fill(&padded, from: input.values, batch: picture)
      for index in 0..<cellsPerPicture {
        gradient[index] = Double(outputGradient.values[picture * cellsPerPicture + index])
      }
      for index in paddedSums.indices { paddedSums[index] = 0 }
      weights.values.withUnsafeBufferPointer { weights in
        for filter in 0..<output.channels {
          addPlane(
            of: filter, gradient: gradient, padded: padded, weights: weights, paddedSums: &paddedSums,
            weightSums: &weightSums, biasSum: &biasSums[filter])
        }
      }
      maps.fold(paddedSums, into: &inputSums, batch: picture)
    }
    let step = convolution.sampleStep
    return OperandGradients(
      input: Tensor(shape: convolution.input, roundingSums: inputSums, times: step),
      weights: Tensor(shape: convolution.weights, roundingSums: weightSums, times: step),
      bias: Tensor(shape: Shape(vectorOf: biasSums.count), roundingSums: biasSums))
  }

  /// Adds what the output plane of one filter in one picture gives.
  ///
  /// Safety: the last cell that a tap reaches in a padded map, (outputs − 1)·stride + (taps − 1)·dilation along each axis,
  /// lies in it, since the convolution is valid and its windows end at the padding's; planes and weights are the shapes'.
  private func addPlane(
    of filter: Int, gradient: UnsafePointer<Double>, padded: UnsafePointer<Double>,
    weights: UnsafeBufferPointer<Float>, paddedSums: UnsafeMutablePointer<Double>,
    weightSums: UnsafeMutablePointer<Double>, biasSum: inout Double
  ) {
    let shape = convolution.weights
    let dilation = convolution.geometry.dilation
    let (mapHeight, mapWidth) = (maps.height, maps.width)
    let planeCount = plane.rows * plane.columns
    let gradient = gradient + filter * planeCount
    for index in 0..<planeCount { biasSum += gradient[index] }
    for (channel, inputChannel) in convolution.inputChannels(ofFilter: filter).enumerated() {
      let map = inputChannel * mapHeight * mapWidth
      for row in (0..<shape.height).reversed() {
        for column in (0..<shape.width).reversed() {
          let weight = shape.offset(
            of: convolution.weightCoordinate(filter: filter, channel: channel, row: row, column: column))
          let start = map + row * dilation.vertical * mapWidth + column * dilation.horizontal
          weightSums[weight] = plane.sum(addedTo: weightSums[weight], of: gradient, times: padded + start)
          plane.spread(Double(weights[weight]), of: gradient, to: paddedSums + start)
        }
      }
    }
  }
}
