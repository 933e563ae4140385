import ConvolutionEngine

/// What takes the stage in place of one operator's grids: something that is larger than one window.
///
/// A study is a small value. Every change of one is the edit `ExplorerAction.study` with the whole new value, so that undo,
/// sessions, scripts and lessons need to know nothing more about it.
package enum Study: Equatable, Sendable {
  /// Every input cell joined to every hidden cell, until ties and cuts make a convolution of it.
  case dense(DenseStudy)
  /// Layers one behind the other.
  case stack(StackStudy)

  package var name: StudyName {
    switch self {
    case .dense: .dense
    case .stack: .stack
    }
  }
}

/// The names of the studies, as action texts write them.
package enum StudyName: String, CaseIterable, Sendable {
  case dense, stack

  /// What one begins with.
  package var start: Study {
    switch self {
    case .dense: .dense(DenseStudy())
    case .stack: .stack(StackStudy())
    }
  }
}

extension Study {
  /// Checks what the words alone do not say: whether the layers of a stack fit each other.
  func validate() throws(ExplorerError) {
    guard case .stack(let study) = self else { return }
    do {
      _ = try StackModel(study)
    } catch {
      throw .stack(error)
    }
  }

  /// The words after `study`: the name, then what belongs to that study; none of the latter means the start.
  init(reading words: inout ActionWords) throws(ActionTextError) {
    let name: StudyName = try words.choice(.study)
    guard !words.isAtEnd else {
      self = name.start
      return
    }
    switch name {
    case .dense: self = .dense(try DenseStudy(reading: &words))
    case .stack: self = .stack(try StackStudy(reading: &words))
    }
  }

  /// The words that `init(reading:)` reads back.
  package var text: String {
    switch self {
    case .dense(let study): "\(name.rawValue) \(study.text)"
    case .stack(let study): "\(name.rawValue) \(study.text)"
    }
  }
}
