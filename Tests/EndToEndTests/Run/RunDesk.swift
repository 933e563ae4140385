import Foundation
import TestSupport
import Testing

/// A folder with arrays in which `convoscope run` works.
struct RunDesk {
  let folder: TemporaryFolder

  /// - Parameter files: arrays by the names of their files.
  init(_ files: [String: NPYFile] = [:]) throws {
    folder = try TemporaryFolder()
    for (name, file) in files { try folder.write(file.bytes, to: name) }
  }

  /// Runs the program with this line of words, in the folder.
  func run(_ line: String, input: [UInt8] = []) throws -> ProgramRun {
    try run(line.split(separator: " ").map(String.init), input: input)
  }

  func run(_ words: [String], input: [UInt8] = []) throws -> ProgramRun {
    try TestSupport.run(Checkout.binary(), ["run"] + words, input: input, in: folder.path, patience: 60)
  }

  /// The array that a line writes; `--output` is added to it.
  func output(_ line: String) throws -> NPYFile {
    let answer = try run(line + " --output -")
    try #require(answer.status == 0, "\(line): \(answer.standardError)")
    #expect(answer.standardError == "")
    return try NPYFile(reading: answer.standardOutputBytes)
  }

  /// The names and contents of all files.
  func contents() throws -> [String: [UInt8]] {
    let names = try FileManager.default.contentsOfDirectory(atPath: folder.path)
    return try Dictionary(uniqueKeysWithValues: names.map { ($0, try folder.read($0)) })
  }

  /// Expects a line to end with `status`, one sentence that says `facts`, and nothing written: no file, no number on
  /// standard output, and the old output as it was.
  func expectRefusal(
    _ line: String, _ status: Int32, _ facts: [String], sourceLocation: SourceLocation = #_sourceLocation
  ) throws {
    try folder.write("the old output", to: "kept.npy")
    let before = try contents()
    let answer = try run("--output kept.npy " + line)
    let sentence = answer.standardError
    #expect(answer.status == status, "\(line): \(sentence)", sourceLocation: sourceLocation)
    #expect(answer.standardOutput == "", sourceLocation: sourceLocation)
    #expect(
      sentence.hasSuffix(".\n") && sentence.count(where: \.isNewline) == 1, "\(line): \(sentence)",
      sourceLocation: sourceLocation)
    #expect(
      answer.standardErrorBytes.dropLast().allSatisfy { $0 >= 0x20 && $0 != 0x7F }, "\(line): \(sentence)",
      sourceLocation: sourceLocation)
    for fact in facts { #expect(sentence.contains(fact), "\(line): \(sentence)", sourceLocation: sourceLocation) }
    #expect(try contents() == before, "\(line)", sourceLocation: sourceLocation)
  }
}
