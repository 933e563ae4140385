import Foundation
import TestSupport
import Testing

@Suite("convoscope --output")
struct OutputOptionTests {
  @Test("The output is written in the format of the name, and no screen opens")
  func csv() throws {
    let folder = try TemporaryFolder()
    try folder.write("1,2,3\n4,5,6\n", to: "in.csv")
    let answer = try run(
      Checkout.binary(), ["in.csv", "--kernel", "edge-1x2", "--output", "out.csv"], in: folder.path)
    #expect(answer.status == 0, "\(answer.standardError)")
    #expect(answer.standardOutput == "")
    #expect(String(decoding: try folder.read("out.csv"), as: UTF8.self) == "1,1\n1,1\n")
  }

  @Test("What was written as .npy is read back as the same numbers")
  func npy() throws {
    let folder = try TemporaryFolder()
    let write = try run(
      Checkout.binary(), ["--input-preset", "noise", "-o", "out.npy"], in: folder.path)
    #expect(write.status == 0, "\(write.standardError)")
    let direct = try run(Checkout.binary(), ["step", "--input-preset", "noise"])
    let again = try run(Checkout.binary(), ["step", "out.npy", "--kernel", "identity"], in: folder.path)
    #expect(again.status == 0, "\(again.standardError)")
    func values(_ text: String) -> [Substring] {
      text.split(separator: "\n").filter { $0.hasPrefix("Output row") }.compactMap { $0.split(separator: " ").last }
    }
    // The identity kernel cuts one cell off each side, unless it is a single tap.
    let inner = Set(values(again.standardOutput))
    #expect(!inner.isEmpty && inner.isSubset(of: Set(values(direct.standardOutput))))
  }

  @Test("A PNG says how the values were fitted into it")
  func png() throws {
    let folder = try TemporaryFolder()
    let answer = try run(Checkout.binary(), ["-o", "out.png"], in: folder.path)
    #expect(answer.status == 0, "\(answer.standardError)")
    #expect(answer.standardError.contains("0 to 255"))
    #expect(try folder.read("out.png").starts(with: [0x89, 0x50, 0x4E, 0x47]))
  }

  @Test("What cannot be written ends with 73 and leaves nothing behind")
  func cannotWrite() throws {
    let folder = try TemporaryFolder()
    for name in ["missing/out.csv", "out.gif", "out"] {
      let answer = try run(Checkout.binary(), ["-o", name], in: folder.path)
      #expect(answer.status == 73, "\(name): \(answer.standardError)")
      #expect(answer.standardError.contains(name), "\(answer.standardError)")
    }
    #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path).isEmpty)
  }

  @Test("A folder in the place of the output is refused and stays")
  func folderInPlace() throws {
    let folder = try TemporaryFolder()
    try folder.write("", to: "out.csv/inside")
    let answer = try run(Checkout.binary(), ["-o", "out.csv"], in: folder.path)
    #expect(answer.status == 73)
    #expect(try folder.read("out.csv/inside") == [])
  }
}
