import TerminalKit
import Testing

@testable import Workbench

@Suite("Formulas as text")
struct FormulaTextTests {
  private static func pair(_ source: String) -> [String] {
    [FormulaText.plain(source, unicode: true), FormulaText.plain(source, unicode: false)]
  }

  @Test(
    "Formulas of the course in Unicode and in ASCII",
    arguments: [
      (#"\sum_{k=0}^{n-1} w_k x_{i+k}"#, "Σₖ₌₀ⁿ⁻¹ wₖ xᵢ₊ₖ", "sum[k=0]^(n-1) w_k x[i+k]"),
      (
        #"H_{i,j} = U + \sum_{a=-\Delta}^{\Delta} V_{a,b} X_{i+a,j+b}"#,
        "Hᵢⱼ = U + Σ[a=−Δ]^Δ V[a,b] X[i+a,j+b]", "H[i,j] = U + sum[a=-Delta]^Delta V[a,b] X[i+a,j+b]"
      ),
      (#"W_{i,j,k,l}"#, "Wᵢⱼₖₗ", "W[i,j,k,l]"),
      (#"\lfloor (n + 2p - k) / s \rfloor + 1"#, "⌊ (n + 2p − k) / s ⌋ + 1", "floor( (n + 2p - k) / s ) + 1"),
      (
        #"(f * g)(t) = \int f(\tau)\, g(t-\tau)\, d\tau"#, "(f ∗ g)(t) = ∫ f(τ) g(t−τ) dτ",
        "(f * g)(t) = int f(tau) g(t-tau) dtau"
      ),
      (#"\frac{1}{9}"#, "1/9", "1/9"), (#"\frac{a+b}{2}"#, "(a+b)/2", "(a+b)/2"), (#"\sqrt{2}"#, "√2", "sqrt(2)"),
      (#"x^2, k^{\text{out}}, y^T"#, "x², k^out, yᵀ".replacing("^out", with: "ᵒᵘᵗ"), "x^2, k^out, y^T"),
      (#"3 \times 3 \le \infty"#, "3 × 3 ≤ ∞", "3 x 3 <= inf"),
    ])
  func course(source: String, unicode: String, ascii: String) {
    #expect(Self.pair(source) == [unicode, ascii])
  }

  @Test("ASCII is ASCII, and every small letter takes one column")
  func widths() {
    let all =
      #"\alpha\beta\gamma\Delta\sum\prod\int\nabla\partial\ldots\cdots\lceil\rceil\star x_{0123456789+-=()aehijklmnoprstuvx} y^{abcdefghijklmnoprstuvwxyz}"#
    let (unicode, ascii) = (FormulaText.plain(all, unicode: true), FormulaText.plain(all, unicode: false))
    #expect(ascii.utf8.allSatisfy { $0 < 0x80 && $0 >= 0x20 })
    #expect(DisplayWidth.columns(of: unicode) == unicode.count)
    #expect(!unicode.contains("[") && !unicode.contains("^"), "\(unicode)")
  }

  @Test("Whatever is written is some text: braces that do not match, scripts of nothing, commands that are unknown")
  func broken() {
    for source in ["{", "}", "_", "^", "\\", #"\frac"#, #"\frac{1"#, "x_", "{{{", "x_{", "a}b", #"\sqrt"#, "_^_"] {
      _ = Self.pair(source)
    }
    #expect(Self.pair(#"\nonsense{x}"#) == ["nonsensex", "nonsensex"])
    let deep = String(repeating: "{", count: 10_000) + String(repeating: "}", count: 10_000)
    #expect(FormulaText.plain(deep, unicode: true).count <= 20_000)
    #expect(FormulaText.plain(String(repeating: "_", count: 10_000), unicode: true).count <= 40_000)
  }
}
