import ConvolutionEngine
import Explorer

/// A line of the `:` prompt: the words it begins with, what may follow, and what it does. Completion and the palette read
/// this table; a test holds it against what `run(line:)` understands.
package struct LineCommand: Sendable {
  package let words: String
  package let argument: Argument
  package let help: TextKey

  /// What follows the words.
  package enum Argument: Equatable, Sendable {
    /// Nothing has to.
    case none
    /// A path.
    case file
    /// One of the names that a list gives for a state.
    case name(NameList)
    /// Something that nothing can be offered for, such as a number.
    case text
  }

  /// Where names come from.
  package enum NameList: String, CaseIterable, Sendable {
    case kernels, inputs, operators, voices, lessons, studies, paddings, paddingModes, booleans
    case views, colorMaps, scalings, signalModes, comparisons, shiftFills
  }

  init(_ words: String, _ argument: Argument = .none, _ help: TextKey) {
    self.words = words
    self.argument = argument
    self.help = help
  }
}

package enum LineCommandCatalog {
  /// In the order in which the palette lists them.
  package static let all: [LineCommand] = [
    LineCommand("kernel", .name(.kernels), .lineKernel),
    LineCommand("input", .name(.inputs), .lineInput),
    LineCommand("operator", .name(.operators), .lineOperator),
    LineCommand("stride", .text, .lineStride),
    LineCommand("padding", .name(.paddings), .linePadding),
    LineCommand("padding-mode", .name(.paddingModes), .linePaddingMode),
    LineCommand("dilation", .text, .lineDilation),
    LineCommand("groups", .text, .lineGroups),
    LineCommand("flip", .name(.booleans), .lineFlip),
    LineCommand("resize input", .text, .lineResizeInput),
    LineCommand("resize kernel", .text, .lineResizeKernel),
    LineCommand("filters", .text, .lineFilters),
    LineCommand("channels", .text, .lineChannels),
    LineCommand("jump", .text, .lineJump),
    LineCommand("speed", .text, .lineSpeed),
    LineCommand("voice", .name(.voices), .lineVoice),
    LineCommand("view", .name(.views), .keyView),
    LineCommand("map", .name(.colorMaps), .keyColorMap),
    LineCommand("scale", .name(.scalings), .keyScaling),
    LineCommand("mode", .name(.signalModes), .lineMode),
    LineCommand("dt", .text, .lineDt),
    LineCommand("gather", .none, .lineGather),
    LineCommand("scatter", .none, .lineScatter),
    LineCommand("overlap", .none, .lineOverlap),
    LineCommand("kernels", .text, .lineKernels),
    LineCommand("compare", .name(.comparisons), .lineCompare),
    LineCommand("target", .none, .lineTarget),
    LineCommand("target off", .none, .lineTargetOff),
    LineCommand("fit", .none, .lineFit),
    LineCommand("tolerance", .text, .lineTolerance),
    LineCommand("next-difference", .none, .lineNextDifference),
    LineCommand("shift-fill", .name(.shiftFills), .lineShiftFill),
    LineCommand("predict", .none, .linePredict),
    LineCommand("study", .name(.studies), .lineStudy),
    LineCommand("open", .file, .lineOpen),
    LineCommand("open color", .file, .lineOpenColor),
    LineCommand("open kernel", .file, .lineOpenKernel),
    LineCommand("save", .file, .lineSave),
    LineCommand("export", .file, .lineExport),
    LineCommand("export numpy", .file, .lineExportNumPy),
    LineCommand("export pytorch", .file, .lineExportPyTorch),
    LineCommand("export swift", .file, .lineExportSwift),
    LineCommand("session save", .file, .lineSessionSave),
    LineCommand("session open", .file, .lineSessionOpen),
    LineCommand("history", .none, .lineHistory),
    LineCommand("recompute", .none, .lineRecompute),
    LineCommand("cancel", .none, .lineCancel),
    LineCommand("undo", .none, .keyUndo),
    LineCommand("redo", .none, .keyRedo),
    LineCommand("lesson", .name(.lessons), .lineLesson),
    LineCommand("lessons", .none, .keyLessons),
    LineCommand("skip-task", .none, .keySkipTask),
    LineCommand("follow-link", .none, .keyFollowLink),
    LineCommand("free", .none, .keyToggleLesson),
    LineCommand("reset-lesson", .none, .lineResetLesson),
    LineCommand("reset-progress", .none, .lineResetProgress),
    LineCommand("progress export", .file, .lineProgressExport),
    LineCommand("progress import", .file, .lineProgressImport),
    LineCommand("help", .none, .keyHelp),
    LineCommand("q", .none, .keyQuit),
    LineCommand("q!", .none, .lineQuitWithoutAsking),
  ]
}

extension WorkbenchState {
  /// The names of a list, as they stand now.
  func names(in list: LineCommand.NameList) -> [String] {
    switch list {
    case .kernels: kernelPresets.map(\.name)
    case .inputs: InputPreset.all.map(\.name)
    case .operators: SteppableOperators.all.map(\.rawValue)
    case .voices: Voice.allCases.map(\.rawValue)
    case .lessons: library.lessons.map(\.id)
    case .studies: ["none"] + StudyName.allCases.map(\.rawValue)
    case .paddings: ["same", "valid", "0", "1", "2"]
    case .paddingModes: PaddingMode.allCases.map(\.rawValue)
    case .booleans: ["true", "false"]
    case .views: GridView.allCases.map(\.rawValue)
    case .colorMaps: ColorMap.allCases.map(\.rawValue)
    case .scalings: ["local", "global", "fixed 0 1", "clamped"]
    case .comparisons: comparisonNames
    case .shiftFills: ShiftFill.allCases.map(\.rawValue)
    case .signalModes: SignalMode.allCases.map(\.rawValue)
    }
  }
}
