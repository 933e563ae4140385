/// The lesson that the tests of its flow share.
enum FlowLesson {
  /// A lesson of three pages: reach a cell, predict a value, read.
  static func file(
    title: String = "First", id: String = "first", number: Int = 1, more: String = ""
  ) -> (name: String, text: [UInt8]) {
    let text = """
      ---
      id: \(id)
      number: \(number)
      title: \(title.contains(":") ? "\"\(title)\"" : title)
      \(more)---

      ## Reach

      ```setup
      - preset kernel sobel-x
      ```

      ```task
      id: reach
      prompt: Go there.
      check: {reach: {row: 0, column: 2}}
      hints: [Right., Twice.]
      solution: {actions: [jump 0 2]}
      explanation: There.
      ```

      ## Predict

      ```setup
      - preset kernel identity
      - set padding 1
      ```

      ```task
      id: predict
      prompt: What is next?
      check: {predict: next}
      hints: [Look., It is 0.]
      solution: {answer: "0"}
      explanation: Yes.
      ```

      ## Read

      The end.

      """
    return ("\(id).md", Array(text.utf8))
  }
}
