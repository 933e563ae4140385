import ConvolutionEngine
import Testing

@testable import Formats

@Suite struct GridFormatTests {
  @Test("No two formats share a name or an extension")
  func distinct() {
    let names = GridFormat.catalog.map(\.name)
    let extensions = GridFormat.catalog.flatMap(\.extensions)
    #expect(Set(names).count == names.count)
    #expect(Set(extensions).count == extensions.count)
  }

  @Test("The content decides, not the name")
  func contentFirst() throws {
    let png = PNGSample.file(width: 1, height: 1, rows: [[7]])
    #expect(try GridReader.read(bytes: png, name: "liar.csv").values == [7])
    #expect(try GridReader.read(bytes: JPEGSample.grey, name: "liar.npy").shape.count == 96)
    #expect(throws: FormatError.unknownFormat(name: "liar.png")) {
      try GridReader.read(bytes: Array("GIF89a".utf8), name: "liar.png")
    }
  }

  @Test(
    "The extension is that of the last part of the path",
    arguments: [
      ("a.NPY", "npy"), ("/x.d/a", ""), ("/x.d/.csv", ""), ("a.tar.csv", "csv"), ("", ""), ("a.", ""), ("-", ""),
    ])
  func extensions(path: String, expected: String) { #expect(GridFormat.fileExtension(of: path) == expected) }

  @Test("Every format that is written reads its own files, and others are refused")
  func writers() throws {
    let tensor = try Tensor(rows: [[0, 1], [2, 255]])
    #expect(GridWriter.extensions == ["npy", "png", "csv", "txt", "tsv"])
    for suffix in GridWriter.extensions {
      let encoded = try GridWriter.encode(tensor, path: "out.\(suffix)")
      #expect(try GridReader.read(bytes: encoded.bytes, name: "out.\(suffix)") == tensor)
    }
    let error = FormatError.unknownOutputFormat(name: "out.jpg")
    #expect(throws: error) { try GridWriter.encode(tensor, path: "out.jpg") }
    #expect(error.category == .cannotWrite)
  }

  @Test("Each kind of failure has the exit code of its kind")
  func categories() {
    #expect(FormatError.notFound(path: "a").category.rawValue == 66)
    #expect(FormatError.unknownFormat(name: "a").category.rawValue == 65)
    #expect(FormatError.unsupported(format: "PNG", .planes(2)).category.rawValue == 73)
  }
}
