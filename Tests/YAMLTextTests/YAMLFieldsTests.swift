import Testing

@testable import YAMLText

@Suite struct YAMLFieldsTests {
  private func fields(_ text: String) throws(YAMLError) -> YAMLFields {
    try YAMLFields(try YAMLValue(text), name: "layer", known: ["a", "b"])
  }

  @Test("Known fields are found by name, in the order of the text")
  func found() throws {
    let fields = try fields("\nb: 2\na: 1")
    #expect(fields.line == 2)
    #expect(fields.names == ["b", "a"])
    #expect(fields["a"]?.content == .scalar("1"))
    #expect(fields["a"]?.line == 3)
    #expect(fields["c"] == nil)
    #expect(try fields.required("b").text("b") == "2")
  }

  @Test("Unknown and missing fields, and what is no mapping, are refused with their line")
  func refused() {
    #expect(throws: YAMLError(line: 2, reason: .unknownField("c", known: ["a", "b"]))) { try fields("a: 1\nc: 2") }
    #expect(throws: YAMLError(line: 1, reason: .missingField("b"))) { try fields("a: 1").required("b") }
    #expect(throws: YAMLError(line: 1, reason: .wrongKind(field: "layer", expected: .mapping))) { try fields("- a") }
  }
}

@Suite struct YAMLValueReadingTests {
  @Test("Values are read as what they are asked for")
  func kinds() throws {
    #expect(try YAMLValue("'7'").text("n") == "7")
    #expect(try YAMLValue("[1, 2]").list("n").map(\.content) == [.scalar("1"), .scalar("2")])
    #expect(try YAMLValue("-7").wholeNumber("n", in: -7...7) == -7)
    #expect(try YAMLValue("1e-5").number("n", in: 0...1) == 1e-5)
    #expect(try YAMLValue("2").number("n", in: 0...2) == 2)
    #expect(try YAMLValue("true").flag("n"))
    #expect(try YAMLValue("false").flag("n") == false)
  }

  @Test("What is of another kind is refused with the kind that was expected")
  func wrongKinds() {
    func wrong(_ expected: YAMLError.Kind) -> YAMLError {
      YAMLError(line: 2, reason: .wrongKind(field: "n", expected: expected))
    }
    for text in ["\n[a]", "\na: b"] {
      #expect(throws: wrong(.text)) { try YAMLValue(text).text("n") }
      #expect(throws: wrong(.text)) { try YAMLValue(text).flag("n") }
    }
    for text in ["\na", "\na: b"] { #expect(throws: wrong(.list)) { try YAMLValue(text).list("n") } }
    for text in ["\n[1]", "\n1.5", "\none", "\n99999999999999999999"] {
      #expect(throws: wrong(.wholeNumber)) { try YAMLValue(text).wholeNumber("n", in: 0...9) }
    }
    for text in ["\n[1]", "\none", "\nnan", "\n.inf", "\n0x1p3", "\n''"] {
      #expect(throws: wrong(.number)) { try YAMLValue(text).number("n", in: 0...9) }
    }
  }

  @Test("What is of the right kind and not allowed is refused with the value")
  func badValues() {
    func bad(_ value: String) -> YAMLError { YAMLError(line: 1, reason: .badValue(field: "n", value: value)) }
    for text in ["0", "10"] { #expect(throws: bad(text)) { try YAMLValue(text).wholeNumber("n", in: 1...9) } }
    for text in ["-0.1", "1.01"] { #expect(throws: bad(text)) { try YAMLValue(text).number("n", in: 0...1) } }
    #expect(throws: bad("1e400")) { try YAMLValue("1e400").number("n", in: 0 ... .infinity) }
    for text in ["yes", "True", "1"] { #expect(throws: bad(text)) { try YAMLValue(text).flag("n") } }
  }
}
