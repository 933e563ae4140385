import Explorer

extension Check {
  /// Whether the check looks at the stack of layers alone, so that it can be asked of stacks that nobody has built.
  var isStackGoal: Bool {
    switch self {
    case .stack: true
    case .study(let name): name == .stack
    case .all(let checks), .any(let checks): checks.allSatisfy(\.isStackGoal)
    case .not(let check): check.isStackGoal
    default: false
    }
  }

  /// What `evaluate` would find while this stack takes the stage; false for checks that look at something else.
  func holds(for model: StackModel) -> Bool {
    switch self {
    case .stack(let fact): fact.holds(for: model)
    case .study(let name): name == .stack
    case .all(let checks): checks.allSatisfy { $0.holds(for: model) }
    case .any(let checks): checks.contains { $0.holds(for: model) }
    case .not(let check): !check.holds(for: model)
    default: false
    }
  }
}

extension ExplorerState {
  /// The stack that takes the stage; nil for another study or none.
  var stackModel: StackModel? {
    guard case .stack(let study)? = document.study else { return nil }
    return try? StackModel(study)
  }
}
