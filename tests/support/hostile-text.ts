/** What people, suppliers and attackers have put into names. */
export const hostileTexts = {
  markup: `<script>alert(1)</script> {{7*7}} \${x}`,
  printerCommands: '^XZ^XA ~JR \u001bp\u0000\u0019\u00fa \u001dV\u0000 \u0010\u0014\u0001\u0000\u0001 \u001b%-12345X',
  emojiAndStacks: `Zoë 🇵🇱👩🏽‍🎨 Z${'\u0336'.repeat(20)}`,
} as const
