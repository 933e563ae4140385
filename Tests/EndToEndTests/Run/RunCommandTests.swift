import TestSupport
import Testing

@Suite("convoscope run")
struct RunCommandTests {
  @Test("A result is .npy 1.0 of float32 in C order, byte for byte what NumPy would save")
  func file() throws {
    let desk = try RunDesk(["x.npy": .counting([3, 3]), "w.npy": NPYFile([2, 2], [1, 0, 0, -1])])
    let answer = try desk.run("conv2d --input x.npy --weight w.npy --output y.npy")
    #expect(answer.status == 0, "\(answer.standardError)")
    #expect(answer.standardOutput == "" && answer.standardError == "")
    // x(i,j) − x(i+1,j+1) in a table of three columns that counts: always −4.
    let expected = NPYFile.filled([2, 2], with: -4).bytes
    #expect(try desk.folder.read("y.npy") == expected)
    #expect(try desk.run("conv2d --input x.npy --weight w.npy --output -").standardOutputBytes == expected)
  }

  @Test("The values of options may begin with a minus sign, and options may come in any order")
  func minusSign() throws {
    let desk = try RunDesk(["x.npy": NPYFile([2, 2], [-4, 2, 8, -6])])
    #expect(try desk.output("leaky-relu --negative-slope -0.5 --input x.npy").values == [2, 2, 8, 3])
    #expect(try desk.output("--axis -1 --input x.npy concat --input x.npy").axes == [2, 4])
    #expect(try desk.output("concat --axis -2 --input x.npy --input x.npy").axes == [4, 2])
    #expect(try desk.output("flatten --start-dim -2 --end-dim -1 --input x.npy").axes == [4])
  }

  @Test("Several inputs are one option again and again, and stay in their order")
  func inputs() throws {
    let desk = try RunDesk([
      "a.npy": NPYFile([1, 2], [1, 2]), "b.npy": NPYFile([1, 2], [30, 40]), "c.npy": NPYFile([1, 1], [7]),
    ])
    #expect(try desk.output("add --input a.npy --input b.npy").values == [31, 42])
    let joined = try desk.output("concat --input a.npy --input c.npy --input b.npy --axis 1")
    #expect(joined.axes == [1, 5] && joined.values == [1, 2, 7, 30, 40])
  }

  @Test("One array may come from standard input")
  func standardInput() throws {
    let desk = try RunDesk(["w.npy": .filled([1, 1], with: 3)])
    let answer = try desk.run(
      "conv2d --weight w.npy --input - --output -", input: NPYFile.counting([1, 2]).bytes)
    #expect(answer.status == 0, "\(answer.standardError)")
    #expect(answer.standardOutputBytes == NPYFile([1, 2], [0, 3]).bytes)
  }

  @Test("A new result replaces the old file, and nothing else is left in the folder")
  func replaced() throws {
    let desk = try RunDesk(["x.npy": .counting([4])])
    try desk.folder.write("the old output", to: "y.npy")
    #expect(try desk.run("relu --input x.npy --output y.npy").status == 0)
    #expect(try desk.contents().keys.sorted() == ["x.npy", "y.npy"])
    #expect(try desk.folder.read("y.npy") == NPYFile.counting([4]).bytes)
    // The input itself may be the output.
    #expect(try desk.run("sigmoid --input x.npy --output x.npy").status == 0)
    #expect(try NPYFile(reading: desk.folder.read("x.npy")).values.first == 0.5)
  }

  @Test("Without --output a small result is a table whose columns stand under each other")
  func table() throws {
    let desk = try RunDesk(["x.npy": NPYFile([2, 1, 2], [-1.5, 20, 3, 0.25]), "none.npy": .counting([0, 3])])
    let answer = try desk.run("leaky-relu --input x.npy --negative-slope 2")
    #expect(
      answer.standardOutput == """
        (2,1,2)
        [0]
          -3   20
        [1]
           3 0.25

        """)
    #expect(try desk.run("relu --input none.npy").standardOutput.hasPrefix("(0,3)"))
  }

  @Test("Of a large result the table shows the ends only")
  func largeTable() throws {
    let desk = try RunDesk(["x.npy": .counting([5000])])
    let answer = try desk.run("relu --input x.npy")
    #expect(answer.standardOutput.contains("5000"))
    #expect(answer.standardOutput.hasSuffix(" 0    1    2 ... 4997 4998 4999\n"), "\(answer.standardOutput)")
  }

  @Test("--list prints every operator with its options and needs nothing else")
  func list() throws {
    let desk = try RunDesk()
    let answer = try desk.run("--list")
    #expect(answer.status == 0 && answer.standardError == "")
    let lines = answer.standardOutput.split(separator: "\n")
    for name in [
      "conv1d", "conv2d", "conv-transpose1d", "conv-transpose2d", "max-pool1d", "max-pool2d", "avg-pool1d",
      "avg-pool2d", "adaptive-avg-pool2d", "adaptive-max-pool2d", "linear", "flatten", "relu", "leaky-relu", "sigmoid",
      "tanh",
      "softmax", "batch-norm", "dropout", "add", "concat", "pad",
    ] {
      #expect(lines.contains { $0 == name }, "\(name)")
    }
    // These go by other names too.
    for name in ["global-avg-pool2d", "upsample-nearest", "attention", "affine-grid-sample"] {
      #expect(lines.contains { $0.hasPrefix(name + " (also ") }, "\(name)")
    }
    #expect(lines.contains("    --query FILE --key FILE --value FILE"))
    #expect(lines.allSatisfy { $0.count <= 80 })
  }

  @Test("An operator answers to its other names")
  func aliases() throws {
    let desk = try RunDesk(["x.npy": .counting([1, 2, 2])])
    #expect(try desk.output("global-avg-pool --input x.npy").values == [1.5])
    #expect(try desk.output("upsample --input x.npy --scale 2").axes == [1, 4, 4])
  }

  @Test("A true convolution flips the kernel, in one dimension with the modes and the sample step of an integral")
  func trueConvolution() throws {
    let desk = try RunDesk(["x.npy": NPYFile([3], [1, 2, 3]), "w.npy": NPYFile([2], [10, 1])])
    #expect(try desk.output("conv1d --input x.npy --weight w.npy").values == [12, 23])
    #expect(try desk.output("conv1d --input x.npy --weight w.npy --flip").values == [21, 32])
    // numpy.convolve([1, 2, 3], [10, 1], "full") × 0.5
    let full = try desk.output("conv1d --input x.npy --weight w.npy --flip --mode full --dt 0.5")
    #expect(full.values == [5, 10.5, 16, 1.5])
    #expect(try desk.output("conv1d --input x.npy --weight w.npy --flip --mode same").values == [10, 21, 32])
  }
}
