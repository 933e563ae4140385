import TerminalKit
import Testing

@testable import Workbench

@Suite("Help in wide characters")
struct HelpTextTests {
  @Test("A long line goes on under its text, and short lines stay as they are")
  func hanging() {
    let help = """
      OVERVIEW: 卷积

      OPTIONS:
        --kernel <name>         卷积核：表格文件，或预设之一；用逗号隔开多个。
      """
    #expect(
      HelpText.wrapped(help, columns: 48) == """
        OVERVIEW: 卷积

        OPTIONS:
          --kernel <name>         卷积核：表格文件，或预
                                  设之一；用逗号隔开多
                                  个。
        """)
  }

  @Test("A paragraph goes on at the start of the line")
  func paragraph() {
    #expect(HelpText.wrapped("窗口在输入上滑动。", columns: 8) == "窗口在输\n入上滑\n动。")
  }
}
