import Testing

@testable import Storage

@Suite struct PathTests {
  @Test(
    "The parent of a path",
    arguments: [
      ("a/b/c", "a/b"), ("/a", "/"), ("a", "."), ("/", "/"), ("/a/b/", "/a"),
      ("//a", "/"), ("a//b", "a"),
    ])
  func parts(path: String, parent: String) {
    #expect(Path.parent(of: path) == parent)
  }

  @Test("An absolute name stands for itself")
  func join() {
    #expect(Path.join("/a", "b") == "/a/b")
    #expect(Path.join("/", "b") == "/b")
    #expect(Path.join("a", "/b") == "/b")
  }
}
