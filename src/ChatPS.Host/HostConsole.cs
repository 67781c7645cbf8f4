namespace ChatPS.Host;

/// <summary>The streams the host speaks through and what they are able to do; a test gives its own.</summary>
internal sealed class HostConsole
{
    private const int WidthWhenRedirected = 120;
    private const int HeightWhenRedirected = 50;

    public required TextReader In { get; init; }

    public required TextWriter Out { get; init; }

    public required TextWriter Error { get; init; }

    /// <summary>The keyboard and screen, if both are there: without them nobody can be asked anything.</summary>
    public ITerminal? Terminal { get; init; }

    /// <summary>Escape codes for colour are welcome on <see cref="Out"/>.</summary>
    public bool ColorOut { get; init; }

    /// <summary>Escape codes for colour are welcome on <see cref="Error"/>.</summary>
    public bool ColorError { get; init; }

    /// <summary>A line on <see cref="Error"/> may be drawn over, as progress does.</summary>
    public bool CanRedrawError { get; init; }

    public int Width => Terminal?.Width ?? WidthWhenRedirected;

    public int Height => Terminal?.Height ?? HeightWhenRedirected;

    public static HostConsole OfProcess()
    {
        var escapes = Environment.GetEnvironmentVariable("TERM") != "dumb";
        var colors = escapes && string.IsNullOrEmpty(Environment.GetEnvironmentVariable("NO_COLOR"));
        return new HostConsole
        {
            In = Console.In,
            Out = Console.Out,
            Error = Console.Error,
            Terminal = !escapes || Console.IsInputRedirected || Console.IsOutputRedirected ? null : new ConsoleTerminal(),
            ColorOut = colors && !Console.IsOutputRedirected,
            ColorError = colors && !Console.IsErrorRedirected,
            CanRedrawError = escapes && !Console.IsErrorRedirected,
        };
    }
}
