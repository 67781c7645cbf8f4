using System.Management.Automation;
using System.Management.Automation.Internal;
using System.Text;

namespace ChatPS.Host;

/// <summary>
/// Draws the prompt and the text being typed, over as many rows as they take. Every change draws the whole anew from
/// the prompt's row on: simple, and right whatever the text was before.
/// </summary>
internal sealed class LineScreen(ITerminal terminal, string prompt)
{
    private const string ContinuationPrompt = ">> ";

    private int _cursorRow;

    public void Draw(string text, int cursor)
    {
        var drawing = new StringBuilder();
        if (_cursorRow > 0)
            drawing.Append($"\e[{_cursorRow}A");
        drawing.Append("\r\e[J").Append(prompt).Append(text.Replace("\n", "\r\n" + ContinuationPrompt, StringComparison.Ordinal));

        var end = PositionAfter(text);
        var at = PositionAfter(text[..cursor]);
        // A terminal that has filled a row to the brim leaves its cursor there: take it to where the next letter goes.
        if (end.Column == 0 && end.Row > 0 && !text.EndsWith('\n'))
            drawing.Append("\r\n");
        if (end.Row > at.Row)
            drawing.Append($"\e[{end.Row - at.Row}A");
        drawing.Append('\r');
        if (at.Column > 0)
            drawing.Append($"\e[{at.Column}C");

        terminal.Write(drawing.ToString());
        _cursorRow = at.Row;
    }

    /// <summary>Leaves the text as it stands; what is written next comes below it.</summary>
    public void Leave(string text, string mark = "")
    {
        Draw(text, text.Length);
        terminal.Write(mark + "\r\n");
        _cursorRow = 0;
    }

    public void ClearAll()
    {
        terminal.Write("\e[H\e[2J");
        _cursorRow = 0;
    }

    private (int Row, int Column) PositionAfter(string text)
    {
        var width = terminal.Width;
        var (row, column) = (0, 0);
        Walk(new StringDecorated(prompt).ToString(OutputRendering.PlainText), string.Empty);
        Walk(text, ContinuationPrompt);
        return column == width ? (row + 1, 0) : (row, column);

        void Walk(string part, string lineStart)
        {
            foreach (var rune in part.EnumerateRunes())
            {
                if (rune.Value == '\n')
                {
                    row++;
                    column = lineStart.Length;
                    continue;
                }

                var cells = CellWidth.Of(rune);
                if (column + cells > width)
                {
                    row++;
                    column = 0;
                }

                column += cells;
            }
        }
    }
}
