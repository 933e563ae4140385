import ConvolutionEngine

/// Layers one behind the other: shapes, parameters, and how far back a cell of a deep map reaches.
package struct StackStudy: Equatable, Sendable {
  /// Channels, rows and columns of the input.
  package var inputShape: Shape

  package init() {
    inputShape = (try? Shape(height: 16, width: 16)) ?? Shape(vectorOf: 256)
  }
}

extension StackStudy {
  init(reading words: inout ActionWords) throws(ActionTextError) {
    self.init()
    inputShape = try words.shape()
  }

  var text: String { ActionWords.word(for: inputShape) }
}
