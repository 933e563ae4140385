import Explorer

/// The keys of the dense layer.
extension WorkbenchState {
  mutating func moveInDense(_ direction: Command.Direction) -> [Effect] { [] }
}
