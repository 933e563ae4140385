import Explorer
import LessonKit

extension WorkbenchState {
  /// Says it when a task of shape golf that is solved already was solved with fewer.
  ///
  /// - Parameter best: the best score before the last action.
  mutating func tellGolf(after best: Int?) {
    guard let best, lesson?.isTaskSolved == true, let standing = lesson?.golfStanding(in: explorer),
      let now = standing.best, now < best
    else { return }
    let score = texts.text(LabText.name(of: standing.score), "\(now)")
    let key: TextKey =
      now > standing.par ? .golfBetter : now == standing.par ? .golfBetterAtPar : .golfBetterBelowPar
    message = StatusMessage(text: texts.text(key, score, "\(standing.par)"), kind: .success)
  }
}
