import Explorer
import TerminalKit

/// The scatter view's products on wide screens: the selected input cell times each weight, at the place of the weight.
/// What is cropped is left out.
enum ScatterProducts {
  static func draw(_ surface: inout Surface, _ rect: Rect, _ context: PanelContext) {
    surface.drawFrame(rect, title: context.text(.panelProducts), isFocused: false, context: context)
    let explorer = context.state.explorer
    let shape = explorer.document.shape(of: .kernel)
    guard let format = context.frame.productFormat, let layout = context.frame.layout else { return }
    let placement = GridPlacement(
      inside: rect.inset(by: 1), numberWidth: format.width, gap: max(1, layout.gap),
      indexWidth: layout.hasIndices ? 2 : 0, footRows: 0,
      extent: Viewport.Region(rows: 0..<shape.height, columns: 0..<shape.width))
    let products = explorer.spreadProducts
    let largest = products.reduce(0) { max($0, abs($1.product)) }
    for product in products where product.weight.row < placement.rows && product.weight.column < placement.columns {
      let value = Float(product.product)
      surface.write(
        format.text(value), row: placement.row(product.weight.row), column: placement.column(product.weight.column),
        style: context.theme.magnitude(value, scale: Float(largest)), in: placement.area)
    }
  }
}
