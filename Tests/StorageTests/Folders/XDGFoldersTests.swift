import TestSupport
import Testing

@testable import Storage

@Suite struct XDGFoldersTests {
  @Test("Without variables the folders lie under HOME")
  func defaults() throws {
    let folders = try XDGFolders(environment: ["HOME": "/home/ada", "XDG_DATA_HOME": ""])
    #expect(folders.state == "/home/ada/.local/state/convoscope")
    #expect(folders.config == "/home/ada/.config/convoscope")
    #expect(folders.data == "/home/ada/.local/share/convoscope")
  }

  @Test("Absolute variables count, relative ones do not")
  func variables() throws {
    let folders = try XDGFolders(
      environment: ["HOME": "/h", "XDG_STATE_HOME": "/s/", "XDG_CONFIG_HOME": "conf", "XDG_DATA_HOME": "/d"])
    #expect(folders.state == "/s/convoscope")
    #expect(folders.config == "/h/.config/convoscope")
    #expect(folders.data == "/d/convoscope")
  }

  @Test("HOME is missed only where it is needed")
  func noHome() throws {
    #expect(throws: StorageError.noHome) { try XDGFolders(environment: [:]) }
    #expect(throws: StorageError.noHome) { try XDGFolders(environment: ["HOME": "home"]) }
    let all = ["XDG_STATE_HOME": "/s", "XDG_CONFIG_HOME": "/c", "XDG_DATA_HOME": "/d"]
    #expect(try XDGFolders(environment: all).config == "/c/convoscope")
  }

  @Test("A folder is made with those above it, and making it again is fine")
  func create() throws {
    let folder = try TemporaryFolder()
    let path = folder.path("a/b/c")
    try XDGFolders.create(path)
    try XDGFolders.create(path)
    #expect(FileSystem.kind(of: path) == .folder)
    try folder.write("", to: "file")
    #expect(throws: StorageError.notDirectory(path: folder.path("file"))) {
      try XDGFolders.create(folder.path("file/d"))
    }
  }
}
