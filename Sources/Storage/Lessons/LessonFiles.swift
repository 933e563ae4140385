/// The lesson files of one folder, and those that were refused.
package struct LessonFiles: Equatable, Sendable {
  package struct File: Equatable, Sendable {
    /// Such as `01-sliding-window.md`.
    package let name: String
    package let bytes: [UInt8]
  }

  /// Why a file beside the lessons is none.
  package enum Refusal: Equatable, Sendable {
    /// The name is not two digits, a dash, `a-z 0-9 -` and `.md`.
    case name
    case notRegularFile
    /// A link that leads out of the folder or nowhere.
    case outsideFolder
    case tooLarge(limit: Int)
    /// There are `limit` lessons before this one already.
    case tooMany(limit: Int)
    case unreadable(StorageError)
  }

  package struct RefusedFile: Equatable, Sendable {
    package let name: String
    package let reason: Refusal
  }

  /// In the order of their names.
  package let files: [File]
  package let refused: [RefusedFile]

  package static let largestFile = 1 << 20
  /// A guide for authors may stand beside the lessons.
  package static let guideName = "README.md"
  package static let mostFiles = 500

  /// Reads every `NN-slug.md` of `folder`. Hidden files, the guide and those that do not end in `.md` are nobody's mistake and
  /// are passed over in silence; one bad file never hides the others.
  package static func read(folder: String) throws(StorageError) -> LessonFiles {
    var files: [File] = []
    var refused: [RefusedFile] = []
    guard let root = FileSystem.resolved(folder) else { throw .notFound(path: folder) }
    for name in try FileSystem.names(in: root)
    where name.hasSuffix(".md") && !name.hasPrefix(".") && name != guideName {
      switch read(name, in: root, after: files.count) {
      case .success(let file): files.append(file)
      case .failure(let reason): refused.append(RefusedFile(name: name, reason: reason.refusal))
      }
    }
    return LessonFiles(files: files, refused: refused)
  }

  private struct Refused: Error { let refusal: Refusal }

  private static func read(_ name: String, in root: String, after count: Int) -> Result<File, Refused> {
    func refuse(_ refusal: Refusal) -> Result<File, Refused> { .failure(Refused(refusal: refusal)) }
    guard isLessonName(name) else { return refuse(.name) }
    guard count < mostFiles else { return refuse(.tooMany(limit: mostFiles)) }
    guard let path = FileSystem.resolved(Path.join(root, name)) else { return refuse(.outsideFolder) }
    guard path.hasPrefix(root == "/" ? root : root + "/") else { return refuse(.outsideFolder) }
    guard FileSystem.kind(of: path) == .file else { return refuse(.notRegularFile) }
    do throws(StorageError) {
      return .success(File(name: name, bytes: try FileSystem.read(path, limit: largestFile)))
    } catch {
      switch error {
      case .tooLarge: return refuse(.tooLarge(limit: largestFile))
      case .isDirectory, .notRegularFile: return refuse(.notRegularFile)
      default: return refuse(.unreadable(error))
      }
    }
  }

  /// The text of the authors' guide in `folder`, if it is a regular file of text.
  package static func guide(in folder: String) throws(StorageError) -> String? {
    let path = Path.join(folder, guideName)
    guard FileSystem.kind(of: path) == .file else { return nil }
    return String(validating: try FileSystem.read(path, limit: largestFile), as: UTF8.self)
  }

  /// Two digits, a dash, and a slug of `a-z 0-9 -` that neither begins nor ends with a dash.
  package static func isLessonName(_ name: String) -> Bool {
    let bytes = Array(name.utf8)
    guard name.hasSuffix(".md"), bytes.count > 6, bytes.count <= 100 else { return false }
    let isDigit: (UInt8) -> Bool = { $0 >= 0x30 && $0 <= 0x39 }
    let slug = bytes[3..<bytes.count - 3]
    return isDigit(bytes[0]) && isDigit(bytes[1]) && bytes[2] == UInt8(ascii: "-")
      && slug.first != UInt8(ascii: "-") && slug.last != UInt8(ascii: "-")
      && slug.allSatisfy { isDigit($0) || ($0 >= 0x61 && $0 <= 0x7A) || $0 == UInt8(ascii: "-") }
  }
}
