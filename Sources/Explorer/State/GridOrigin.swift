/// Where the numbers of a grid come from: the name of a preset or file, and whether they were edited since.
package struct GridOrigin: Hashable, Sendable {
  package var name: String
  package var isEdited: Bool
  /// Whether the three channels are the red, green and blue of a picture.
  package var isColor: Bool

  package init(name: String, isEdited: Bool = false, isColor: Bool = false) {
    self.name = name
    self.isEdited = isEdited
    self.isColor = isColor
  }
}
