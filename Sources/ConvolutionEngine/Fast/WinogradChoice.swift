extension WinogradConvolution {
  /// Whether Winograd's algorithm beats the direct one, with the tiles that `tile(for:)` names.
  public static func pays(_ convolution: Convolution) -> Bool { tile(for: convolution) != nil }

  /// The tiles that compute a convolution the fastest; nil where the direct algorithm is as fast or the only one.
  ///
  /// The rule counts multiply-adds of vectors for C channels and F filters of a group, F rounded up to whole register tiles:
  /// - direct: 9·C·F for each vector of cells, each row of the output rounded up to whole vectors;
  /// - Winograd: 36·C·F + 540·C + 400·F for each vector of tiles of F(4×4), 16·C·F + 210·C + 130·F of F(2×2), all tiles of
  ///   a group rounded up to whole vectors: the products, and the two transforms with what they wait for memory.
  ///
  /// Winograd is chosen when it counts less than nine tenths: with AVX-512 and outputs of 56×56 cells from 5 channels and 17
  /// filters, 7 and 9, or 12 and one. F(2×2) wins where its smaller tiles fill the vectors better, in outputs of up to about
  /// 10×10 cells. Beyond 512 channels a group F(4×4) is left aside: with 1024, its relative root mean square error passes 3e-6.
  ///
  /// The costs of the transforms are fitted to times of both algorithms with AVX-512 on one core (1 to 64 channels, 4 to 64
  /// filters, 14² to 112² cells, weights packed before). In 157 measured cases the rule never chose Winograd where it was
  /// slower; it leaves gains of up to 1.4 times aside in outputs of 14×14 and less.
  public static func tile(for convolution: Convolution, kernels: VectorKernels = .best) -> WinogradTile? {
    guard applies(to: convolution) else { return nil }
    let (channels, output) = (Double(convolution.weights.channels), convolution.output)
    let filters = kernels.wholeTiles(convolution.weights.batch / convolution.groups)
    let rows = Double(output.batch) * Double(output.height)
    let direct = rows * Double(kernels.vectors(output.width)) * 9 * channels * filters
    let choices = WinogradTile.allCases.filter { $0 == .two || convolution.weights.channels <= mostChannelsOfFour }
    let costs = choices.map { tile in
      let vectors = Double(kernels.vectors(WinogradGrid(tile: tile, output: output).count))
      let transforms = tile.transformCosts
      return vectors
        * (Double(tile.products) * channels * filters + transforms.channel * channels + transforms.filter * filters)
    }
    guard let best = costs.indices.min(by: { costs[$0] < costs[$1] }), costs[best] < 0.9 * direct else { return nil }
    return choices[best]
  }

  /// The most channels of a group for F(4×4).
  private static let mostChannelsOfFour = 512
}

extension WinogradTile {
  /// What the transforms of a vector of tiles take, for each channel and each filter, in multiply-adds of a vector.
  fileprivate var transformCosts: (channel: Double, filter: Double) {
    switch self {
    case .two: (210, 130)
    case .four: (540, 400)
    }
  }
}

extension VectorKernels {
  /// The filters that register tiles compute where `count` are asked for.
  fileprivate func wholeTiles(_ count: Int) -> Double {
    Double((count + tileRows - 1) / tileRows * tileRows)
  }
}
