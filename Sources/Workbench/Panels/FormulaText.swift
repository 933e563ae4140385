/// Formulas as a line of text: a small part of TeX in Unicode, or in ASCII where a terminal shows nothing else.
///
/// `\sum_{k=0}^{n-1} w_k x_{i+k}` is Σₖ₌₀ⁿ⁻¹ wₖ xᵢ₊ₖ, and sum[k=0]^(n-1) w_k x[i+k] in ASCII. What has no small form
/// stands in brackets: V[a,b]. A command that is not known shows its name.
struct FormulaText {
  private let source: [Character]
  private let unicode: Bool
  private var index = 0

  /// Deeper braces than anybody reads in a line are shown as they are written.
  private static let depthLimit = 12

  static func plain(_ source: String, unicode: Bool) -> String {
    var reader = FormulaText(source: Array(source), unicode: unicode)
    return reader.sequence(depth: 0, isGroup: false)
  }

  private init(source: [Character], unicode: Bool) {
    self.source = source
    self.unicode = unicode
  }

  private var next: Character? { index < source.count ? source[index] : nil }

  /// Up to the closing brace of a group, or to the end.
  private mutating func sequence(depth: Int, isGroup: Bool) -> String {
    var text = ""
    while let character = next {
      if isGroup, character == "}" {
        index += 1
        break
      }
      switch character {
      case "_", "^":
        index += 1
        text += script(character, argument(depth: depth))
      case "&": index += 1
      // A thin space of the source beside a blank is one blank.
      case " " where text.last == " ": index += 1
      default: text += atom(depth: depth)
      }
    }
    return text
  }

  /// A character, a command with what belongs to it, or the inside of braces.
  private mutating func atom(depth: Int) -> String {
    guard let character = next else { return "" }
    index += 1
    switch character {
    case "{":
      guard depth < Self.depthLimit else { return "{" }
      return sequence(depth: depth + 1, isGroup: true)
    case "\\": return command(depth: depth)
    default: return Self.signs[character].map { unicode ? $0.unicode : $0.ascii } ?? String(character)
    }
  }

  /// What a command or a script applies to.
  private mutating func argument(depth: Int) -> String {
    while next == " " { index += 1 }
    return atom(depth: depth)
  }

  private mutating func command(depth: Int) -> String {
    var name = ""
    while let letter = next, letter.isASCII, letter.isLetter {
      name.append(letter)
      index += 1
    }
    guard !name.isEmpty else {
      guard let sign = next else { return "" }
      index += 1
      return [",", ";", ":", " ", "!"].contains(sign) ? " " : sign == "\\" ? "\n" : String(sign)
    }
    switch name {
    case "frac":
      let (above, below) = (argument(depth: depth), argument(depth: depth))
      return Self.enclosed(above) + "/" + Self.enclosed(below)
    case "sqrt":
      let inside = argument(depth: depth)
      return unicode ? "√" + Self.enclosed(inside) : "sqrt(\(inside))"
    case "text", "mathrm", "mathbf", "operatorname": return argument(depth: depth)
    case "left", "right": return ""
    default:
      guard let sign = Self.commands[name] else { return name }
      return unicode ? sign.unicode : sign.ascii
    }
  }

  /// In parentheses unless it is one number or name.
  private static func enclosed(_ text: String) -> String {
    text.allSatisfy { $0.isLetter || $0.isNumber || $0 == "." } ? text : "(\(text))"
  }

  private func script(_ mark: Character, _ text: String) -> String {
    let isBelow = mark == "_"
    if unicode {
      let small = isBelow ? Self.below : Self.above
      // Indices of one letter each are written side by side.
      let parts = text.split(separator: ",").map { $0.filter { $0 != " " } }
      let joined = parts.count > 1 && parts.allSatisfy { $0.count == 1 } ? parts.joined() : text
      let characters = joined.map { small[$0] }
      if !characters.isEmpty, !characters.contains(nil) { return String(characters.compactMap { $0 }) }
    }
    let isSimple = !text.isEmpty && text.allSatisfy { $0.isLetter || $0.isNumber }
    if isBelow { return isSimple && !unicode ? "_\(text)" : "[\(text)]" }
    return isSimple ? "^\(text)" : "^(\(text))"
  }

  private typealias Sign = (unicode: String, ascii: String)

  private static let signs: [Character: Sign] = ["-": ("−", "-"), "*": ("∗", "*"), "'": ("′", "'")]

  private static let commands: [String: Sign] = {
    var commands: [String: Sign] = [
      "sum": ("Σ", "sum"), "prod": ("Π", "prod"), "int": ("∫", "int"), "infty": ("∞", "inf"), "cdot": ("·", "*"),
      "times": ("×", "x"), "ast": ("∗", "*"), "star": ("⋆", "*"), "pm": ("±", "+-"), "le": ("≤", "<="),
      "leq": ("≤", "<="), "ge": ("≥", ">="), "geq": ("≥", ">="), "ne": ("≠", "!="), "neq": ("≠", "!="),
      "approx": ("≈", "~"), "to": ("→", "->"), "in": ("∈", "in"), "lfloor": ("⌊", "floor("), "rfloor": ("⌋", ")"),
      "lceil": ("⌈", "ceil("), "rceil": ("⌉", ")"), "partial": ("∂", "d"), "nabla": ("∇", "grad"),
      "ldots": ("…", "..."), "dots": ("…", "..."), "cdots": ("⋯", "..."), "quad": ("  ", "  "), "max": ("max", "max"),
      "min": ("min", "min"), "exp": ("exp", "exp"), "log": ("log", "log"), "equiv": ("≡", "=="),
    ]
    let greek = [
      "alpha": "α", "beta": "β", "gamma": "γ", "delta": "δ", "epsilon": "ε", "eta": "η", "theta": "θ", "lambda": "λ",
      "mu": "μ", "pi": "π", "rho": "ρ", "sigma": "σ", "tau": "τ", "phi": "φ", "omega": "ω", "Gamma": "Γ", "Delta": "Δ",
      "Theta": "Θ", "Lambda": "Λ", "Sigma": "Σ", "Phi": "Φ", "Omega": "Ω",
    ]
    for (name, letter) in greek { commands[name] = (letter, name) }
    return commands
  }()

  private static let below = Dictionary(
    uniqueKeysWithValues: zip(
      "0123456789+-−=()aehijklmnoprstuvxβγρφχ", "₀₁₂₃₄₅₆₇₈₉₊₋₋₌₍₎ₐₑₕᵢⱼₖₗₘₙₒₚᵣₛₜᵤᵥₓᵦᵧᵨᵩᵪ"))
  private static let above = Dictionary(
    uniqueKeysWithValues: zip(
      "0123456789+-−=()abcdefghijklmnoprstuvwxyzT", "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁻⁼⁽⁾ᵃᵇᶜᵈᵉᶠᵍʰⁱʲᵏˡᵐⁿᵒᵖʳˢᵗᵘᵛʷˣʸᶻᵀ"))
}
