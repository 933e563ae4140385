/// The English texts, a table for each part of the program.
enum EnglishTexts {
  /// All of them. A key that stands in two tables is a mistake that ends the program at once, as within one table.
  static let all = Dictionary(uniqueKeysWithValues: tables.joined().map { ($0.key, $0.value) })

  private static let tables = [
    keys, messages, refusals, steps, commandLine, files, manual, screen, page, doctor, blocks, lines, views,
    settings, dense, stack, comparing, maps, export, languages, labs,
  ]
}

extension TextTable {
  /// The English texts, whose keys and placeholders the other languages have as well.
  package static let english = TextTable(language: Language.english.rawValue, entries: EnglishTexts.all)
}
