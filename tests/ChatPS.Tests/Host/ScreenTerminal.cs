using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using ChatPS.Host;

namespace ChatPS.Tests.Hosting;

/// <summary>Keys pressed beforehand, and a screen that obeys the escape codes the editor uses as a terminal does.</summary>
internal sealed partial class ScreenTerminal(int width = 80) : ITerminal
{
    private readonly Queue<ConsoleKeyInfo> _keys = new();
    private readonly List<string[]> _rows = [new string[width]];
    private int _row;
    private int _column;

    public int Width => width;

    public int Height => 50;

    public bool KeyAvailable => false;

    public (int Row, int Column) Cursor => (_row, _column);

    /// <summary>The lines, without what is blank at the end of each and of all.</summary>
    public string Screen =>
        string.Join('\n', _rows.Select(r => string.Concat(r.Select(c => c ?? " ")).TrimEnd())).TrimEnd('\n');

    public ScreenTerminal Type(string text)
    {
        foreach (var c in text)
            _keys.Enqueue(new ConsoleKeyInfo(c, ConsoleKey.None, shift: false, alt: false, control: false));
        return this;
    }

    public ScreenTerminal Press(params ConsoleKey[] keys)
    {
        foreach (var key in keys)
            _keys.Enqueue(new ConsoleKeyInfo('\0', key, shift: false, alt: false, control: false));
        return this;
    }

    public ScreenTerminal Control(ConsoleKey key)
    {
        _keys.Enqueue(new ConsoleKeyInfo('\0', key, shift: false, alt: false, control: true));
        return this;
    }

    public ScreenTerminal Shift(ConsoleKey key)
    {
        _keys.Enqueue(new ConsoleKeyInfo('\0', key, shift: true, alt: false, control: false));
        return this;
    }

    public ConsoleKeyInfo ReadKey() =>
        _keys.TryDequeue(out var key) ? key : throw new InvalidOperationException($"No key is left. The screen:\n{Screen}");

    public void Write(string text)
    {
        var at = 0;
        while (at < text.Length)
        {
            if (Escape().Match(text, at) is { Success: true } escape)
            {
                Obey(escape.Groups[2].Value[0], Count(escape.Groups[1].Value));
                at += escape.Length;
                continue;
            }

            var rune = Rune.GetRuneAt(text, at);
            Put(rune);
            at += rune.Utf16SequenceLength;
        }
    }

    [GeneratedRegex(@"\G\e\[(\d*)([A-Za-z])")]
    private static partial Regex Escape();

    private static int Count(string digits) => digits.Length == 0 ? 1 : int.Parse(digits, CultureInfo.InvariantCulture);

    private void Put(Rune rune)
    {
        switch (rune.Value)
        {
            case '\r':
                _column = 0;
                return;
            case '\n':
                Down();
                return;
        }

        var cells = CellWidth.Of(rune);
        if (_column + cells > width)
        {
            Down();
            _column = 0;
        }

        _rows[_row][_column] = rune.ToString();
        for (var i = 1; i < cells; i++)
            _rows[_row][_column + i] = string.Empty;
        _column += cells;
    }

    private void Down()
    {
        if (++_row == _rows.Count)
            _rows.Add(new string[width]);
    }

    private void Obey(char command, int count)
    {
        switch (command)
        {
            case 'A':
                _row = Math.Max(_row - count, 0);
                break;
            case 'C':
                _column = Math.Min(_column + count, width - 1);
                break;
            case 'H':
                (_row, _column) = (0, 0);
                break;
            case 'J' when count == 2:
                _rows.Clear();
                _rows.Add(new string[width]);
                break;
            case 'J':
                Array.Clear(_rows[_row], _column, width - _column);
                _rows.RemoveRange(_row + 1, _rows.Count - _row - 1);
                break;
            default:
                throw new InvalidOperationException($"The editor should not use '{command}'.");
        }
    }
}
