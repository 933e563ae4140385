import Explorer
import Workbench

/// What stands after `--study`, written as after `:study`.
enum StudyOption {
  /// - Returns: what opens the study; nothing when none was asked for.
  /// - Throws: `Failure` with `usage` for a study that there is not.
  static func actions(_ study: String?, texts: TextTable) throws(Failure) -> [ExplorerAction] {
    guard let study else { return [] }
    do throws(ActionTextError) {
      return [try ExplorerAction(text: "study \(study)")]
    } catch {
      throw Failure(
        status: .usage, sentence: texts.text(.errorOptionIs, "--study", study, texts.sentence(for: error)))
    }
  }
}
