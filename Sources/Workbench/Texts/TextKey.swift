/// The name of every text of the interface; `EnglishTexts` and later tables give the words.
package enum TextKey: String, CaseIterable, Sendable {
  // Panels
  case panelInput
  case panelKernel
  case panelOutput
  case panelLesson
}
