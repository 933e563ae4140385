/// Where the numbers of a grid come from: the name of a preset or file, and whether they were edited since.
package struct GridOrigin: Hashable, Sendable {
  package var name: String
  package var isEdited: Bool

  package init(name: String, isEdited: Bool = false) {
    self.name = name
    self.isEdited = isEdited
  }
}
