/// A text of a small tree, with the names that lead to it.
package struct YAMLLeaf: Equatable, Sendable {
  package let path: [String]
  package let text: String
  /// The line in the YAML text, from 1.
  package let line: Int
}

extension YAMLValue {
  /// Every text of nested mappings, in the order of the file; a text that is no mapping has no path.
  ///
  /// - Throws: `wrongKind` for a list, which has no names.
  package func leaves() throws(YAMLError) -> [YAMLLeaf] {
    var leaves: [YAMLLeaf] = []
    try collect(into: &leaves, path: [])
    return leaves
  }

  private func collect(into leaves: inout [YAMLLeaf], path: [String]) throws(YAMLError) {
    switch content {
    case .scalar(let text): leaves.append(YAMLLeaf(path: path, text: text, line: line))
    case .mapping(let fields):
      for field in fields { try field.value.collect(into: &leaves, path: path + [field.name]) }
    case .sequence: throw YAMLError(line: line, reason: .wrongKind(field: path.joined(separator: "."), expected: .text))
    }
  }
}
