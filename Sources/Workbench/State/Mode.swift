import Explorer

/// What the keys do now. Esc always leads back to `normal`.
package enum Mode: Equatable, Sendable {
  case normal
  /// A number is being typed into a cell.
  case editing(CellEdit)
  /// A line is being typed at the foot of the screen.
  case prompt(Prompt)
  /// A list to choose from.
  case menu(Menu)
  /// The keys of the focused panel, scrolled down by some lines.
  case help(scroll: Int)
  /// Everything that can be done, to be found by typing.
  case palette(Palette)
  /// The letter of a mark is awaited; `sets` tells whether it is made or gone to.
  case mark(sets: Bool)
  /// A question that `y` or Enter answers with yes and everything else with no.
  case confirmation(Confirmation)
}

/// A number being typed into a cell of the input or kernel.
package struct CellEdit: Equatable, Sendable {
  package let grid: GridName
  package let row: Int
  package let column: Int
  package var text: String
  /// Why the text was not taken, shown until it changes.
  package var problem: String?
}

/// A line being typed.
package struct Prompt: Equatable, Sendable {
  package enum Kind: Equatable, Sendable {
    /// After `:`.
    case command
    /// The answer to the lesson's task, or to the predict mode.
    case answer
    /// After `/`: what is looked for in the lessons, or in the help that was scrolled down so far.
    case search(helpScroll: Int?)
    /// The bias of a filter.
    case bias(filter: Int)
  }

  package let kind: Kind
  package var text: String
  package var problem: String?
  /// What Tab goes through; nil when nothing was offered since the last character.
  package var completion: Completion?

  package init(kind: Kind, text: String = "", problem: String? = nil) {
    self.kind = kind
    self.text = text
    self.problem = problem
  }
}

/// A list to choose from.
package struct Menu: Equatable, Sendable {
  package struct Item: Equatable, Sendable {
    package let title: String
    package let detail: String
    package let command: Command
  }

  package let title: String
  package let items: [Item]
  package var selected: Int
}

/// A question before something that cannot be taken back.
package struct Confirmation: Equatable, Sendable {
  package let question: String
  package let command: Command
  /// What no does, when it is more than closing the question.
  package var otherwise: Command?
}

extension WorkbenchState {
  /// The most lines that a message takes.
  static let messageLines = 3
}

/// The last thing that happened, on the status line until the next key.
package struct StatusMessage: Equatable, Sendable {
  package enum Kind: Sendable {
    case notice
    case success
    case problem
  }

  package let text: String
  package let kind: Kind
}
