import Foundation
import TestSupport
import Testing

@Suite("convoscope export")
struct ExportCommandTests {
  private static let plus = ["--input-preset", "plus", "--kernel", "sobel-x", "--padding", "1"]

  private func export(_ arguments: [String], in folder: TemporaryFolder, input: [UInt8] = []) throws -> ProgramRun {
    try run(Checkout.binary(), ["export"] + arguments, input: input, in: folder.path)
  }

  @Test("Each ending makes a file of its kind, in silence")
  func endings() throws {
    let folder = try TemporaryFolder()
    let beginnings = [
      "p.png": "\u{89}PNG", "p.svg": "<?xml", "p.pdf": "%PDF", "p.gif": "GIF89a", "p.cast": "{\"version\": 2",
      "p.py": "# conv2d", "p.swift": "// conv2d",
    ]
    for (name, beginning) in beginnings {
      let answer = try export(
        Self.plus + ["--steps", "2", "--cell", "6,5", "--to", name]
          + (name.hasSuffix("g") || name.hasSuffix("f") ? ["--width", "320"] : []),
        in: folder)
      #expect(answer.status == 0, "\(name): \(answer.standardError)")
      #expect(answer.standardError + answer.standardOutput == "")
      let bytes = try folder.read(name)
      #expect(bytes.starts(with: beginning.unicodeScalars.map { UInt8($0.value) }), "\(name)")
    }
  }

  @Test("A picture is the same bytes each time, on standard output as in a file, and says what it shows")
  func repeatable() throws {
    let folder = try TemporaryFolder()
    let arguments = Self.plus + ["--cell", "2,2", "--to"]
    _ = try export(arguments + ["p.svg"], in: folder)
    let piped = try export(arguments + ["-", "--format", "svg"], in: folder)
    #expect(piped.status == 0)
    #expect(piped.standardOutputBytes == (try folder.read("p.svg")))
    #expect(piped.standardOutput.contains("<title>cross-correlation</title>"))
    #expect(piped.standardOutput.contains("Output 7×7 · cell 17 of 49"))
    #expect(piped.standardOutput.contains("out[2,2] = "))
  }

  @Test("A folder gets every grid, with the numbers that were computed")
  func grids() throws {
    let folder = try TemporaryFolder()
    let answer = try export(Self.plus + ["--to", "grids/"], in: folder)
    #expect(answer.status == 0, "\(answer.standardError)")
    let names = try FileManager.default.contentsOfDirectory(atPath: folder.path("grids")).sorted()
    #expect(names == ["input.npy", "output.npy", "weights.npy"])
    _ = try run(Checkout.binary(), Self.plus + ["--output", "direct.npy"], in: folder.path)
    #expect(try folder.read("grids/output.npy") == folder.read("direct.npy"))
    // A folder that is there needs no slash.
    #expect(try export(Self.plus + ["--to", "grids"], in: folder).status == 0)
  }

  @Test("Everything can come from a session, also on standard input")
  func session() throws {
    let folder = try TemporaryFolder()
    let lines = try run(
      Checkout.binary(), ["export", "--to", "-", "--format", "cast", "--steps", "1"], in: folder.path)
    #expect(lines.status == 0)
    #expect(lines.standardError.contains("1 of "))
    let missing = try export(["--session", "none.txt", "--to", "p.svg"], in: folder)
    #expect(missing.status == 66)
    let bad = try export(["--session", "-", "--to", "p.svg"], in: folder, input: Array("nonsense\n".utf8))
    #expect(bad.status == 65, "\(bad.standardError)")
    #expect(bad.standardError.contains("stdin"))
    #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path).isEmpty)
  }

  @Test(
    "What is wrong is one sentence and its exit code, and no file is left",
    arguments: [
      (["--to", "p.tiff"], 64, ".png"), ([], 64, "--to"), (["--to", "-"], 64, "--format"),
      (["--to", "p.png", "--format", "bmp"], 64, "bmp"), (["--to", "-", "--format", "npy"], 64, "folder"),
      (["--to", "p.png", "--width", "10"], 64, "160"), (["--to", "p.gif", "--width", "5000"], 64, "1920"),
      (["--to", "p.gif", "--steps", "0"], 64, "1000"), (["--to", "p.gif", "--speed", "fast"], 64, "60"),
      (["--to", "p.cast", "--terminal", "80"], 64, "80x24"), (["--to", "p.png", "--lang", "xx"], 64, "en"),
      (["--to", "p.png", "--cell", "9"], 64, "2,3"), (["--to", "p.png", "--view", "x"], 64, "heat"),
      (["--to", "p.png", "--map", "x"], 64, "cividis"), (["--to", "p.png", "--study", "x"], 64, "--study"),
      (["--to", "p.png", "--cell", "99,0"], 65, "99"),
      (["--to", "p.gif", "--cell", "99,0"], 65, "99"), (["--to", "p.png", "--stride", "0"], 64, "stride"),
      (["--to", "p.png", "--kernel", "blur", "--operator", "relu"], 64, "--kernel"),
      (["none.png", "--to", "p.png"], 66, "none.png"), (["--to", "missing/p.png"], 73, "missing/p.png"),
      (["--to", "missing/below/"], 73, "missing"),
      (["--to", "p.py", "--operator", "avg-pool2d", "--padding", "2", "--format", "pytorch"], 65, "pytorch"),
    ])
  func refusals(_ arguments: [String], _ status: Int, _ word: String) throws {
    let folder = try TemporaryFolder()
    let answer = try export(arguments, in: folder)
    #expect(Int(answer.status) == status, "\(arguments): \(answer.standardError)")
    #expect(answer.standardError.contains(word), "\(answer.standardError)")
    #expect(answer.standardError.split(separator: "\n").count == 1)
    #expect(answer.standardOutput == "")
    #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path).isEmpty)
  }

  @Test(
    "Every view can be taken away: what the picture says is what the screen shows",
    arguments: [
      (["--view", "heat"], "heat map, cividis"), (["--view", "blocks", "--map", "grey"], "half blocks, grey"),
      (["--study", "dense 4x4"], "Dense layer"), (["--study", "stack 1x16x16 conv:8,k3,p1"], "conv1"),
    ])
  func views(arguments: [String], words: String) throws {
    let folder = try TemporaryFolder()
    let answer = try export(arguments + ["--to", "p.svg"], in: folder)
    #expect(answer.status == 0, "\(arguments): \(answer.standardError)")
    #expect(String(decoding: try folder.read("p.svg"), as: UTF8.self).contains(words), "\(arguments)")
  }

  @Test("What has no steps, code or grids says so", arguments: ["gif", "cast", "pytorch", "npy"])
  func still(format: String) throws {
    let folder = try TemporaryFolder()
    let answer = try export(["--study", "dense 4x4", "--to", "p", "--format", format], in: folder)
    #expect(answer.status == 65)
    #expect(answer.standardError.contains("A study has nothing for \(format)"), "\(answer.standardError)")
    #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path).isEmpty)
  }

  @Test(
    "A limit on the size of files is told as a full disk is, with 73, and leaves no half file",
    arguments: [
      "export --to p.png", "export --view heat --to p.pdf", "export --to grids/", "--output p.npy", "--output p.png",
      "run relu --input in.npy --output p.npy",
    ])
  func limited(arguments: String) throws {
    let folder = try TemporaryFolder()
    _ = try run(Checkout.binary(), ["--output", "in.npy"], in: folder.path)
    let program = TmuxSession.quoted(try Checkout.binary())
    // Its sentence goes through a pipe, which has no size.
    let answer = try run(
      "bash", ["-c", "(ulimit -f 0; exec \(program) \(arguments)) 2>&1 | cat > said; exit ${PIPESTATUS[0]}"],
      in: folder.path)
    let said = String(decoding: try folder.read("said"), as: UTF8.self)
    #expect(answer.status == 73, "\(arguments): \(said)")
    #expect(said.contains("File too large") && said.split(separator: "\n").count == 1, "\(said)")
    let names = try run("find", [folder.path, "-type", "f"]).standardOutput.split(separator: "\n")
    #expect(names.count == 2, "\(names)")
  }

  @Test("A file that is there stays whole when an export fails, and is replaced when it does not")
  func replacing() throws {
    let folder = try TemporaryFolder()
    try folder.write("precious", to: "p.svg")
    #expect(try export(["--to", "p.svg", "--cell", "99,0"], in: folder).status == 65)
    #expect(try folder.read("p.svg") == Array("precious".utf8))
    #expect(try export(["--to", "p.svg"], in: folder).status == 0)
    #expect(try folder.read("p.svg").starts(with: Array("<?xml".utf8)))
  }
}
