/// The words around a picture of the grids, in the language of whoever is to look at it.
///
/// Whoever draws knows places and numbers; what they are called is said by the workbench, which has the texts.
package struct Captions: Equatable, Sendable {
  /// What is computed, and below it with which parameters.
  package var title: String
  package var parameters: String
  package var grids: [GridName: Grid]
  /// The sum of the current cell, in lines.
  package var sum: [String]
  /// The same in a sentence; may be empty.
  package var explanation: String

  /// What stands at one grid.
  package struct Grid: Equatable, Sendable {
    /// Its name and size.
    package var title: String
    /// Where its numbers come from and which plane of several it is; may be empty.
    package var detail: String
    /// Which part is in the picture; empty for all of it.
    package var part: String

    package init(title: String, detail: String = "", part: String = "") {
      self.title = title
      self.detail = detail
      self.part = part
    }
  }

  package init(
    title: String, parameters: String = "", grids: [GridName: Grid] = [:], sum: [String] = [],
    explanation: String = ""
  ) {
    self.title = title
    self.parameters = parameters
    self.grids = grids
    self.sum = sum
    self.explanation = explanation
  }
}
