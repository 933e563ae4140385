/// Why a test's own surroundings (a program, a terminal, a folder) did not do what the test needs, in one sentence.
package struct TestFailure: Error, CustomStringConvertible {
  package let description: String

  package init(_ description: String) {
    self.description = description
  }
}
