import Foundation
import TestSupport
import Testing

@Suite("Bad files for convoscope run")
struct RunBadFileTests {
  /// A `.npy` of float32 whose header says `shape`, with `count` bytes of data.
  private static func file(_ shape: String, descr: String = "'<f4'", count: Int = 100) -> [UInt8] {
    NPYFile.bytes(header: "{'descr': \(descr), 'fortran_order': False, 'shape': \(shape), }\n")
      + Array(repeating: 0, count: count)
  }

  @Test(
    "A damaged or hostile array ends with 65 at once",
    arguments: [
      ("cut.npy", file("(5, 5)", count: 99), ["cut off"]),
      ("long.npy", file("(5, 5)", count: 101), ["1 bytes follow"]),
      ("empty.npy", [], ["cut off"]),
      ("words.npy", Array("1,2\n3,4\n".utf8), ["no NumPy data"]),
      ("picture.npy", [0x89] + Array("PNG\r\n\u{1A}\n".utf8) + Array(repeating: 0, count: 40), ["PNG"]),
      ("objects.npy", file("(5, 5)", descr: "'|O'"), ["Python objects"]),
      ("fields.npy", file("(5, 5)", descr: "[('a', '<f4'), ('b', '<i4')]"), ["several fields"]),
      ("complex.npy", file("(5, 5)", descr: "'<c8'"), ["<c8"]),
      ("far.npy", NPYFile(doubles: [1, 1], [1e39]).bytes, ["1e+39", "Float32"]),
      ("sides.npy", file("(2147483648, 2147483648)"), ["2147483648"]),
      ("side.npy", file("(9223372036854775807, 3)"), ["9223372036854775807"]),
      ("product.npy", file("(536870912, 536870912, 536870912)"), ["536870912"]),
      ("zero.npy", file("(0, 2147483648, 2147483648)", count: 0), ["2147483648"]),
      ("digits.npy", file("(99999999999999999999,)"), ["header", "shape"]),
      ("deep.npy", file("(" + String(repeating: "1,", count: 33) + ")"), ["33 axes", "32"]),
      (
        "header.npy",
        NPYFile.bytes(header: "{" + String(repeating: " ", count: 1 << 20) + "}", version: 2),
        ["header of 1048578 bytes", "65535"]
      ),
    ] as [(String, [UInt8], [String])])
  func damaged(name: String, bytes: [UInt8], facts: [String]) throws {
    let desk = try RunDesk(["w.npy": .filled([3, 3])])
    try desk.folder.write(bytes, to: name)
    try desk.expectRefusal("conv2d --input \(name) --weight w.npy", 65, [name] + facts)
  }

  @Test("A damaged array of weights is named too, and empty standard input is bad data")
  func otherOperands() throws {
    let desk = try RunDesk(["x.npy": .filled([5, 5]), "w.npy": .filled([3, 3])])
    try desk.folder.write(Self.file("(3, 3)", count: 35), to: "cut.npy")
    try desk.expectRefusal("conv2d --input x.npy --weight cut.npy", 65, ["cut.npy", "cut off"])
    try desk.expectRefusal("conv2d --input x.npy --weight w.npy --bias cut.npy", 65, ["cut.npy"])
    try desk.expectRefusal("conv2d --input - --weight w.npy", 65, ["stdin", "cut off"])
  }

  @Test("What is missing or is no file ends with 66, and a pipe is not waited for")
  func missing() throws {
    let desk = try RunDesk(["x.npy": .filled([5, 5]), "w.npy": .filled([3, 3])])
    try desk.expectRefusal("conv2d --input no.npy --weight w.npy", 66, ["no.npy"])
    try desk.expectRefusal("conv2d --input x.npy --weight no/such.npy", 66, ["no/such.npy"])
    try desk.expectRefusal("conv2d --input /dev/zero --weight w.npy", 66, ["device"])
    try desk.expectRefusal("relu --input /", 66, ["folder"])
    #expect(mkfifo(desk.folder.path("pipe"), 0o600) == 0)
    let answer = try desk.run("relu --input pipe --output y.npy")
    #expect(answer.status == 66 && answer.standardError.contains("pipe"), "\(answer.standardError)")
    let nameless = try desk.run(["relu", "--input", ""])
    #expect(nameless.status == 66 && nameless.standardError == "There is no file “”.\n")
  }

  @Test("A file that may not be read ends with 66", .enabled(if: geteuid() != 0, "root may read everything"))
  func permission() throws {
    let desk = try RunDesk(["x.npy": .filled([5, 5])])
    #expect(chmod(desk.folder.path("x.npy"), 0) == 0)
    let answer = try desk.run("relu --input x.npy --output y.npy")
    #expect(answer.status == 66 && answer.standardError.contains("permission"), "\(answer.standardError)")
  }

  @Test("An output that cannot be written ends with 73, and one of another format before anything is read")
  func unwritable() throws {
    let desk = try RunDesk(["x.npy": .filled([5, 5])])
    try desk.folder.write("inside", to: "folder/inside")
    // No device: a program that failed here would put a file in its place.
    #expect(mkfifo(desk.folder.path("pipe"), 0o600) == 0)
    for (output, input) in [
      ("no/such/y.npy", "x.npy"), ("folder", "x.npy"), ("pipe", "x.npy"), ("y.png", "missing.npy"),
      ("y.csv", "missing.npy"),
    ] {
      let answer = try desk.run("relu --input \(input) --output \(output)")
      #expect(answer.status == 73, "\(output): \(answer.standardError)")
      #expect(answer.standardOutput == "" && answer.standardError.contains(output), "\(answer.standardError)")
      #expect(answer.standardError.count(where: \.isNewline) == 1)
    }
    #expect(
      try FileManager.default.contentsOfDirectory(atPath: desk.folder.path).sorted() == ["folder", "pipe", "x.npy"])
    #expect(try desk.folder.read("folder/inside") == Array("inside".utf8))
  }
}
