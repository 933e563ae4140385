import ConvolutionEngine
import Formats
import LessonKit
import Storage
import Synchronization
import Workbench

extension Services {
  /// Files for the workbench: grids, progress, lessons.
  static func files(
    shelf: LessonShelf, progress: ProgressFile, recovery: RecoveryKeeper, watch: LessonWatch?, texts: TextTable
  ) -> Services {
    Services(
      saveOutput: { output, path, work throws(ServiceFailure) in
        do throws(Failure) {
          try GridFiles.write(output, to: path, work: work, texts: texts)
        } catch {
          throw ServiceFailure(sentence: error.sentence)
        }
      },
      openGrid: { path, _ throws(ServiceFailure) in try open(path, colors: .luminance, texts: texts) },
      openColorPicture: { path, _ throws(ServiceFailure) in try open(path, colors: .rgb, texts: texts) },
      listFiles: { FileListing.paths(startingWith: $0) },
      export: { session, request, work throws(ServiceFailure) in
        try ExportProcess.export(session, request, work: work, texts: texts)
      },
      sessions: .files(recovery: recovery, texts: texts),
      storeProgress: { value throws(ServiceFailure) in try progress.save(value) },
      exportProgress: { value, path throws(ServiceFailure) in
        do throws(Failure) {
          try ProgressFile.export(value, to: path, texts: texts)
        } catch {
          throw ServiceFailure(sentence: error.sentence)
        }
      },
      importProgress: { path throws(ServiceFailure) in
        do throws(Failure) {
          return try ProgressFile.exported(at: path, texts: texts)
        } catch {
          throw ServiceFailure(sentence: error.sentence)
        }
      },
      loadLessons: { shelf.load() },
      lessonsNotice: { shelf.notice(for: $0, texts: texts) },
      lessonChanges: watch?.fileDescriptor,
      drainLessonChanges: { watch?.hasChanges() ?? false })
  }

  private static func open(
    _ path: String, colors: PictureColors, texts: TextTable
  ) throws(ServiceFailure) -> Tensor {
    // Standard input was read before the screen opened, or is the keyboard.
    guard path != "-" else { throw ServiceFailure(sentence: texts.text(.errorStandardInputTaken)) }
    do throws(Failure) {
      return try GridFiles.read(path, colors: colors, texts: texts)
    } catch {
      throw ServiceFailure(sentence: error.sentence)
    }
  }
}

extension WriteControl {
  /// Gives the file up when the work is, and tells it how much of `bytes` is written.
  static func following(_ work: PendingWork, bytes: Int) -> WriteControl {
    work.begin(total: bytes)
    let reported = Atomic<Int>(0)
    return WriteControl(
      mayGoOn: { written in
        work.advance(by: written - reported.exchange(written, ordering: .relaxed))
        return !work.isCancelled
      },
      mayReplace: { work.commit() })
  }
}
