import Testing

@testable import TerminalKit

@Suite("Texts in columns")
struct AlignmentTests {
  @Test("blanks fill up to a column, counted as a terminal does; what is longer stays as it is")
  func alignment() {
    #expect("7".rightAligned(to: 3) == "  7")
    #expect("7".leftAligned(to: 3) == "7  ")
    #expect("字".rightAligned(to: 3) == " 字")
    #expect("1234".rightAligned(to: 3) == "1234")
    #expect("".leftAligned(to: -1) == "")
  }
}
