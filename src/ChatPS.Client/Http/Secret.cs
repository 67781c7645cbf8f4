namespace ChatPS.Client.Http;

/// <summary>A token or password. It prints as stars, so that it cannot slip into a message or a debugger's log.</summary>
internal sealed class Secret(string value)
{
    /// <summary>The value itself, for the one place that puts it on the wire.</summary>
    public string Reveal() => value;

    public override string ToString() => "***";
}
