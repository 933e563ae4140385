/// Where the numbers of a grid come from: the name of a preset or file, and whether they were edited since.
package struct GridOrigin: Hashable, Sendable {
  package var name: String
  package var isEdited: Bool
  /// Whether the three channels are the red, green and blue of a picture.
  package var isColor: Bool
  /// The file, when the grid is too large for a session to write down.
  package var file: GridFile?
  /// What each filter is called, when they were chosen by name; empty when the weights have one name.
  package var filters: [FilterOrigin] = []

  package init(
    name: String, isEdited: Bool = false, isColor: Bool = false, file: GridFile? = nil, filters: [FilterOrigin] = []
  ) {
    self.filters = filters
    self.name = name
    self.isEdited = isEdited
    self.isColor = isColor
    self.file = file
  }
}

/// The kernel preset that a filter was made of, and whether it was edited since.
package struct FilterOrigin: Hashable, Sendable {
  package var name: String
  package var isEdited: Bool

  package init(name: String, isEdited: Bool = false) {
    self.name = name
    self.isEdited = isEdited
  }
}
