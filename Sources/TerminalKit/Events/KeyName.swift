extension Key {
  /// What help and the status line call the key: `Ctrl-R`, `Space`, `PgUp`, `→`.
  package var name: String {
    switch self {
    case .character(" "): "Space"
    case .character(let character): String(character)
    case .control(let character): "Ctrl-\(character.uppercased())"
    case .function(let number): "F\(number)"
    default: Self.names.first { $0.key == self }?.spellings.first ?? ""
    }
  }

  /// Reads a name as `name` writes it. Upper and lower case don't matter, except in a single character; the arrows
  /// have words too (`Left`), and some keys their other usual names (`Escape`, `Return`, `PageUp`).
  package init?(name: String) {
    if name.count == 1, let character = name.first, !Self.arrows.contains(name) {
      self = .character(character)
      return
    }
    let lowered = name.lowercased()
    if lowered == "space" {
      self = .character(" ")
    } else if lowered.hasPrefix("ctrl-"), name.count == 6, let letter = lowered.last, Self.isControllable(letter) {
      self = .control(letter)
    } else if lowered.hasPrefix("f"), let number = Int(lowered.dropFirst()), (1...63).contains(number) {
      self = .function(number)
    } else if let known = Self.names.first(where: { $0.spellings.contains { $0.lowercased() == lowered } }) {
      self = known.key
    } else {
      return nil
    }
  }

  private static let arrows = ["↑", "↓", "←", "→"]

  /// The first spelling is the one shown.
  private static let names: [(key: Key, spellings: [String])] = [
    (.enter, ["Enter", "Return"]), (.tab, ["Tab"]), (.backTab, ["Shift-Tab", "BackTab"]), (.escape, ["Esc", "Escape"]),
    (.backspace, ["Backspace"]), (.delete, ["Del", "Delete"]), (.insert, ["Ins", "Insert"]), (.up, ["↑", "Up"]),
    (.down, ["↓", "Down"]), (.left, ["←", "Left"]), (.right, ["→", "Right"]), (.home, ["Home"]), (.end, ["End"]),
    (.pageUp, ["PgUp", "PageUp"]), (.pageDown, ["PgDn", "PageDown"]), (.shiftUp, ["Shift-↑", "Shift-Up"]),
    (.shiftDown, ["Shift-↓", "Shift-Down"]), (.shiftLeft, ["Shift-←", "Shift-Left"]),
    (.shiftRight, ["Shift-→", "Shift-Right"]),
  ]

  private static func isControllable(_ character: Character) -> Bool {
    ("a"..."z").contains(character) || "@[\\]^_".contains(character)
  }
}
