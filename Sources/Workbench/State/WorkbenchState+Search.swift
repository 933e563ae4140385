import LessonKit
import TerminalKit

/// What is searched for, and where.
struct Search: Equatable, Sendable {
  let words: String
  /// Whether it is the help that is searched, not the lessons.
  let isInHelp: Bool
}

/// A place in the lessons: the line that a match begins in, as it is wrapped now.
private struct LessonPlace: Equatable, Comparable {
  let lesson: Int
  let page: Int
  let line: Int

  static func < (left: LessonPlace, right: LessonPlace) -> Bool {
    (left.lesson, left.page, left.line) < (right.lesson, right.page, right.line)
  }
}

/// `/` in lessons and help; the page keys then go from match to match until Esc.
extension WorkbenchState {
  /// A lesson that has no place on the screen is searched as if it had this one.
  private static let usualColumns = 76

  /// Begins to type what is looked for, where one is: in the help that is open, or in the lessons.
  mutating func openSearch() {
    explorer.pausePlayback()
    search = nil
    searchLine = nil
    if case .help(let scroll) = mode {
      mode = .prompt(Prompt(kind: .search(helpScroll: scroll)))
    } else if library.lessons.isEmpty {
      refuse(.noLessonOpen)
    } else {
      mode = .prompt(Prompt(kind: .search(helpScroll: nil)))
    }
  }

  mutating func search(for words: String) -> [Effect] {
    let wanted = words.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    guard !wanted.isEmpty else { return [] }
    search = Search(words: wanted, isInHelp: false)
    return findNext(forward: true, includesHere: true)
  }

  mutating func searchHelp(for words: String, from scroll: Int) {
    let wanted = words.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    search = wanted.isEmpty ? nil : Search(words: wanted, isInHelp: true)
    mode = .help(scroll: scroll)
    findInHelp(forward: true, includesHere: true)
  }

  /// Goes to the next match, or back to the one before; after the last comes the first.
  mutating func findNext(forward: Bool, includesHere: Bool = false) -> [Effect] {
    guard let search else { return [] }
    if case .help = mode {
      findInHelp(forward: forward, includesHere: includesHere)
      return []
    }
    let places = lessonPlaces(of: search.words)
    guard !places.isEmpty else {
      refuse(.searchFoundNothing, texts.excerpt(search.words))
      self.search = nil
      return []
    }
    let here = LessonPlace(
      lesson: library.lessons.firstIndex { $0.id == lesson?.lesson.id } ?? 0, page: lesson?.pageIndex ?? 0,
      line: lesson == nil ? -1 : searchLine ?? (includesHere ? lessonScroll - 1 : lessonScroll))
    let next =
      forward ? places.first { $0 > here } ?? places[0] : places.last { $0 < here } ?? places[places.count - 1]
    let index = places.firstIndex(of: next) ?? 0
    let effects = open(next)
    say(.searchPlace, "\(index + 1)", "\(places.count)")
    return effects
  }

  /// Opens the page of a match and scrolls to its line. The page's own grids come with it, as with the page keys; on the
  /// page that is open nothing but the text moves.
  private mutating func open(_ place: LessonPlace) -> [Effect] {
    let wanted = library.lessons[place.lesson]
    var effects: [Effect] = []
    if lesson?.lesson.id != wanted.id { effects += openLesson(wanted.id) }
    if lesson?.pageIndex != place.page { effects += openPage(place.page) }
    lessonScroll = max(0, place.line - 1)
    searchLine = place.line
    return effects
  }

  /// Where the words stand in all lessons. Words that are wrapped apart still count.
  private func lessonPlaces(of words: String) -> [LessonPlace] {
    let columns = memory.layout?.panels[.lesson].map { $0.inset(rows: 1, columns: 2).columns } ?? Self.usualColumns
    return library.lessons.enumerated().flatMap { number, found in
      found.pages.indices.flatMap { page in
        var copy = self
        // The page that is open shows hints and what was answered as well.
        if lesson?.lesson.id != found.id || lesson?.pageIndex != page {
          copy.lesson = LessonSession(lesson: found, explorer: explorer, solved: [], page: page)
          copy.lessonIsWaiting = false
        }
        return Self.lines(LessonPanel.lines(copy, columns: max(8, columns)), holding: words)
          .map { LessonPlace(lesson: number, page: page, line: $0) }
      }
    }
  }

  /// The lines in which a match begins.
  private static func lines(_ lines: [StyledLine], holding words: String) -> [Int] {
    let wanted = words.lowercased()
    let texts = lines.map { $0.text.lowercased() }
    return texts.indices.filter { index in
      if texts[index].contains(wanted) { return true }
      guard index + 1 < texts.count else { return false }
      // Over the end of the line, and only there.
      let trimmed = String(texts[index].reversed().drop { $0 == " " }.reversed())
      let next = texts[index + 1].drop { $0 == " " }
      return !trimmed.isEmpty && (trimmed + " " + next).contains(wanted) && !next.contains(wanted)
    }
  }

  private mutating func findInHelp(forward: Bool, includesHere: Bool) {
    guard case .help(let scroll) = mode, let search else { return }
    let places = Self.lines(HelpOverlay.lines(self), holding: search.words)
    guard !places.isEmpty else {
      refuse(.searchFoundNothing, texts.excerpt(search.words))
      self.search = nil
      return
    }
    let here = searchLine ?? (includesHere ? scroll - 1 : scroll)
    let next =
      forward ? places.first { $0 > here } ?? places[0] : places.last { $0 < here } ?? places[places.count - 1]
    mode = .help(scroll: max(0, next - 1))
    searchLine = next
    say(.searchPlace, "\((places.firstIndex(of: next) ?? 0) + 1)", "\(places.count)")
  }

  /// Ends the search; whether there was one.
  mutating func endSearch() -> Bool {
    defer {
      search = nil
      searchLine = nil
    }
    return search != nil
  }
}

extension Surface {
  /// Turns the colours of every place where the words stand in a line that was just written.
  mutating func markMatches(of search: Search?, in line: StyledLine, row: Int, column: Int, clip: Rect) {
    guard let search, !search.words.isEmpty else { return }
    let text = Array(line.text)
    let wanted = Array(search.words.lowercased())
    guard wanted.count <= text.count else { return }
    for start in 0...(text.count - wanted.count) {
      guard text[start..<(start + wanted.count)].map({ $0.lowercased() }).joined() == String(wanted) else { continue }
      let place = Rect(
        row: row, column: column + DisplayWidth.columns(of: String(text[..<start])), rows: 1,
        columns: DisplayWidth.columns(of: String(text[start..<(start + wanted.count)])))
      restyle(place.intersection(clip)) { $0.adding(.reverse) }
    }
  }
}
