/// How the numbers of one grid are written: all with the same number of decimals, as wide as the widest.
package struct GridFormat: Hashable, Sendable {
  /// The decimals of every number of the grid.
  package let decimals: Int
  /// The columns of a number, sign and point included, and of the signs that may stand before it.
  package let width: Int
  /// Columns of `width` that no number takes.
  private let signColumns: Int
  /// Whether some number has more decimals than are shown.
  package let isRounded: Bool

  /// What the numbers ask for. Several sets of numbers together ask for the larger of each.
  package struct Needs: Hashable, Sendable {
    /// Columns before the point, the sign included.
    package var integerColumns: Int
    /// Decimals of the shortest text that reads back as the same number.
    package var decimals: Int

    package init(integerColumns: Int = 1, decimals: Int = 0) {
      self.integerColumns = integerColumns
      self.decimals = decimals
    }

    /// The needs of one number; `nan` and infinities count as letters before the point.
    package init(_ value: Float) {
      // Whole numbers, such as those of pictures, without making a text of each: thousands are looked at after every edit.
      if abs(value) < 1e9, value == value.rounded(.towardZero) {
        self.init(integerColumns: Self.digits(of: Int(abs(value))) + (value.sign == .minus ? 1 : 0))
        return
      }
      guard let whole = NumberText.fixed(value, decimals: 0) else {
        self.init(integerColumns: value.isFinite ? GridFormat.widest : NumberText.shortest(value).count)
        return
      }
      let text = NumberText.shortest(value)
      // −0.25 rounds to 0, but its sign takes a column.
      let sign = value < 0 && !whole.hasPrefix("-") ? 1 : 0
      if text.contains("e" as Character) {
        // Numbers this large have no fraction, numbers this small have nothing else.
        self.init(integerColumns: whole.count + sign, decimals: abs(value) < 1 ? GridFormat.manyDecimals : 0)
      } else {
        let point = text.firstIndex(of: ".") ?? text.endIndex
        self.init(integerColumns: text[..<point].count, decimals: max(0, text[point...].count - 1))
      }
    }

    private static func digits(of number: Int) -> Int {
      var (count, rest) = (1, number)
      while rest >= 10 { (count, rest) = (count + 1, rest / 10) }
      return count
    }

    package func union(_ other: Needs) -> Needs {
      Needs(integerColumns: max(integerColumns, other.integerColumns), decimals: max(decimals, other.decimals))
    }
  }

  /// Numbers are never wider than this.
  package static let widest = 8
  /// Room for "-1" even where no number is negative yet, so that nothing moves when one appears.
  package static let narrowest = 2
  fileprivate static let manyDecimals = 99

  /// The exact decimals when they fit into `exactColumns`, else at most `roundedDecimals`.
  ///
  /// - Parameters:
  ///   - exactColumns: The widest that a number is written in full; at most `widest`.
  ///   - narrowest: The least width; 1 only where every column counts.
  ///   - signColumns: Columns before every number that stay free for a sign.
  package init(
    _ needs: Needs, exactColumns: Int = GridFormat.widest, roundedDecimals: Int = 3,
    narrowest: Int = GridFormat.narrowest, signColumns: Int = 0
  ) {
    self.signColumns = signColumns
    let exact = needs.integerColumns + (needs.decimals > 0 ? 1 + needs.decimals : 0)
    if exact <= exactColumns {
      decimals = needs.decimals
      width = max(narrowest, exact) + signColumns
      isRounded = false
    } else {
      let room = exactColumns - needs.integerColumns - 1
      decimals = max(0, min(needs.decimals, roundedDecimals, room))
      width = min(Self.widest, needs.integerColumns + (decimals > 0 ? 1 + decimals : 0)) + signColumns
      isRounded = true
    }
  }

  /// Columns to the right of the units digit, where `·` and `?` stand.
  package var columnsAfterUnits: Int { decimals > 0 ? decimals + 1 : 0 }

  /// The number, right-aligned in `width` columns.
  ///
  /// One that does not fit, or that would look like zero without being it, is written with an exponent: `1.2e8`, `4e-7`.
  package func text(_ value: Float) -> String {
    padded(unpadded(value))
  }

  /// A sign such as `?` where the units digit of a number would stand.
  package func text(sign: String) -> String {
    padded(sign + String(repeating: " ", count: columnsAfterUnits))
  }

  /// The number without blanks before it.
  package func unpadded(_ value: Float) -> String {
    guard value.isFinite else { return NumberText.shortest(value) }
    let width = width - signColumns
    let fixed = NumberText.fixed(value, decimals: decimals)
    let looksLikeZero = value != 0 && fixed?.contains { ("1"..."9").contains($0) } != true
    if let fixed, fixed.count <= width, !looksLikeZero { return fixed }
    return Self.exponentText(value, width: max(width, 4)).flatMap { $0.count <= width ? $0 : nil }
      ?? fixed.flatMap { $0.count <= width ? $0 : nil } ?? String(repeating: "#", count: width)
  }

  private func padded(_ text: String) -> String {
    String(repeating: " ", count: max(0, width - text.count)) + text
  }

  /// `-1.2e8` with as many digits as fit, or nil when not even one does.
  package static func exponentText(_ value: Float, width: Int) -> String? {
    guard value.isFinite, value != 0 else { return nil }
    let (digits, exponent) = scientific(value)
    for count in stride(from: min(digits.count, 4), through: 1, by: -1) {
      var (kept, power) = (Array(digits.prefix(count)), exponent)
      if count < digits.count, digits[count] >= 5 {
        var index = count - 1
        while index >= 0, kept[index] == 9 {
          kept[index] = 0
          index -= 1
        }
        if index >= 0 {
          kept[index] += 1
        } else {
          kept = [1]
          power += 1
        }
      }
      while kept.count > 1, kept.last == 0 { kept.removeLast() }
      let fraction = kept.dropFirst().map(String.init).joined()
      let mantissa = "\(kept[0])" + (fraction.isEmpty ? "" : "." + fraction)
      let text = (value < 0 ? "-" : "") + mantissa + "e\(power)"
      if text.count <= width { return text }
    }
    return nil
  }

  /// The significant digits of the shortest decimal, and the power of ten of the first one.
  private static func scientific(_ value: Float) -> (digits: [Int], exponent: Int) {
    let parts = abs(value).description.split(separator: "e")
    let mantissa = parts[0].split(separator: ".", omittingEmptySubsequences: false)
    var exponent = parts.count > 1 ? Int(parts[1]) ?? 0 : 0
    exponent += mantissa[0].count - 1
    var digits = mantissa.joined().compactMap(\.wholeNumberValue)
    while digits.count > 1, digits.first == 0 {
      digits.removeFirst()
      exponent -= 1
    }
    while digits.count > 1, digits.last == 0 { digits.removeLast() }
    return (digits, exponent)
  }
}
