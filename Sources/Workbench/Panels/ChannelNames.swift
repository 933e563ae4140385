import ConvolutionEngine
import Explorer

/// What input channels, and cells of several planes, are called on the screen.
extension PanelContext {
  /// Whether the input's channels are red, green and blue.
  var isColor: Bool {
    let document = state.explorer.document
    return document.origins[.input]?.isColor == true && document.experiment.inputShape.channels == 3
  }

  private static let colorNames: [TextKey] = [.channelRed, .channelGreen, .channelBlue]

  /// `G`, or nil where channels have numbers only.
  private func colorName(_ channel: Int) -> String? {
    isColor && Self.colorNames.indices.contains(channel) ? text(Self.colorNames[channel]) : nil
  }

  /// `G` or `1`: under a thumbnail.
  func channelMark(_ channel: Int) -> String { colorName(channel) ?? "\(channel)" }

  /// `G` or `channel 1`: before products.
  func channelLabel(_ channel: Int) -> String { colorName(channel) ?? text(.sumChannel, "\(channel)") }

  /// `G` or `c1`: before the sum of a channel, where there are many.
  func shortChannelLabel(_ channel: Int) -> String { colorName(channel) ?? text(.sumChannelShort, "\(channel)") }

  /// An input channel, as titles say it.
  func channelPlane(_ channel: Int, of count: Int) -> GridTitle.Plane {
    guard let name = colorName(channel) else { return GridTitle.Plane(.titleChannel, channel, of: count, self) }
    return GridTitle.Plane(long: text(.titleNamedChannel, name), short: name)
  }

  /// Whether the weights are more than one kernel, so that a weight has four indices.
  var hasPlanes: Bool {
    let weights = state.explorer.document.shape(of: .kernel)
    return weights.batch > 1 || weights.channels > 1
  }

  /// `kernel[0,2]`; of several kernels `w[3,1,0,2] = V[0,2,1,3]`: PyTorch's order, and the article's.
  func kernelCellName(row: Int, column: Int) -> String {
    guard hasPlanes else { return text(.statusKernel, "\(row)", "\(column)") }
    let names = weightNames(row: row, column: column)
    return text(.statusWeight, names.torch, names.article)
  }

  /// A weight of the shown kernel in both orders: `w[filter,channel,row,column]` and `V[row,column,channel,filter]`. PyTorch
  /// has channels before filters in a transposed convolution.
  func weightNames(row: Int, column: Int) -> (torch: String, article: String) {
    let cursor = state.explorer.kernelCursor
    let isTransposed = state.explorer.experiment.operation.isTransposed
    let (filter, channel) = isTransposed ? (cursor.channel, cursor.batch) : (cursor.batch, cursor.channel)
    return (
      text(.weightTorch, "\(cursor.batch)", "\(cursor.channel)", "\(row)", "\(column)"),
      text(.weightArticle, "\(row)", "\(column)", "\(channel)", "\(filter)")
    )
  }

  /// `input[0,2]`, of several channels `input[1,0,2]`.
  func inputCellName(row: Int, column: Int) -> String {
    guard state.explorer.document.experiment.inputShape.channels > 1 else {
      return text(.statusInput, "\(row)", "\(column)")
    }
    return text(.statusInputOfChannel, "\(state.explorer.inputCursor.channel)", "\(row)", "\(column)")
  }

  /// `out[0,2]`, of several filters `out[3,0,2]`.
  func outputCellName(_ cell: Coordinate) -> String {
    glyphs.plain(state.texts.outputCellName(cell, of: state.explorer.outputShape))
  }
}
