import ConvolutionEngine
import Explorer

/// A picture of the grids for a slide: input, kernel and output with their numbers, the window and the current cell
/// marked, the sum of that cell below.
///
/// Made once for every format: PNG, SVG, PDF and the frames of an animation are the same drawing.
package enum Picture {
  /// A slide of 16:9 as the usual programs have it, in points.
  package static let width = 960.0
  package static let height = 540.0

  static let margin = 44.0
  private static let sumSize = 15.0
  /// The columns that a line of the sum may have.
  package static let sumColumns = Int((width - 2 * margin - 2 * padding) / (sumSize * TextLook.advance))
  /// The lines that the sum may have.
  package static let sumLines = 3

  private static let padding = 18.0
  private static let sumLineHeight = 22.0
  private static let explanationSize = 12.5

  /// The drawing of what a plan shows. The same plan and captions make the same drawing.
  package static func drawing(_ plan: PicturePlan, captions: Captions) -> Drawing {
    var drawing = Drawing(width: width, height: height)
    drawing.fill(Box(x: 0, y: 0, width: width, height: height), .paper)
    drawing.text(
      captions.title, x: margin, baseline: 50, TextLook(size: 26, ink: .text, isBold: true))
    drawing.text(
      captions.parameters, x: margin, baseline: 73, TextLook(size: 14, ink: .quiet))
    let top = drawSum(captions, on: &drawing)
    let room = Box(x: margin, y: 86, width: width - 2 * margin, height: top - 14 - 86)
    let layout = PictureLayout(plan, in: room)
    for grid in plan.grids {
      guard let place = layout.places[grid], let format = plan.formats[grid] else { continue }
      GridPicture(
        scene: plan.scene[grid], place: place, format: format, scale: plan.scene.scales[grid] ?? 0,
        footprint: plan.scene.arithmetic.footprint, fontSize: layout.fontSize(of: format),
        isSignal: plan.isStacked
      )
      .draw(captions.grids[grid], on: &drawing)
    }
    for sign in layout.signs(of: plan.explorer.experiment) {
      drawing.text(
        sign.text, x: sign.x, baseline: sign.middle + sign.size * 0.35,
        TextLook(size: sign.size, ink: .quiet, anchor: .middle))
    }
    return drawing
  }

  /// The sum in a panel at the foot; returns where the panel begins.
  private static func drawSum(_ captions: Captions, on drawing: inout Drawing) -> Double {
    let lines = captions.sum.prefix(sumLines)
    let explanation = captions.explanation.isEmpty ? 0 : explanationSize + 9
    let panelHeight = Double(lines.count) * sumLineHeight + explanation + 2 * 10 - 2
    let panel = Box(
      x: margin, y: height - 26 - panelHeight, width: width - 2 * margin, height: panelHeight)
    guard !lines.isEmpty || explanation > 0 else { return height - 26 }
    drawing.fill(panel, radius: 6, Ink(0xF1F3F4))
    drawing.fill(Box(x: panel.x, y: panel.y, width: 5, height: panel.height), radius: 2.5, .current)
    var baseline = panel.y + 10 + 15
    // One line may be larger, as far as it fits.
    let size =
      lines.count > 1
      ? sumSize
      : min(18, (panel.width - 2 * padding) / (Double(max(1, lines.first?.count ?? 1)) * TextLook.advance))
    for line in lines {
      drawing.text(
        line, x: panel.x + padding, baseline: baseline,
        TextLook(size: size, ink: .text, isBold: lines.count == 1, isMonospaced: true))
      baseline += sumLineHeight
    }
    drawing.text(
      captions.explanation, x: panel.x + padding, baseline: baseline + (lines.isEmpty ? 0 : 1),
      TextLook(size: explanationSize, ink: .quiet))
    return panel.y
  }
}
