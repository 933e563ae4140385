extension TextTable {
  /// The English texts, the one table that other languages follow.
  package static let english = TextTable(
    language: "en",
    entries: [
      .panelInput: "Input",
      .panelKernel: "Kernel",
      .panelOutput: "Output",
      .panelLesson: "Lesson",
    ])
}
