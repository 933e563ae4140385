import ConvolutionEngine
import Explorer
import Exporting
import Formats
import NCursesTerminal
import Storage
import Workbench

/// Sentences for what files and terminals refuse; the workbench's own are in its `Sentences`.
extension TextTable {
  /// - Parameter file: the file as it was named; the error's own name of it may be shortened.
  func sentence(for error: FormatError, file: String) -> String {
    switch error {
    case .notFound: text(.fileNotFound, named(file))
    case .isDirectory: text(.fileIsFolder, file)
    case .notRegularFile: text(.fileNotRegular, file)
    case .permissionDenied: text(.filePermission, file)
    case .ioError(_, let code): text(.fileNotReadable, file, SystemReason.text(code))
    case .tooLarge(let quantity, let actual, let limit):
      text(key(for: quantity, actual), file, "\(actual)", "\(limit)")
    case .unknownFormat:
      text(.formatUnknown, file, list(GridFormat.catalog.map(\.name)))
    case .otherFormat(_, let expected, let found?): text(.formatOther, file, expected, found)
    case .otherFormat(_, let expected, nil): text(.formatNot, file, expected)
    case .truncated(let format, let expected?, let actual):
      text(.formatTruncated, file, format, "\(expected)", "\(actual)")
    case .truncated(let format, nil, let actual): text(.formatEnds, file, format, "\(actual)")
    case .malformed(let format, let fault, let line, let column):
      text(.formatMalformed, place(file, line, column), format, phrase(for: fault))
    case .unsupported(let format, let feature): text(.formatUnsupported, file, format, phrase(for: feature))
    case .unknownOutputFormat: text(.formatNotWritten, file, list(GridWriter.extensions.map { "." + $0 }))
    }
  }

  func sentence(for error: StorageError) -> String {
    switch error {
    case .notFound(let path): text(.storageNotFound, named(path))
    case .isDirectory(let path): text(.storageIsFolder, path)
    case .notRegularFile(let path): text(.storageNotRegular, path)
    case .notDirectory(let path): text(.storageNotFolder, path)
    case .permissionDenied(let path): text(.storagePermission, path)
    case .noSpace(let path): text(.storageNoSpace, path)
    case .readOnly(let path): text(.storageReadOnly, path)
    case .tooLarge(let path, let actual, let limit): text(.storageTooLarge, path, "\(actual)", "\(limit)")
    case .linkLoop(let path): text(.storageLinkLoop, path)
    case .locked(let path): text(.storageLocked, path)
    case .noHome: text(.storageNoHome)
    case .notOurs(let path): text(.sessionNotOverwritten, path)
    case .exists(let path): text(.storageExists, path)
    case .cancelled(let path): text(.workSaveCancelled, path)
    case .badIdentifier(let identifier): text(.storageBadIdentifier, identifier)
    case .ioError(let path, let code): text(.storageIO, path, SystemReason.text(code))
    }
  }

  /// - Parameter file: the progress file.
  func sentence(for damage: ProgressDamage, file: String) -> String {
    switch damage {
    case .unknownVersion: text(.progressVersion, file)
    case .notUTF8: text(.progressNotUTF8, file)
    case .tooLarge(let limit): text(.progressTooLarge, file, "\(limit)")
    case .badLine(let line): text(.progressBadLine, file, "\(line)")
    case .truncated: text(.progressCut, file)
    }
  }

  /// - Parameter path: a file of progress that was to be taken over.
  func sentence(forImportOf path: String, _ damage: ProgressDamage) -> String {
    switch damage {
    case .unknownVersion, .notUTF8: text(.importNoProgress, path)
    case .tooLarge(let limit): text(.importTooLarge, path, "\(limit)")
    case .badLine(let line): text(.importBadLine, path, "\(line)")
    case .truncated: text(.importCut, path)
    }
  }

  /// - Parameter lesson: the name of the file that is no lesson.
  func sentence(for refusal: LessonFiles.Refusal, lesson: String) -> String {
    switch refusal {
    case .name: text(.refusalName, lesson)
    case .notRegularFile: text(.refusalNotRegular, lesson)
    case .outsideFolder: text(.refusalOutside, lesson)
    case .tooLarge(let limit): text(.refusalTooLarge, lesson, "\(limit)")
    case .tooMany(let limit): text(.refusalTooMany, lesson, "\(limit)")
    case .unreadable(let error): sentence(for: error)
    }
  }

  func sentence(for error: ExportError) -> String {
    switch error {
    case .missingLibrary(.cairo): text(.exportMissingLibrary, "cairo", "libcairo2", "cairo")
    case .missingLibrary(.giflib): text(.exportMissingLibrary, "giflib", "libgif7", "giflib")
    case .refused(let library): text(.exportLibraryRefused, library.rawValue)
    case .tooManyNumbers(let count, let limit): text(.exportTooManyNumbers, "\(count)", "\(limit)")
    case .noCode(let language, let operation): text(.exportNoCode, language.rawValue, operation.rawValue)
    }
  }

  func sentence(for error: TerminalError) -> String {
    switch error {
    case .outputIsNotATerminal: text(.terminalOutput)
    case .inputIsNotATerminal: text(.terminalInput)
    case .unknownTerminalType(let type):
      type.isEmpty ? text(.terminalTypeMissing) : text(.terminalTypeUnknown, type)
    case .terminalTypeTooSimple(let type): text(.terminalTooSimple, type)
    case .alreadyOpen: text(.terminalAlreadyOpen)
    case .systemRefused: text(.terminalRefused)
    }
  }

  /// What became of values that the format cannot hold; nil when nothing was lost.
  func note(on mapping: ValueMapping, file: String) -> String? {
    switch mapping {
    case .exact: nil
    case .rounded: text(.mappingRounded, file)
    case .scaled(let minimum, let maximum, let nonFinite):
      nonFinite == 0
        ? text(.mappingScaled, file, "\(minimum)", "\(maximum)")
        : text(.mappingScaledNonFinite, file, "\(minimum)", "\(maximum)", "\(nonFinite)")
    }
  }

  // MARK: Parts

  /// The name of a file as a sentence shows it: an empty one would leave a hole.
  func named(_ file: String) -> String { file.isEmpty ? "“”" : file }

  private func place(_ file: String, _ line: Int?, _ column: Int?) -> String {
    switch (line, column) {
    case (let line?, let column?): text(.placeLineColumn, file, "\(line)", "\(column)")
    case (let line?, nil): text(.placeLine, file, "\(line)")
    default: file
    }
  }

  private func key(for quantity: FormatQuantity, _ actual: Int) -> TextKey {
    switch quantity {
    case .bytes: .tooManyBytes
    case .header: .headerTooLong
    // The product of the sides overflowed.
    case .values where actual == .max: .valuesUncountable
    case .values: .tooManyValues
    case .side: .sideTooLong
    }
  }

  private func phrase(for fault: FormatFault) -> String {
    switch fault {
    case .header(let what): text(.faultHeader, what)
    case .notANumber(let excerpt): text(.faultNotANumber, excerpt)
    case .outsideFloatRange(let excerpt): text(.faultOutsideRange, excerpt)
    case .cellTooLong(let limit): text(.faultCellTooLong, "\(limit)")
    case .unevenRow(let expected, let actual): text(.faultUnevenRow, "\(expected)", "\(actual)")
    case .sampleAboveMaximum(let sample, let maximum): text(.faultSample, "\(sample)", "\(maximum)")
    case .empty: text(.faultEmpty)
    case .trailingBytes(let count): text(.faultTrailing, "\(count)")
    case .library(let message): message
    }
  }

  private func phrase(for feature: UnsupportedFeature) -> String {
    switch feature {
    case .objectElements: text(.featureObjects)
    case .structuredElements: text(.featureStructures)
    case .elementType(let type): text(.featureElementType, type)
    case .version(let version): text(.featureVersion, "\(version)")
    case .axes(let count, let limit): text(.featureAxes, "\(count)", "\(limit)")
    case .printingColours: text(.featurePrintingColours)
    case .arbitraryMap: text(.featureArbitraryMap)
    case .colors: text(.featureColors)
    case .planes(let count): text(.featurePlanes, "\(count)")
    }
  }
}
