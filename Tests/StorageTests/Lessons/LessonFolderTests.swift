import TestSupport
import Testing

@testable import Storage

#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

@Suite struct LessonFolderTests {
  @Test("The folders are tried in the order: asked for, environment, installed, checkout")
  func order() throws {
    let root = try TemporaryFolder()
    try root.write("", to: "asked/x")
    try root.write("", to: "named/x")
    try root.write("", to: "share/convoscope/Lessons/x")
    try root.write("", to: "Package.swift")
    try root.write("", to: "Lessons/x")
    let program = try root.write("", to: "bin/convoscope")
    let deep = try root.write("", to: ".build/debug/product/convoscope")
    let named = ["CONVOSCOPE_LESSONS": root.path("named")]

    let find = LessonFolder.find(explicit:environment:executable:)
    #expect(try find(root.path("asked"), named, program) == root.path("asked"))
    #expect(try find(nil, named, program) == root.path("named"))
    #expect(try find(nil, ["CONVOSCOPE_LESSONS": ""], program) == root.path("share/convoscope/Lessons"))
    #expect(try find(nil, [:], deep) == root.path("Lessons"))
  }

  @Test("A link to the program finds what stands beside the program")
  func link() throws {
    let root = try TemporaryFolder()
    try root.write("", to: "opt/share/convoscope/Lessons/x")
    let program = try root.write("", to: "opt/bin/convoscope")
    try root.write("", to: "home/bin/x")
    #expect(symlink(program, root.path("home/bin/convoscope")) == 0)
    let found = try LessonFolder.find(explicit: nil, environment: [:], executable: root.path("home/bin/convoscope"))
    #expect(found == root.path("opt/share/convoscope/Lessons"))
  }

  @Test("A folder that was named and is none is an error, not passed over")
  func named() throws {
    let root = try TemporaryFolder()
    let file = try root.write("", to: "file")
    let missing = root.path("missing")
    #expect(throws: StorageError.notFound(path: missing)) {
      try LessonFolder.find(explicit: missing, environment: [:], executable: nil)
    }
    #expect(throws: StorageError.notDirectory(path: file)) {
      try LessonFolder.find(explicit: nil, environment: ["CONVOSCOPE_LESSONS": file], executable: nil)
    }
  }

  @Test("Lessons without Package.swift beside them are somebody else's")
  func foreign() throws {
    let root = try TemporaryFolder()
    try root.write("", to: "Lessons/x")
    let program = try root.write("", to: "bin/convoscope")
    #expect(try LessonFolder.find(explicit: nil, environment: [:], executable: program) == nil)
    #expect(try LessonFolder.find(explicit: nil, environment: [:], executable: "/nowhere") == nil)
  }
}
