import Testing

@testable import Workbench

@Suite("Text tables")
struct TextTableTests {
  @Test("Every language has every text", arguments: Language.allCases)
  func complete(language: Language) {
    #expect(language.texts.missingKeys == [])
    #expect(language.texts.language == language.rawValue)
  }

  @Test("Every language puts in the same arguments as English", arguments: Language.allCases)
  func samePlaceholders(language: Language) {
    for key in TextKey.allCases {
      #expect(
        Self.placeholders(language.texts.text(key)) == Self.placeholders(TextTable.english.text(key)),
        "\(key.rawValue): \(language.texts.text(key))")
    }
  }

  @Test("Only code, numbers and names are the same in Chinese as in English")
  func translated() {
    let same = TextKey.allCases.filter {
      TextTable.simplifiedChinese.text($0) == TextTable.english.text($0)
    }
    #expect(Set(same).subtracting(Self.sameInAllLanguages) == [])
    #expect(Self.sameInAllLanguages.subtracting(same) == [], "these are translated by now")
  }

  @Test("A Chinese sentence ends as Chinese sentences do")
  func punctuation() {
    for key in TextKey.allCases where TextTable.english.text(key).hasSuffix(".") {
      let text = TextTable.simplifiedChinese.text(key)
      #expect(!text.hasSuffix("."), "\(key.rawValue): \(text)")
    }
    for key in TextKey.allCases {
      let text = TextTable.simplifiedChinese.text(key)
      #expect(!text.contains("。 ") && !text.contains("， "), "\(key.rawValue): \(text)")
    }
  }

  @Test("Lists and clauses are joined as the language joins them")
  func joins() {
    #expect(TextTable.english.list(["a", "b", "c"]) == "a, b or c")
    #expect(TextTable.simplifiedChinese.list(["a", "b", "c"]) == "a、b 或 c")
    #expect(TextTable.english.clause(of: "There is none.") == "There is none")
    #expect(TextTable.simplifiedChinese.clause(of: "没有。") == "没有")
    #expect(TextTable.simplifiedChinese.clause(of: "没有") == "没有")
  }

  @Test("placeholders are replaced, and arguments are not looked into")
  func placeholders() {
    let table = TextTable(language: "xx", entries: [.saved: "{1} and {0}, {9} {x}"])
    #expect(table.text(.saved, "{1}", "b") == "b and {1}, {9} {x}")
  }

  /// The numbers between braces.
  private static func placeholders(_ text: String) -> Set<String> {
    Set(
      text.split(separator: "{").compactMap { piece in
        let digits = piece.prefix(while: \.isNumber)
        return !digits.isEmpty && piece.dropFirst(digits.count).hasPrefix("}") ? String(digits) : nil
      })
  }

  /// What is code, a formula, a number, a name, or only arguments.
  private static let sameInAllLanguages: Set<TextKey> = [
    .plainTerm, .plainScaled, .sizeFormula, .sizeFormulaShort, .stackMap, .stackScaleShort, .stackSubstituteSquare,
    .promptSearch, .promptCommand, .mapScaleSigned, .doctorProgramIs, .doctorTypeIs, .doctorColorsAre, .doctorFolderIs,
    .doctorEscape, .doctorLanguageIs, .manualValueFlag, .manualValueShape, .manualValueAxes, .manualValueSides,
    .manualValueNumber, .manualValueFolder, .manualValueNameOrFile, .manualValueName, .manualValueModes,
    .manualValueFile, .manualValueCell, .manualValueLanguage, .manualValueSize, .manualValueTerminal, .manualValueStudy,
    .voiceNumPy, .voicePyTorch, .voiceSwift, .editPreset, .editLoad, .panelShiftDifference,
    .panelShifted, .verbConvolution, .comparedCount, .comparedNumbers, .comparedBareNumbers, .comparedUlps,
    .programName, .titleColors, .channelRed, .channelGreen, .channelBlue, .kernelTurn, .sumOutput, .sumOutputOfFilter,
    .sumChannelShort, .statusInput, .statusInputOfChannel, .statusKernel, .statusWeight, .weightTorch, .weightArticle,
    .mapCividis, .placeColon, .hintReachLess, .hintReachFurther, .denseInputTitle, .denseHiddenTitle,
    .denseKernelTitle, .denseHiddenSliceTitle, .denseInputSliceTitle, .denseSumOwn, .denseSumTied,
  ]
}
