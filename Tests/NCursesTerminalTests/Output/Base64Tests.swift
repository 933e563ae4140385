import Testing

@testable import NCursesTerminal

@Suite("Base64")
struct Base64Tests {
  @Test(
    "The vectors of RFC 4648",
    arguments: [
      ("", ""), ("f", "Zg=="), ("fo", "Zm8="), ("foo", "Zm9v"), ("foob", "Zm9vYg=="), ("fooba", "Zm9vYmE="),
      ("foobar", "Zm9vYmFy"),
    ])
  func vectors(text: String, expected: String) {
    #expect(Base64.encoded(text.utf8) == expected)
  }
}
