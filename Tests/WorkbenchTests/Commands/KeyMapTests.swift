import TerminalKit
import Testing

@testable import Workbench

@Suite("The key table")
struct KeyMapTests {
  @Test("no key has two meanings in one context", arguments: KeyContext.allCases)
  func noClash(context: KeyContext) {
    var seen: Set<Key> = []
    for binding in KeyMap.bindings where binding.contexts.contains(context) {
      for key in binding.keys {
        #expect(seen.insert(key).inserted, "\(key.name) is bound twice in \(context.rawValue)")
      }
    }
  }

  @Test("every context has a way out")
  func wayOut() {
    for context in KeyContext.allCases {
      #expect(KeyMap.action(for: .escape, in: context) != nil, "no Esc in \(context.rawValue)")
    }
  }

  @Test("every context has help lines with words in them")
  func help() {
    for context in KeyContext.allCases {
      let lines = KeyMap.help(for: context, texts: .english)
      #expect(!lines.isEmpty)
      #expect(lines.allSatisfy { !$0.keys.isEmpty && !$0.text.isEmpty })
    }
  }
}
