import Foundation
import TestSupport
import Testing

/// Whether there is a Python with NumPy; the product needs none.
private let hasNumPy = (try? run("python3", ["-c", "import numpy"]))?.status == 0

@Suite("NumPy code that was exported", .enabled(if: hasNumPy, "there is no python3 with numpy here"))
struct NumPyCodeTests {
  private static let experiments = [
    "--padding 1", "--padding 2 --padding-mode reflect --stride 2 --flip",
    "--padding 1,2 --padding-mode zeros,circular --dilation 2",
    "--input-preset rgb-patches --filters 6 --groups 3 --stride 2",
    "--operator conv1d --flip --dt 0.01 --mode full", "--operator conv-transpose2d --stride 2,3 --dilation 2 --flip",
    "--operator conv-transpose2d --stride 2 --padding 1 --output-padding 1",
    "--operator max-pool2d --input-preset noise --kernel-size 3 --stride 2 --padding 1 --ceil-mode",
    "--operator avg-pool2d --input-preset noise --kernel-size 3 --stride 2 --padding 1 --ceil-mode",
    "--operator avg-pool2d --input-preset noise --kernel-size 3 --padding 1 --count-include-pad false",
    "--operator adaptive-avg-pool2d --input-preset noise --output-size 3,4",
    "--operator leaky-relu --input-preset noise --negative-slope 0.2", "--operator softmax --input-preset noise",
    "--operator upsample-nearest --scale 2,1.5", "--operator pad --padding 2,1 --padding-mode replicate,zeros",
  ]

  /// Runs every program and compares its `out` with the output that was exported beside it.
  private static let comparison = """
    import contextlib, io, os, numpy as np
    for name in sorted(os.listdir(".")):
        if not name.endswith(".py") or name == "compare.py":
            continue
        scope = {}
        with contextlib.redirect_stdout(io.StringIO()):
            exec(open(name).read(), scope)
        out, wanted = scope["out"], np.load(os.path.join(name[:-3], "output.npy"))
        if out.dtype != np.float32 or out.size != wanted.size:
            print(name, out.dtype, out.shape, wanted.shape)
        # Sums in another order, rounded to Float32 once: one unit in the last place at most.
        elif not np.allclose(out.ravel(), wanted.ravel(), rtol=1.2e-7, atol=1e-12):
            print(name, abs(out.ravel() - wanted.ravel()).max())
    print("compared")
    """

  @Test("It gives the output of the program, for windows, spreads, pools and functions alike")
  func output() throws {
    let folder = try TemporaryFolder()
    for (index, experiment) in Self.experiments.enumerated() {
      let arguments = ["export"] + experiment.split(separator: " ").map(String.init) + ["--to"]
      for target in ["\(index).py", "\(index)/"] {
        let answer = try run(Checkout.binary(), arguments + [target], in: folder.path)
        #expect(answer.status == 0, "\(experiment): \(answer.standardError)")
      }
    }
    try folder.write(Self.comparison, to: "compare.py")
    let answer = try run("python3", ["compare.py"], in: folder.path)
    #expect(answer.standardOutput == "compared\n", "\(answer.standardOutput)\(answer.standardError)")
  }
}
