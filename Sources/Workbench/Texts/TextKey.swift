/// The name of every text of the interface; `EnglishTexts` and later tables give the words.
package enum TextKey: String, CaseIterable, Sendable {
  // Panels
  case panelInput
  case panelKernel
  case panelOutput
  case panelLesson

  // Axes, as in "9 rows" and "a vertical stride"
  case axisRows
  case axisColumns
  case axisVertical
  case axisHorizontal

  // Why shapes and parameters were refused
  case errorStride
  case errorDilation
  case errorPadding
  case errorEmptyInput
  case errorEmptyKernel
  case errorExtent
  case errorKernelDoesNotFit
  case errorPaddingModeDoesNotFit
  case errorChannelMismatch
  case errorBiasMismatch
  case errorNegativeSide
  case errorShapeTooLarge
  case errorValueCount
  case errorMissingOperand
  case errorCoordinate
  case errorUnknownParameter
  case errorOutputTooLarge

  // Why an action was refused
  case errorNoSuchCell
  case errorNoSuchChannel
  case errorUnknownPreset
  case errorUnknownPresetNear
  case errorSpeed
  case errorSize
  case errorNothingToUndo
  case errorNothingToRedo
  case errorActionWord
  case errorActionEnd
  case listOr
}
