using System.Management.Automation.Host;

namespace ChatPS.Host;

/// <summary>
/// The screen as far as the engine asks for it: its width for formatting, and single keys.
/// Reading or painting the screen's cells is not to be had on every terminal, so not here at all.
/// </summary>
internal sealed class EngineHostRawUI(HostConsole console, bool canAsk) : PSHostRawUserInterface
{
    public override ConsoleColor ForegroundColor { get; set; } = ConsoleColor.Gray;

    public override ConsoleColor BackgroundColor { get; set; } = ConsoleColor.Black;

    public override Coordinates CursorPosition { get; set; }

    public override Coordinates WindowPosition { get; set; }

    public override int CursorSize { get; set; } = 25;

    public override Size BufferSize
    {
        get => new(console.Width, console.Height);
        set => throw Unsupported();
    }

    public override Size WindowSize
    {
        get => BufferSize;
        set => throw Unsupported();
    }

    public override Size MaxWindowSize => BufferSize;

    public override Size MaxPhysicalWindowSize => BufferSize;

    public override bool KeyAvailable => console.Terminal?.KeyAvailable ?? false;

    public override string WindowTitle
    {
        get => field;
        set
        {
            field = value;
            if (console.ColorOut)
                console.Out.Write($"\e]0;{value}\a");
        }
    } = "ChatPS";

    public override KeyInfo ReadKey(ReadKeyOptions options)
    {
        if (console.Terminal is null || !canAsk)
            throw EngineHostUI.CannotAsk("wait for a key");

        var key = console.Terminal.ReadKey();
        if ((options & ReadKeyOptions.NoEcho) == 0 && !char.IsControl(key.KeyChar))
            console.Terminal.Write(key.KeyChar.ToString());
        return new KeyInfo((int)key.Key, key.KeyChar, ControlKeys(key.Modifiers), keyDown: true);
    }

    public override void FlushInputBuffer()
    {
        while (KeyAvailable)
            console.Terminal!.ReadKey();
    }

    public override int LengthInBufferCells(string source) => CellWidth.Of(source);

    public override int LengthInBufferCells(string source, int offset) => CellWidth.Of(source[offset..]);

    public override int LengthInBufferCells(char source) => char.IsSurrogate(source) ? 1 : CellWidth.Of(source.ToString());

    public override BufferCell[,] GetBufferContents(Rectangle rectangle) => throw Unsupported();

    public override void SetBufferContents(Coordinates origin, BufferCell[,] contents) => throw Unsupported();

    public override void SetBufferContents(Rectangle rectangle, BufferCell fill) => throw Unsupported();

    public override void ScrollBufferContents(Rectangle source, Coordinates destination, Rectangle clip, BufferCell fill) =>
        throw Unsupported();

    private static ControlKeyStates ControlKeys(ConsoleModifiers modifiers) =>
        (modifiers.HasFlag(ConsoleModifiers.Shift) ? ControlKeyStates.ShiftPressed : 0)
        | (modifiers.HasFlag(ConsoleModifiers.Alt) ? ControlKeyStates.LeftAltPressed : 0)
        | (modifiers.HasFlag(ConsoleModifiers.Control) ? ControlKeyStates.LeftCtrlPressed : 0);

    private static NotSupportedException Unsupported() => new("This host does not read, paint or resize the screen.");
}
