import Storage
import Workbench
import YAMLText

/// `config.yaml` in the person's configuration folder.
enum SettingsFile {
  /// What is set there, and a sentence about what is wrong.
  typealias Reading = (settings: UserSettings, complaint: String?)

  /// More than anybody sets by hand.
  private static let byteLimit = 64 << 10

  /// Nothing set and no sentence where there is no file.
  static func read(texts: TextTable) -> Reading {
    let environment = ProcessEnvironment.variables(["HOME", "XDG_STATE_HOME", "XDG_CONFIG_HOME", "XDG_DATA_HOME"])
    guard let folders = try? XDGFolders(environment: environment) else { return (UserSettings(), nil) }
    return read(path: folders.settingsFile, texts: texts)
  }

  private static func read(path: String, texts: TextTable) -> Reading {
    let bytes: [UInt8]
    do throws(StorageError) {
      guard let found = try SmallFile.read(path, limit: byteLimit) else { return (UserSettings(), nil) }
      bytes = found
    } catch {
      return (UserSettings(), texts.sentence(for: error))
    }
    guard let text = String(validating: bytes, as: UTF8.self) else {
      return (UserSettings(), texts.text(.settingNotUTF8, path))
    }
    do throws(YAMLError) {
      let entries = try YAMLValue(text).leaves().map { leaf in
        UserSettings.Entry(path: leaf.path, text: leaf.text, line: leaf.line)
      }
      var problems: [UserSettings.Problem] = []
      let settings = UserSettings(entries, problems: &problems)
      return (settings, problems.first.map { texts.sentence(for: $0, in: path, count: problems.count) })
    } catch {
      let place = error.line.map { "\($0)" } ?? "1"
      return (UserSettings(), texts.text(.settingProblem, path, place, texts.phrase(for: error.reason)))
    }
  }
}
