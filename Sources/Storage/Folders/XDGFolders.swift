/// Where the program keeps what is the user's, by the XDG Base Directory Specification 0.8.
///
/// The environment comes in as a value, so nothing here depends on the process.
package struct XDGFolders: Equatable, Sendable {
  /// Progress and recovery copies.
  package let state: String
  package let config: String
  package let data: String

  /// What a person has set by hand.
  package var settingsFile: String { Path.join(config, "config.yaml") }

  /// A variable that is unset, empty or relative does not count; its default lies under `HOME`.
  /// - Throws: `noHome` when a default is needed and `HOME` is not an absolute path.
  package init(environment: [String: String]) throws(StorageError) {
    state = try Self.folder("XDG_STATE_HOME", under: ".local/state", environment)
    config = try Self.folder("XDG_CONFIG_HOME", under: ".config", environment)
    data = try Self.folder("XDG_DATA_HOME", under: ".local/share", environment)
  }

  private static func folder(
    _ variable: String, under fallback: String, _ environment: [String: String]
  ) throws(StorageError) -> String {
    if let value = environment[variable], value.hasPrefix("/") { return Path.join(value, "convoscope") }
    guard let home = environment["HOME"], home.hasPrefix("/") else { throw .noHome }
    return Path.join(Path.join(home, fallback), "convoscope")
  }

  /// Makes a folder of ours and those above it that are missing, for the owner alone, as the specification asks.
  package static func create(_ folder: String) throws(StorageError) {
    try FileSystem.createFolder(folder, mode: 0o700)
  }

  /// Whether there is a folder of ours, or there could be one.
  package enum Condition: Equatable, Sendable {
    case writable, missing, refused
  }

  /// Looks at a folder of ours and changes nothing. One that is missing can be made when the nearest one above it that
  /// is there can be written.
  package static func condition(of folder: String) -> Condition {
    guard FileSystem.kind(of: folder) == .nothing else {
      return FileSystem.kind(of: folder) == .folder && FileSystem.isWritable(folder) ? .writable : .refused
    }
    var above = Path.parent(of: folder)
    while FileSystem.kind(of: above) == .nothing, above != Path.parent(of: above) { above = Path.parent(of: above) }
    return FileSystem.kind(of: above) == .folder && FileSystem.isWritable(above) ? .missing : .refused
  }
}
