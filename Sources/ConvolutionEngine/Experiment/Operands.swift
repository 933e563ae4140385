/// The tensors of an experiment by name, in the operator's order.
public struct Operands: Equatable, Sendable {
  private var entries: [Entry]

  private struct Entry: Equatable, Sendable {
    let name: OperandName
    var tensor: Tensor
  }

  /// The given tensors; a later one of the same name replaces an earlier one.
  public init(_ tensors: KeyValuePairs<OperandName, Tensor>) {
    entries = []
    for (name, tensor) in tensors { self[name] = tensor }
  }

  /// The tensor of that name. Assigning nil removes it.
  public subscript(name: OperandName) -> Tensor? {
    get { entries.first { $0.name == name }?.tensor }
    set {
      let index = entries.firstIndex { $0.name == name }
      switch (index, newValue) {
      case (let index?, let tensor?): entries[index].tensor = tensor
      case (let index?, nil): entries.remove(at: index)
      case (nil, let tensor?): entries.append(Entry(name: name, tensor: tensor))
      case (nil, nil): break
      }
    }
  }

  public var names: [OperandName] { entries.map(\.name) }

  /// The shape of every operand.
  public var shapes: [OperandName: Shape] {
    Dictionary(uniqueKeysWithValues: entries.map { ($0.name, $0.tensor.shape) })
  }

  /// Writes one element in place, without copying the tensor. Does nothing for an operand that is not there.
  mutating func setValue(_ value: Float, of name: OperandName, at coordinate: Coordinate) {
    guard let index = entries.firstIndex(where: { $0.name == name }) else { return }
    entries[index].tensor[coordinate] = value
  }
}
