import Explorer

/// Beyond one layer: what takes the stage in place of the grids.
extension WorkbenchState {
  var studyItems: [Menu.Item] {
    [
      Menu.Item(
        title: texts.text(Self.title(of: nil)), detail: texts.text(.studyNoneDetail), command: .explorer(.study(nil)))
    ]
      + StudyName.allCases.map { name in
        Menu.Item(
          title: texts.text(Self.title(of: name)), detail: texts.text(Self.detail(of: name)),
          command: .explorer(.study(name.start)))
      }
  }

  /// What a study is called; nil is none.
  static func title(of name: StudyName?) -> TextKey {
    switch name {
    case nil: .studyNone
    case .dense?: .studyDense
    case .stack?: .studyStack
    }
  }

  private static func detail(of name: StudyName) -> TextKey {
    switch name {
    case .dense: .studyDenseDetail
    case .stack: .studyStackDetail
    }
  }

  /// Moves the selection of the study on the stage.
  mutating func moveInStudy(_ direction: Command.Direction) -> [Effect] {
    switch explorer.document.study {
    case .dense?: moveInDense(direction)
    case .stack?: moveInStack(direction)
    case nil: []
    }
  }
}
