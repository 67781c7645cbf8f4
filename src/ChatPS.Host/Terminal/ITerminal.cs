namespace ChatPS.Host;

/// <summary>A keyboard and a screen that understands cursor movement.</summary>
internal interface ITerminal
{
    int Width { get; }

    int Height { get; }

    bool KeyAvailable { get; }

    /// <summary>Waits for a key without showing it; Ctrl+C comes as a key.</summary>
    ConsoleKeyInfo ReadKey();

    void Write(string text);
}
