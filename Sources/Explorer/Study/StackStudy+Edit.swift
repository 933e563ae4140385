import ConvolutionEngine

/// Changes of one layer. They say what would be; whether it fits is found when the new study is applied.
extension StackStudy {
  /// What of a layer can be made larger or smaller.
  package enum Part: String, CaseIterable, Sendable {
    case kernel, stride, padding, dilation
    /// Filters of a convolution, features of a linear layer, channels of the input.
    case channels
  }

  /// Why a change means nothing here.
  package enum Refusal: Error, Equatable, Sendable {
    /// An architecture is shown as it is.
    case architecture(String)
    /// The layer, or the input where it is nil, has no such part.
    case missing(Part, StackLayer.Kind?)
    /// The last layer stays.
    case lastLayer
    /// The input is no layer.
    case input
  }

  /// With a layer of that kind after a level of so many channels.
  package func adding(_ kind: StackLayer.Kind, after level: Int, channels: Int) throws(Refusal) -> StackStudy {
    var layers = try changeable()
    layers.insert(kind.start(channels: channels), at: min(level, layers.count))
    return StackStudy(inputAxes: inputAxes, layers: layers)
  }

  /// Without the layer that makes a level.
  package func removing(_ level: Int) throws(Refusal) -> StackStudy {
    var layers = try changeable()
    guard layers.indices.contains(level - 1) else { throw .input }
    guard layers.count > 1 else { throw .lastLayer }
    layers.remove(at: level - 1)
    return StackStudy(inputAxes: inputAxes, layers: layers)
  }

  /// With more or less of something in the layer that makes a level; level 0 is the input.
  package func adjusting(_ part: Part, at level: Int, by amount: Int) throws(Refusal) -> StackStudy {
    if level == 0, part == .channels, case .architecture = content { return resizing(0, by: amount) }
    var layers = try changeable()
    guard layers.indices.contains(level - 1) else {
      guard part == .channels else { throw .missing(part, nil) }
      return resizing(0, by: amount)
    }
    layers[level - 1] = try layers[level - 1].adjusted(part, by: amount)
    return StackStudy(inputAxes: inputAxes, layers: layers)
  }

  /// With an input of more or fewer rows and columns.
  package func resizingInput(by amount: Int) -> StackStudy { resizing(1, by: amount).resizing(2, by: amount) }

  private func resizing(_ axis: Int, by amount: Int) -> StackStudy {
    var study = self
    if study.inputAxes.indices.contains(axis) { study.inputAxes[axis] += amount }
    return study
  }

  private func changeable() throws(Refusal) -> [StackLayer] {
    switch content {
    case .layers(let layers): return layers
    case .architecture(let name): throw .architecture(name)
    }
  }
}

extension StackLayer {
  fileprivate func adjusted(_ part: StackStudy.Part, by amount: Int) throws(StackStudy.Refusal) -> StackLayer {
    switch (self, part) {
    case (.convolution(let filters, let window), .channels): return .convolution(filters: filters + amount, window)
    case (.linear(let features), .channels): return .linear(features: features + amount)
    case (.convolution(let filters, let window), _):
      return .convolution(filters: filters, window.adjusted(part, by: amount))
    case (.averagePool, .dilation), (.maxPool, .channels), (.averagePool, .channels): throw .missing(part, kind)
    case (.maxPool(let window), _): return .maxPool(window.following(part, by: amount))
    case (.averagePool(let window), _): return .averagePool(window.following(part, by: amount))
    case (.relu, _), (.sigmoid, _), (.globalAveragePool, _), (.flatten, _), (.linear, _): throw .missing(part, kind)
    }
  }
}

extension StackWindow {
  fileprivate func adjusted(_ part: StackStudy.Part, by amount: Int) -> StackWindow {
    var window = self
    switch part {
    case .kernel: window.kernel += amount
    case .stride: window.stride += amount
    case .padding: window.padding += amount
    case .dilation: window.dilation += amount
    case .channels: break
    }
    return window
  }

  /// Of a pool, whose stride follows its kernel as long as they are equal.
  fileprivate func following(_ part: StackStudy.Part, by amount: Int) -> StackWindow {
    var window = adjusted(part, by: amount)
    if part == .kernel, stride == kernel { window.stride = window.kernel }
    return window
  }
}
