import Explorer

/// The keys of the stack of layers.
extension WorkbenchState {
  mutating func moveInStack(_ direction: Command.Direction) -> [Effect] { [] }
}
