/// What the fuzzers of lessons start from: every kind of check and of question, and a translation of them.
enum FuzzedLessons {
  static let original = """
    ---
    id: asking
    number: 91
    title: Everything that can be asked
    minutes: 5
    ---

    ## Checks

    ```setup
    - preset input plus
    ```

    ```task
    id: checks
    prompt: Go on.
    reveal: stepping
    check:
      all:
        - {reach: {row: 3, column: 3}}
        - {set: {stride: 2, padding: 1}}
        - {operator: conv2d}
        - {kernel: {preset: sobel-x, up-to: [scale, sign, flip]}}
        - {input: {rows: [[0, 1], [1, 0]]}}
        - {kernel: {sum: 0}}
        - {kernel: {non-zero: {at-most: 5}}}
        - {kernel: {size: 3x3}}
        - {kernel-cell: {at: [1, 1], equals: 5}}
        - {unchanged: input}
        - {output: {cell: [3, 3], at-least: 5}}
        - {output: {every: 0, rows: 2-4, columns: 1-5}}
        - {output: {every: {at-most: 1e3}, rim: 1}}
        - {output: {maximum-at: [3, 3]}}
        - {output: {grid: [[1, 0], [0, 1]], within: 0.1}}
        - {products: {at-most: 9}}
        - {comparing: shift}
        - {difference: {every: 0, rim: 1}}
        - {dense: {size: 4x4, tied: true, delta: 1, weights: 9}}
        - {stack: {layers: 3, field: 7, size: 12x12}}
        - {edits: {at-most: 3}}
        - {any: [{predicted: {right: {at-least: 4}}}, {not: {unchanged: kernel}}]}
    hints: [One., Two.]
    solution: {actions: [step forward, set stride 2]}
    explanation: So it is.
    ```

    ## A choice

    ```task
    id: pick-one
    prompt: Which?
    check: {choice: [1, 3]}
    choices:
      - {text: Nothing., why: Look.}
      - {text: Half., why: Right.}
      - {text: All., why: No.}
    hints: [One., Two.]
    solution: {answer: "1, 3"}
    explanation: So it is.
    ```

    ## A line

    ```task
    id: find-the-line
    prompt: Which line?
    check: {line: 2}
    code: |
      total = 0
      total += x
    reasons: [{for: 1, why: That is right.}]
    hints: [One., Two.]
    solution: {answer: "2"}
    explanation: So it is.
    ```

    ## A number

    ```task
    id: count
    prompt: How many?
    check: {answer: {equals: 44.5, within: 1%}}
    unit: bytes
    reasons: [{for: 42, why: Not enough.}]
    hints: [One., Two.]
    solution: {answer: "44.5"}
    explanation: So it is.
    ```

    """

  static let translation = """
    ---
    id: asking
    title: 问题
    translates: 0
    ---

    ## 检查

    ```task
    id: checks
    prompt: 继续。
    hints: [一。, 二。]
    explanation: 就是这样。
    ```

    ## 选择

    ```task
    id: pick-one
    prompt: 哪一个？
    choices:
      - {text: 没有。, why: 看看。}
      - {text: 一半。, why: 对。}
      - {text: 全部。, why: 不对。}
    hints: [一。, 二。]
    explanation: 就是这样。
    ```

    ## 一行

    ```task
    id: find-the-line
    prompt: 哪一行？
    reasons: [{for: 1, why: 这一行是对的。}]
    hints: [一。, 二。]
    explanation: 就是这样。
    ```

    ## 一个数

    ```task
    id: count
    prompt: 多少？
    unit: 字节
    reasons: [{for: 42, why: 不够。}]
    hints: [一。, 二。]
    explanation: 就是这样。
    ```

    """

  static let tokens = [
    "---\n", "## ", "# ",
    "```setup\n", "```task\n", "```\n", "- ", "> ", "| a | b |\n|---|---|\n", "![x](y)", "[a](b)",
    "**", "*", "`", "<b>", "&#27;", "&#x9b;", "\u{1B}]0;x\u{7}", "\u{202E}", "\u{FEFF}", "\r\n", "\0", "卷积", "&a ",
    "*a", "check: {reach: {row: 0, column: 0}}\n", "check: {predict: next}\n", "check: {kernel: {rows: [[1]]}}\n",
    "{choice: 2}", "{line: 1}", "{not: {unchanged: input}}", "{answer: {equals: 1, within: 1%}}", "{all: []}",
    "[]", "[[]]", "{}", "hints: []\n", "translates: 0\n", "unit: a\n", "code: x\n", "choices: []\n", "for: 1/9",
    "solution: {actions: [undo]}\n", "solution: {answer: \"1\"}\n", "id: a\n", "- preset kernel blur\n",
    "- set padding 1\n", "- operator max-pool2d\n", "- study dense 3x3\n", "- compare row-bands\n", "\t", "    ",
    "\n\n",
    ": ", "{", "}", "[", "]", "\"", "'", "!!int 3",
  ]
}
