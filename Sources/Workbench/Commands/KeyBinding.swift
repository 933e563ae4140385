import TerminalKit

/// One line of the key table: the keys, where they work, what they do, and how help says so.
package struct KeyBinding: Sendable {
  package let keys: [Key]
  package let contexts: Set<KeyContext>
  package let action: Action
  /// What help says about it.
  package let help: TextKey
  /// The two or three words the status line shows; nil for a key that it never mentions.
  package let hint: TextKey?
  /// How help and hints write the keys; nil for their names.
  package let label: String?

  package enum Action: Sendable {
    case command(Command)
    /// The typed character starts or continues a text.
    case type
  }

  init(
    _ keys: [Key], _ contexts: Set<KeyContext>, _ action: Action, _ help: TextKey, hint: TextKey? = nil,
    label: String? = nil
  ) {
    self.keys = keys
    self.contexts = contexts
    self.action = action
    self.help = help
    self.hint = hint
    self.label = label
  }

  /// The keys as help writes them.
  package var name: String { label ?? keys.map(\.name).joined(separator: " ") }
}

/// Where a key works: the focused panel, or the mode that takes all keys.
package enum KeyContext: String, CaseIterable, Sendable {
  case input, kernel, output, lesson
  case dense, stack
  case editing, prompt, menu, palette, mark, help, confirmation
}
