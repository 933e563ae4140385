import Explorer

/// Every part of the screen, in the order in which they are drawn. A new panel is one line here.
package enum PanelCatalog {
  package static let panels: [Panel] = [
    Panel(name: "header", place: { $0.header }, draw: HeaderPanel.draw),
    Panel(name: "input", place: { $0.panels[.input] }, draw: InputPanel.draw),
    Panel(name: "kernel", place: { $0.panels[.kernel] }, draw: KernelPanel.draw),
    Panel(name: "products", place: { $0.products }, draw: ProductsPanel.draw),
    Panel(name: "output", place: { $0.panels[.output] }, draw: OutputPanel.draw),
    Panel(name: "maps", place: { $0.maps }, draw: MapsPanel.draw),
    Panel(name: "strips", place: { $0.strips }, draw: StripsPanel.draw),
    Panel(name: "arithmetic", place: { $0.arithmetic }, draw: ArithmeticPanel.draw),
    Panel(name: "study", place: { $0.panels[.study] }, draw: StudyPanel.draw),
    Panel(name: "lesson", place: { $0.panels[.lesson] }, draw: LessonPanel.draw),
    Panel(name: "status", place: { $0.status }, draw: StatusPanel.draw),
  ]
}
