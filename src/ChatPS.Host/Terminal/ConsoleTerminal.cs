namespace ChatPS.Host;

/// <summary>The process's own terminal.</summary>
internal sealed class ConsoleTerminal : ITerminal
{
    private const int SmallestUsable = 20;

    public int Width => Math.Max(Console.WindowWidth, SmallestUsable);

    public int Height => Math.Max(Console.WindowHeight, 1);

    public bool KeyAvailable => Console.KeyAvailable;

    public ConsoleKeyInfo ReadKey()
    {
        // Only while a key is awaited: at any other time Ctrl+C must reach Console.CancelKeyPress and stop the pipeline.
        Console.TreatControlCAsInput = true;
        try
        {
            return Console.ReadKey(intercept: true);
        }
        finally
        {
            Console.TreatControlCAsInput = false;
        }
    }

    public void Write(string text) => Console.Out.Write(text);
}
