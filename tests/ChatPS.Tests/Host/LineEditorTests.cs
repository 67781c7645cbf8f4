using ChatPS.Host;

namespace ChatPS.Tests.Hosting;

public class LineEditorTests
{
    [Fact]
    public void Keys_edit_the_line()
    {
        var terminal = new ScreenTerminal()
            .Type("rooms").Press(ConsoleKey.Home).Type("Get ").Press(ConsoleKey.LeftArrow).Type("-")
            .Press(ConsoleKey.Delete, ConsoleKey.End).Type("xy").Press(ConsoleKey.Backspace, ConsoleKey.Backspace)
            .Press(ConsoleKey.Enter);

        Assert.Equal("Get-rooms", Read(terminal).Text);
        Assert.Equal("> Get-rooms", terminal.Screen);
    }

    [Fact]
    public void Control_keys_move_and_cut_by_words_and_ends()
    {
        var terminal = new ScreenTerminal()
            .Type("one two three").Control(ConsoleKey.W).Control(ConsoleKey.LeftArrow).Control(ConsoleKey.K)
            .Type("2 ").Control(ConsoleKey.A).Control(ConsoleKey.RightArrow).Type("!").Control(ConsoleKey.E).Type("end")
            .Press(ConsoleKey.Enter);

        Assert.Equal("one! 2 end", Read(terminal).Text);
        Assert.Equal("", Read(new ScreenTerminal().Type("gone").Control(ConsoleKey.U).Press(ConsoleKey.Enter)).Text);
        Assert.Equal("", Read(new ScreenTerminal().Type("gone").Press(ConsoleKey.Escape, ConsoleKey.Enter)).Text);
    }

    [Fact]
    public void A_surrogate_pair_is_one_character()
    {
        var terminal = new ScreenTerminal()
            .Type("a😀b").Press(ConsoleKey.LeftArrow, ConsoleKey.Backspace).Type("😀").Press(ConsoleKey.LeftArrow, ConsoleKey.LeftArrow)
            .Press(ConsoleKey.Delete, ConsoleKey.Enter);

        Assert.Equal("😀b", Read(terminal).Text);
    }

    [Fact]
    public void Ctrl_C_gives_the_line_up_and_Ctrl_D_ends_input_on_an_empty_line_only()
    {
        var cancelled = new ScreenTerminal().Type("oops").Control(ConsoleKey.C);

        Assert.Equal(new TypedLine(LineEnd.Cancelled, ""), Read(cancelled));
        Assert.Equal("> oops^C", cancelled.Screen);
        Assert.Equal(LineEnd.EndOfInput, Read(new ScreenTerminal().Control(ConsoleKey.D)).End);

        var deleted = new ScreenTerminal().Type("abc").Press(ConsoleKey.Home).Control(ConsoleKey.D).Press(ConsoleKey.Enter);
        Assert.Equal("bc", Read(deleted).Text);
    }

    [Fact]
    public void A_secret_is_never_on_the_screen()
    {
        var terminal = new ScreenTerminal().Type("hunter2").Press(ConsoleKey.Tab, ConsoleKey.Enter);

        Assert.Equal("hunter2", new LineEditor(terminal) { Secret = true }.Read("Password: ").Text);
        Assert.Equal("Password: *******", terminal.Screen);
    }

    [Fact]
    public void History_goes_back_and_forth_and_keeps_what_was_being_typed()
    {
        var history = new LineHistory();
        foreach (var line in new[] { "first", "second", "second", " " })
            history.Add(line);

        Assert.Equal("first", Recall(ConsoleKey.UpArrow, ConsoleKey.UpArrow, ConsoleKey.UpArrow));
        // The line just submitted is the newest now.
        Assert.Equal("second", Recall(ConsoleKey.UpArrow, ConsoleKey.UpArrow));
        Assert.Equal("draft", Recall(ConsoleKey.UpArrow, ConsoleKey.UpArrow, ConsoleKey.DownArrow, ConsoleKey.DownArrow));

        string Recall(params ConsoleKey[] keys)
        {
            var terminal = new ScreenTerminal().Type("draft").Press(keys).Press(ConsoleKey.Enter);
            return new LineEditor(terminal) { History = history }.Read("> ").Text;
        }
    }

    [Fact]
    public void Enter_goes_on_while_the_text_is_incomplete()
    {
        var terminal = new ScreenTerminal().Type("{").Press(ConsoleKey.Enter).Type("}").Press(ConsoleKey.Enter);
        var editor = new LineEditor(terminal) { IsComplete = t => t.EndsWith('}') };

        Assert.Equal("{\n}", editor.Read("> ").Text);
        Assert.Equal("> {\n>> }", terminal.Screen);
    }

    [Fact]
    public void Tab_completes_a_single_choice()
    {
        var terminal = new ScreenTerminal().Type("Get-Gr -x").Press(ConsoleKey.LeftArrow, ConsoleKey.LeftArrow, ConsoleKey.LeftArrow)
            .Press(ConsoleKey.Tab).Type("!").Press(ConsoleKey.Enter);

        Assert.Equal("Get-Greeting! -x", Read(terminal, "Get-Greeting").Text);
    }

    [Fact]
    public void Tab_types_what_choices_share_lists_them_and_then_goes_through_them()
    {
        string After(ScreenTerminal terminal) =>
            Read(terminal.Press(ConsoleKey.Enter), "Get-ChatRoom", "Get-ChatRoomUser", "get-chatuser").Text;

        var listed = new ScreenTerminal().Type("get").Press(ConsoleKey.Tab);

        Assert.Equal("Get-Chat", After(listed));
        Assert.Equal("> Get-Chat\nGet-ChatRoom      Get-ChatRoomUser  get-chatuser\n> Get-Chat", listed.Screen);
        Assert.Equal("Get-ChatRoom", After(new ScreenTerminal().Type("get").Press(ConsoleKey.Tab, ConsoleKey.Tab)));
        Assert.Equal("Get-ChatRoomUser", After(new ScreenTerminal().Type("get").Press(ConsoleKey.Tab, ConsoleKey.Tab, ConsoleKey.Tab)));
        Assert.Equal("get-chatuser", After(new ScreenTerminal().Type("get").Press(ConsoleKey.Tab).Shift(ConsoleKey.Tab)));
        Assert.Equal("Get-Chatx", After(new ScreenTerminal().Type("get").Press(ConsoleKey.Tab).Type("x").Press(ConsoleKey.Tab)));
    }

    [Fact]
    public void Tab_without_choices_does_nothing()
    {
        Assert.Equal("zzz", Read(new ScreenTerminal().Type("zzz").Press(ConsoleKey.Tab, ConsoleKey.Enter), []).Text);
    }

    [Theory]
    [InlineData(7)]
    [InlineData(8)]
    [InlineData(9)]
    [InlineData(18)]
    [InlineData(25)]
    public void A_line_longer_than_the_screen_is_drawn_right_wherever_the_cursor_is(int length)
    {
        var text = string.Concat(Enumerable.Range(0, length).Select(i => (char)('a' + i)));
        var terminal = new ScreenTerminal(width: 10).Type(text)
            .Press([.. Enumerable.Repeat(ConsoleKey.LeftArrow, length)]).Press(ConsoleKey.RightArrow).Type("X").Press(ConsoleKey.Enter);

        var expected = "> " + text.Insert(1, "X");
        Assert.Equal(text.Insert(1, "X"), Read(terminal).Text);
        Assert.Equal(string.Join('\n', expected.Chunk(10).Select(c => new string(c))), terminal.Screen);
        // What is written next stands below, be the last row full or not.
        Assert.Equal((expected.Length / 10 + 1, 0), terminal.Cursor);
    }

    [Fact]
    public void Wide_characters_count_twice()
    {
        var terminal = new ScreenTerminal(width: 10).Type("中文中文中").Press(ConsoleKey.LeftArrow).Type("x").Press(ConsoleKey.Enter);

        Assert.Equal("中文中文x中", Read(terminal).Text);
        Assert.Equal("> 中文中文\nx中", terminal.Screen);
    }

    [Theory]
    [InlineData("abc", 3)]
    [InlineData("日本", 4)]
    [InlineData("😀", 2)]
    [InlineData("e\u0301", 1)]
    [InlineData("\e[31mred\e[0m", 3)]
    [InlineData("", 0)]
    public void A_text_takes_so_many_columns(string text, int columns) => Assert.Equal(columns, CellWidth.Of(text));

    private static TypedLine Read(ScreenTerminal terminal, params string[] choices) =>
        new LineEditor(terminal) { Complete = (text, cursor) => Choose(text, cursor, choices) }.Read("> ");

    private static CompletionChoices Choose(string text, int cursor, string[] choices)
    {
        var start = text.LastIndexOf(' ', Math.Max(cursor - 1, 0)) + 1;
        var typed = text[start..cursor];
        var found = choices.Where(c => c.StartsWith(typed, StringComparison.OrdinalIgnoreCase)).Select(c => (c, c)).ToList();
        return new CompletionChoices(start, typed.Length, found);
    }
}
