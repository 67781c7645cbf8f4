namespace ChatPS.Host;

internal enum LineEnd
{
    Submitted,
    Cancelled,
    EndOfInput,
}

internal readonly record struct TypedLine(LineEnd End, string Text);

/// <summary>
/// Reads a line from a terminal: the keys that bash and PSReadLine share, history, completion, and further lines
/// for as long as the text is incomplete.
/// </summary>
internal sealed class LineEditor(ITerminal terminal)
{
    private readonly LineBuffer _line = new();
    private TabCompletion? _tab;
    private LineScreen _screen = null!;

    /// <summary>Shows stars.</summary>
    public bool Secret { get; init; }

    public LineHistory? History { get; init; }

    /// <summary>Offers what could stand at the cursor.</summary>
    public Func<string, int, CompletionChoices>? Complete { get; init; }

    /// <summary>Whether Enter ends the text, or begins another line of it.</summary>
    public Func<string, bool> IsComplete { get; init; } = _ => true;

    public TypedLine Read(string prompt)
    {
        _line.Set(string.Empty);
        _tab = null;
        _screen = new LineScreen(terminal, prompt);
        History?.Rewind();
        Draw();
        while (true)
        {
            var key = terminal.ReadKey();
            if (EndedBy(key) is { } end)
                return Finish(end);

            if (key.Key == ConsoleKey.Tab && !Secret)
            {
                Tab(backwards: key.Modifiers.HasFlag(ConsoleModifiers.Shift));
            }
            else
            {
                _tab = null;
                Edit(key);
            }

            // A pasted text is drawn once, not once for each letter; half a surrogate pair not at all.
            if (!terminal.KeyAvailable && !char.IsHighSurrogate(key.KeyChar))
                Draw();
        }
    }

    private LineEnd? EndedBy(ConsoleKeyInfo key)
    {
        var control = key.Modifiers.HasFlag(ConsoleModifiers.Control);
        if (control && key.Key == ConsoleKey.C)
            return LineEnd.Cancelled;
        if (control && key.Key == ConsoleKey.D && _line.Text.Length == 0)
            return LineEnd.EndOfInput;
        if (key.Key == ConsoleKey.Enter && !key.Modifiers.HasFlag(ConsoleModifiers.Alt) && IsComplete(_line.Text))
            return LineEnd.Submitted;
        return null;
    }

    private TypedLine Finish(LineEnd end)
    {
        _screen.Leave(Shown(), end == LineEnd.Cancelled ? "^C" : string.Empty);
        if (end == LineEnd.Submitted)
            History?.Add(_line.Text);
        return new TypedLine(end, end == LineEnd.Submitted ? _line.Text : string.Empty);
    }

    private void Edit(ConsoleKeyInfo key)
    {
        var control = key.Modifiers.HasFlag(ConsoleModifiers.Control);
        var alt = key.Modifiers.HasFlag(ConsoleModifiers.Alt);
        switch (key.Key)
        {
            case ConsoleKey.Enter: _line.Insert("\n"); break;
            case ConsoleKey.Escape: _line.Set(string.Empty); break;
            case ConsoleKey.UpArrow: Recall(History?.Older(_line.Text)); break;
            case ConsoleKey.DownArrow: Recall(History?.Newer()); break;
            case ConsoleKey.LeftArrow when control: _line.WordLeft(); break;
            case ConsoleKey.RightArrow when control: _line.WordRight(); break;
            case ConsoleKey.LeftArrow: _line.Left(); break;
            case ConsoleKey.RightArrow: _line.Right(); break;
            case ConsoleKey.Home: _line.Home(); break;
            case ConsoleKey.End: _line.End(); break;
            case ConsoleKey.Backspace when alt: _line.CutWordLeft(); break;
            case ConsoleKey.Backspace: _line.Backspace(); break;
            case ConsoleKey.Delete: _line.Delete(); break;
            case ConsoleKey.B when alt: _line.WordLeft(); break;
            case ConsoleKey.F when alt: _line.WordRight(); break;
            case ConsoleKey.A when control: _line.Home(); break;
            case ConsoleKey.E when control: _line.End(); break;
            case ConsoleKey.B when control: _line.Left(); break;
            case ConsoleKey.F when control: _line.Right(); break;
            case ConsoleKey.P when control: Recall(History?.Older(_line.Text)); break;
            case ConsoleKey.N when control: Recall(History?.Newer()); break;
            case ConsoleKey.D when control: _line.Delete(); break;
            case ConsoleKey.H when control: _line.Backspace(); break;
            case ConsoleKey.K when control: _line.CutToEnd(); break;
            case ConsoleKey.U when control: _line.CutToStart(); break;
            case ConsoleKey.W when control: _line.CutWordLeft(); break;
            case ConsoleKey.L when control: _screen.ClearAll(); break;
            default:
                if (!char.IsControl(key.KeyChar))
                    _line.Insert(key.KeyChar.ToString());
                break;
        }
    }

    private void Recall(string? text)
    {
        if (text is not null)
            _line.Set(text);
    }

    private void Tab(bool backwards)
    {
        if (_tab is not null)
        {
            _tab.Cycle(_line, backwards);
            return;
        }

        if (Complete is null)
            return;

        var choices = Complete(_line.Text, _line.Cursor);
        if (choices.Items.Count == 0)
            return;

        _tab = new TabCompletion(choices);
        if (!_tab.Extend(_line))
        {
            _screen.Leave(Shown());
            terminal.Write(_tab.List(terminal.Width));
        }
    }

    private string Shown() => Secret ? new string('*', _line.Text.Length) : _line.Text;

    private void Draw() => _screen.Draw(Shown(), _line.Cursor);
}
