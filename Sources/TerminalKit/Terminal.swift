/// How many colours a terminal shows.
package enum ColorDepth: Int, Comparable, Sendable, CaseIterable {
  case mono = 1
  case eight = 8
  case sixteen = 16
  case palette256 = 256

  package static func < (left: ColorDepth, right: ColorDepth) -> Bool { left.rawValue < right.rawValue }

  /// The best depth that so many colours allow; fewer than eight count as none.
  package init(colors: Int) {
    self = Self.allCases.last { $0.rawValue <= colors && $0 != .mono } ?? .mono
  }
}

/// What a terminal can show.
package struct TerminalCapabilities: Hashable, Sendable {
  package var colorDepth: ColorDepth
  /// Whether borders, arrows and shades outside ASCII may be drawn.
  package var unicode: Bool

  package init(colorDepth: ColorDepth, unicode: Bool) {
    self.colorDepth = colorDepth
    self.unicode = unicode
  }
}

/// Wakes a terminal that waits in `nextEvent`, from any thread.
package struct TerminalWaker: Sendable {
  private let action: @Sendable () -> Void

  package init(_ action: @escaping @Sendable () -> Void) {
    self.action = action
  }

  /// Makes `nextEvent` return `.wake`; several calls before it looks count as one. Harmless after the terminal is gone.
  package func wake() { action() }
}

/// A screen with a keyboard and a clock, used from one thread; only its waker may leave that thread.
package protocol Terminal: AnyObject {
  var size: Size { get }
  var capabilities: TerminalCapabilities { get }
  var waker: TerminalWaker { get }

  /// Shows a surface, drawing only what differs from the one presented last.
  func present(_ surface: Surface)

  /// Forgets what is on the screen, because something else may have written there: the next surface is drawn whole.
  func forget()

  /// Waits for the next event, at most the given time; `nil` waits for ever.
  func nextEvent(timeout milliseconds: Int?) -> TerminalEvent

  /// Whether the next event is there already, so that `nextEvent` would not wait.
  var hasNextEvent: Bool { get }

  /// A clock that never goes back; its zero means nothing.
  func milliseconds() -> Int

  /// Reports `.readable` from now on whenever this descriptor has something to read.
  func watch(fileDescriptor: Int32)

  /// Puts a text on the clipboard, where the terminal has one and lets programs write to it.
  func copy(_ text: String)

  /// Gives the terminal back to the shell and stops the program (Ctrl-Z); returns when it goes on. `.resize` follows.
  func suspend()
}
