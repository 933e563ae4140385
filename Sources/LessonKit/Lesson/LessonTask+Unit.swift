/// The unit behind a typed number, which may be left out.
extension LessonTask {
  /// The answer without its unit.
  func withoutUnit(_ text: String) -> String { Self.split(text).number }

  /// What stands behind the number where the unit of the task, or nothing, has to stand; nil when that is in order, and for
  /// questions without a unit.
  func wrongUnit(in text: String) -> String? {
    guard case .number? = question, let unit else { return nil }
    let typed = Self.split(text).unit
    guard !typed.isEmpty, TypedNumber(Self.split(text).number) != nil else { return nil }
    return Self.stem(typed) == Self.stem(unit) ? nil : typed
  }

  /// The number up to its last digit, and what follows.
  private static func split(_ text: String) -> (number: String, unit: String) {
    guard let last = text.lastIndex(where: { $0.isASCII && $0.isNumber }) else { return (text, "") }
    let end = text.index(after: last)
    return (String(text[..<end]), text[end...].split(whereSeparator: \.isWhitespace).joined(separator: " "))
  }

  /// One thing or many, in small letters.
  private static func stem(_ unit: String) -> String {
    let small = unit.lowercased()
    return small.hasSuffix("s") ? String(small.dropLast()) : small
  }
}
